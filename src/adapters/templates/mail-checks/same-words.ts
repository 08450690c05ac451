import { type HtmlElement, isHidden, named } from './html-tree.ts';
import type { MailCheck } from './mail-check.ts';

/** Whoever reads the plain text reads the same mail. Buttons stand aside: in a text they are commands to write, or links. */
export const sameWordsCheck: MailCheck = {
  name: 'same words',
  holds: 'each sentence of the HTML stands in the text, each line of the text in the HTML; buttons and what leads to them aside',
  faults({ tree, text }) {
    const [body] = named(tree, 'body');
    if (body === undefined) return ['no <body>'];
    const blocks = blocksIn(body);
    const lines = text.replace(/^>+ ?/gm, '').split('\n');
    const inHtml = bare(blocks.join('\n'));
    const inText = bare(lines.join('\n'));
    return [
      ...blocks
        .flatMap((block) => block.split(/(?<=[.!?:;…])\s/))
        .filter((sentence) => !holds(inText, sentence, edge))
        .map((sentence) => `only in the HTML: ${sentence.replaceAll(edge, '')}`),
      ...lines
        .filter((line, at) => !isButton(line) && !leadsToButtons(lines, at) && !holds(inHtml, line, /[·()]/))
        .map((line) => `only in the text: ${line.trim()}`),
    ];
  },
};

/** Commands that may be written instead of a click, or the link itself. */
const isButton = (line: string): boolean => /^\s*(?:[-*] )?(?:!|\[)|: !|(?:\[[^\]]+\] ?)+$|mailto:/.test(line);

/** `What you can do now:`, `(as the first line of your reply)` */
const leadsToButtons = (lines: readonly string[], at: number): boolean =>
  /[:)]\s*$/.test(lines[at] ?? '') && isButton(lines.slice(at + 1).find((line) => line.trim() !== '') ?? '');

/** Whole, or piece by piece: a row of a table may name the same things in another order. */
const holds = (whole: string, part: string, pieces: string | RegExp): boolean =>
  stands(whole, part) || part.split(pieces).every((piece) => stands(whole, piece));

const stands = (whole: string, part: string): boolean => bare(part) === '' || ` ${whole} `.includes(` ${bare(part)} `);

/** Letters and digits alone: marks, bullets and cases are each part's own. */
const bare = (words: string): string =>
  words
    .replaceAll(edge, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where an element within a line begins or ends; a private-use letter. */
const edge = '\ue001';

const blockNames = ['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'div', 'br', 'tr', 'table', 'ul', 'ol', 'blockquote', 'pre', 'hr'];

/** The visible words of each block, without those of buttons. */
function blocksIn(body: HtmlElement): string[] {
  let words = '';
  const walk = (element: HtmlElement): void => {
    const { name, attributes } = element;
    if (isHidden(element) || (name === 'a' && attributes['href']?.startsWith('mailto:'))) return;
    const around = blockNames.includes(name) ? '\n' : edge;
    words += around;
    for (const child of element.children) {
      if (child.kind === 'text') words += child.text.replace(/\s+/g, ' ').replaceAll(' · ', ` ${edge}· `);
      else walk(child);
    }
    words += around;
  };
  walk(body);
  return words
    .split('\n')
    .map((block) => block.trim())
    .filter((block) => bare(block) !== '');
}
