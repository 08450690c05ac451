/** WCAG 2.2, 1.4.3: for text of normal size. */
export const readableText = 4.5;

/**
 * The colour itself where it stands out from `background` enough, else the nearest shade of it that does.
 *
 * @param ratio contrast to reach, at most 4.58, which black or white reaches on every background
 */
export function standingOut(colour: string, background: string, ratio: number): string {
  const towards = contrast('#000000', background) >= contrast('#ffffff', background) ? '#000000' : '#ffffff';
  const share = steps.find((one) => contrast(mix(colour, towards, one), background) >= ratio) ?? 1;
  return mix(colour, towards, share);
}

/** How far two colours stand apart: 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Moves a colour towards another; `share` 0 leaves it, 1 arrives. */
export function mix(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)];
  return `#${start.map((value, at) => hex(value + ((end[at] ?? 0) - value) * share)).join('')}`;
}

const steps = Array.from({ length: 101 }, (_, at) => at / 100);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => linear(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Black for what is no `#rrggbb`. */
const channels = (colour: string): number[] =>
  (/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1) ?? ['0', '0', '0']).map((part) =>
    Number.parseInt(part, 16),
  );

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
