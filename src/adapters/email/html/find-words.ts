/** Letters, digits and emoji: what programs leave as it is when they make plain text from HTML. */
const counted = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u;

/** Whether a letter counts when words are sought: signs and spaces do not. */
export const isCounted = (letter: string): boolean => counted.test(letter);

/** Where words begin and end among the letters of a page. */
export type Span = { from: number; to: number };

/**
 * Finds words among the letters of a page, whatever stands between them.
 *
 * @param breaks whether a word may begin at a letter: something stood before it
 */
export function findWords(letters: string, words: string, breaks: (at: number) => boolean): Span | null {
  for (const wanted of wordings(words)) {
    for (let from = letters.indexOf(wanted); from !== -1 && wanted !== ''; from = letters.indexOf(wanted, from + 1)) {
      const to = from + wanted.length;
      if (breaks(from) && (to === letters.length || breaks(to))) return { from, to };
    }
  }
  return null;
}

/** What a program adds where it makes plain text: numbers of a list, targets of links, names of pictures. */
const added: readonly RegExp[] = [
  /^[ \t]*(?:\d{1,3}|[a-z])[.)][ \t]+/gm,
  /[<[(]\s*(?:https?:|mailto:|tel:)[^>\])\s]*\s*[>\])]/gi,
  /\[[^\]\n]{0,300}\]/g,
];

/** The letters of words, with and without each of what may have been added. */
function wordings(words: string): ReadonlySet<string> {
  let ways = [words];
  for (const pattern of added) ways = ways.flatMap((text) => [text, text.replace(pattern, ' ')]);
  return new Set(ways.map((text) => [...text].filter(isCounted).join('')));
}
