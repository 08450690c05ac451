import type { MailCheck } from './mail-check.ts';

/** Letters. Mails leave as format=flowed: a longer line is broken at its spaces; what has none stays whole. @see RFC 3676 §4.2 */
const widest = 78;

export const textLinesCheck: MailCheck = {
  name: 'text lines',
  holds: `at most ${widest} letters, or spaces to break at; web addresses stay whole; no hole of two empty lines`,
  faults: ({ text }) => [
    ...text
      .split('\n')
      .filter((line) => line.split(/\s+/).some((word) => [...word].length > widest && !/(?:https?:\/\/|mailto:)/.test(word)))
      .map((line) => `cannot be broken: ${line.slice(0, widest)}…`),
    ...(/\n\s*\n\s*\n/.test(text.replace(/^(-- )$/m, '$1')) ? ['two empty lines, one after the other'] : []),
    ...(text.endsWith('\n') && !text.endsWith('\n\n') ? [] : ['expected to end with one line break']),
    ...(/\t/.test(text) ? ['a tab, which is as wide as each program likes'] : []),
  ],
};
