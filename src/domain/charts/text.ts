import { element, escaped } from './svg.ts';

/** Words of the picture that must stand beside it, in the order they were met. */
export type Outside = { mark: string; text: string }[];

/** `halo`: a colour about the letters, so that no line crosses them. */
export type TextStyle = { size: number; colour: string; bold?: true; anchor?: 'start' | 'middle' | 'end'; halo?: string };

/** A line of text; `y` is its baseline. */
export const textAt = (text: string, x: number, y: number, { size, colour, bold, anchor = 'start', halo }: TextStyle): string =>
  element(
    'text',
    {
      ...{ x, y, fill: colour, 'font-size': size, 'text-anchor': anchor },
      ...(bold ? { 'font-weight': 700 } : {}),
      ...(halo ? { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {}),
    },
    escaped(text),
  );

/**
 * Whether the drawing program shows a text right: letters of Latin, Greek and Cyrillic, and the signs that go with them.
 * Devanagari comes out with its marks on the wrong letters, and right-to-left or unknown letters not at all.
 */
export const isDrawn = (text: string): boolean => drawnOnly.test(text);

const drawnOnly =
  /^(?:[ -~\u00a0-\u02af\u1e00-\u1eff\u2010-\u2027\u202f\u2030\u2032-\u203a\u20a0-\u20bf\u2116\u2122\u2212]|[\u0300-\u0319\u031b-\u034e]|(?=[\u0370-\u0527])[\p{Script=Greek}\p{Script=Cyrillic}])*$/u;

/** The text where it can be drawn, else a mark for it, whose meaning goes outside. */
export function drawnOr(outside: Outside, text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (isDrawn(plain)) return plain;
  const known = outside.find((one) => one.text === plain);
  if (known) return known.mark;
  const mark = `(${outside.length + 1})`;
  outside.push({ mark, text: plain });
  return mark;
}

/** The text, or as much of it as the width holds. */
export function fitted(text: string, width: number, style: Pick<TextStyle, 'size' | 'bold'>): string {
  if (textWidth(text, style) <= width) return text;
  let kept = [...text];
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, style) > width) kept = kept.slice(0, -1);
  return kept.length === 0 ? '' : `${kept.join('').trimEnd()}…`;
}

/** Words in lines of a width, `most` of them; the last is cut where there are more. */
export function wrapped(text: string, width: number, style: Pick<TextStyle, 'size' | 'bold'>, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const grown = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(grown, style) <= width) lines[lines.length - 1] = grown;
    else lines.push(word);
  }
  const kept = lines.slice(0, most - 1);
  return lines.length <= most
    ? lines.map((line) => fitted(line, width, style))
    : [...kept.map((line) => fitted(line, width, style)), fitted(lines.slice(most - 1).join(' '), width, style)];
}

/** At most how wide a text is in Noto Sans, in pixels: by the widest letter of each kind. */
export function textWidth(text: string, { size, bold }: Pick<TextStyle, 'size' | 'bold'>): number {
  let share = 0;
  for (const letter of text) share += kinds.find(([kind]) => kind.test(letter))?.[1] ?? other;
  return share * size * (bold ? 1.08 : 1);
}

/** Shares of the font's size. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[\u0300-\u034e]/, 0],
  [/[ !'(),.:;`ijl[\]\u00a0\u202f\u00b7\u2019]/, 0.34],
  [/[-/I{}ftr"‐‑“”„‘]/, 0.5],
  [/[mMWw%@ÆŒæœ—…©®™МФЫмфы½¼¾]/, 1],
  [/[\u2030\u2116ШЩЮЖЉЊшщюжљњ]/, 1.32],
  [/[a-z0-9+*=<>?|$€£àáâãäåèéêëòóôõöùúûüñçìíîïýÿ]/, 0.63],
  [/[A-ZÀ-ÅÈ-ÏÑ-ÖØ-Ý#ß]/, 0.8],
  [/[\u0430-\u045f\u03ac-\u03ce]/, 0.86],
];
const other = 1.36;
