import type { HelperDelegate } from 'handlebars';
import type { Teller } from '../processes/teller.ts';
import { printSaying, type Reader } from '../words/print-saying.ts';
import { linkedParagraphs, quotedLines, shownParagraphs } from './person-text.ts';

export const helperNames = ['paragraphs', 'quoted', 'word', 'say', 'told', 'pad', 'bytes', 'is'] as const;
type Helpers = Record<(typeof helperNames)[number], HelperDelegate>;

/**
 * What templates may call.
 *
 * - `paragraphs text`: a person's words; in HTML escaped, with http(s) addresses as links
 * - `quoted text`: somebody else's words; in HTML escaped and without links, in text behind `> `
 * - `word "event" key`: the language's words for a key, from its `words.yaml`; a label or sentence is printed as it says
 * - `say sentence`: what a command says, from the language's `says.yaml`
 * - `told step "title"`, `told step "text"`: what a step of a process says, from its language file; '' where that says nothing
 * - `pad word width`: the word, filled with spaces, for columns in text
 * - `bytes size`: "1.2 MB", in the language's digits
 * - `is value "word"`: whether they are the same, for `{{#if (is whoseTurn "you")}}`
 */
export function helpersFor(reader: Reader, tell: Teller, safe: (html: string) => object): Helpers {
  const { language, kind, words } = reader;
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const say = (said: unknown) => (kind === 'html' ? safe(printSaying(said, reader)) : printSaying(said, reader));
  return {
    paragraphs: (text: unknown) => (kind === 'html' ? safe(linkedParagraphs(String(text))) : String(text).trim()),
    quoted: (text: unknown) => (kind === 'html' ? safe(shownParagraphs(String(text))) : quotedLines(String(text))),
    word: (table: unknown, key: unknown) => (typeof key === 'object' ? say(key) : words(String(table), String(key))),
    say,
    told: (step: unknown, part: unknown) => {
      const words = tell(step, String(part));
      return words === '' || kind === 'text' ? words : safe(words);
    },
    pad: (word: unknown, width: unknown) => String(word).padEnd(Number(width)),
    bytes: (size: unknown) => inUnits(Number(size), digits),
    is: (value: unknown, word: unknown) => value === word,
  };
}

function inUnits(size: number, digits: Intl.NumberFormat): string {
  if (size < 1000) return `${digits.format(size)} B`;
  return size < 1_000_000 ? `${digits.format(size / 1000)} kB` : `${digits.format(size / 1_000_000)} MB`;
}
