/** A property of a calendar file, unfolded; `line` from 1, where it begins. */
export type IcsLine = { line: number; name: string; parameters: string; value: string };

/**
 * The properties of a calendar file, whatever ends its lines; what is none is left out.
 *
 * @see RFC 5545 §3.1, content lines and how they are folded
 */
export function icsLines(text: string): IcsLine[] {
  return unfolded(text).flatMap(({ line, text: whole }) => {
    const [, name, parameters = '', value = ''] = /^([\w-]+)((?:;[^:"]*(?:"[^"]*")?)*):(.*)$/.exec(whole) ?? [];
    return name === undefined ? [] : [{ line, name: name.toUpperCase(), parameters, value }];
  });
}

function unfolded(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = found.at(-1);
    if (/^[ \t]/.test(raw) && last !== undefined) last.text += raw.slice(1);
    else found.push({ line: index + 1, text: raw });
  }
  return found;
}
