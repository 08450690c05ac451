type Attributes = Readonly<Record<string, string | number>>;

/** An element with its attributes and what is in it; text must be escaped already. */
export function element(name: string, attributes: Attributes, ...within: readonly string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`,
  );
  const start = `<${name}${written.join('')}`;
  return within.length === 0 ? `${start}/>` : `${start}>${within.join('')}</${name}>`;
}

/** Text as XML takes it: what XML has no way to say is left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A hundredth of a pixel is more than anybody sees. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100);
