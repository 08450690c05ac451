/** A word of a command with its place in the text, so that a fault can be pointed at. */
export type Word = { text: string; at: number };

/** One command as written: its text, and its words. `insists`: a `!` after the name, "I know". */
export type Phrase = { text: string; name: string; insists: boolean; words: readonly Word[] };

/** Splits at `;` and at spaces; `"…"` keeps words together. An unclosed quote runs to the end. No input throws. */
export function phrases(text: string): Phrase[] {
  return parts(text).flatMap((part) => {
    const [first, ...rest] = wordsOf(part);
    if (first === undefined) return [];
    const set = /^([\p{L}_][\p{L}\p{N}_-]*)=(.*)$/u.exec(first.text);
    if (set !== null) return [{ text: part.trim(), name: 'set', insists: false, words: [...fieldWords(first, set), ...rest] }];
    const insists = first.text.length > 1 && first.text.endsWith('!');
    return [{ text: part.trim(), name: (insists ? first.text.slice(0, -1) : first.text).toLowerCase(), insists, words: rest }];
  });
}

/** `field=value` is short for `set field value`. */
const fieldWords = (first: Word, [, field = '', value = '']: RegExpExecArray): Word[] => [
  { text: field, at: first.at },
  ...(value === '' ? [] : [{ text: value, at: first.at + field.length + 1 }]),
];

function parts(text: string): string[] {
  const found: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (isQuote(text[at])) quoted = !quoted;
    if (text[at] !== ';' || quoted) continue;
    found.push(text.slice(start, at));
    start = at + 1;
  }
  return [...found, text.slice(start)];
}

function wordsOf(part: string): Word[] {
  const text = part.trimStart();
  const found: Word[] = [];
  const pattern = /(?:[^\s"“”]|["“”][^"“”]*(?:["“”]|$))+/gu;
  for (const match of text.matchAll(pattern)) found.push({ text: match[0].replace(/["“”]/g, ''), at: match.index });
  return found;
}

/** Phones type curly quotes. */
const isQuote = (letter: string | undefined): boolean => letter === '"' || letter === '“' || letter === '”';
