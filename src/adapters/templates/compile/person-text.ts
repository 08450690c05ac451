import Handlebars from 'handlebars';

const escaped = Handlebars.escapeExpression;

/** A person's text as HTML paragraphs, escaped; http and https addresses become links. */
export const linkedParagraphs = (text: string): string => asParagraphs(text, linked, gap);

/**
 * Likewise, but nothing is made clickable: it was written by somebody we cannot vouch for. The line beside a quotation ends
 * with its last words.
 */
export const shownParagraphs = (text: string): string => asParagraphs(text, escaped, 0);

/** Pixels between paragraphs. */
const gap = 14;

/** Quoted as mail programs do: each line behind `> `, long ones wrapped at 72 columns. */
export const quotedLines = (text: string): string =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => wrapped(line, 70))
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** `dir="auto"` lets each paragraph run in its own direction. */
function asParagraphs(text: string, inner: (text: string) => string, last: number): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(
      (block, at, { length }) =>
        `<p dir="auto" style="margin:0 0 ${at === length - 1 ? last : gap}px">${inner(block).replaceAll('\n', '<br>\n')}</p>`,
    )
    .join('\n');
}

function linked(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const address = withoutTail(match[0]);
    html += `${escaped(text.slice(done, match.index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    done = match.index + address.length;
  }
  return html + escaped(text.slice(done));
}

/** Punctuation that ends the sentence is not the address's; a bracket is, where the address opened it. */
function withoutTail(address: string): string {
  const tail = `.,;:!?'*${address.includes('(') ? '' : ')'}${address.includes('[') ? '' : ']'}`;
  let end = address.length;
  while (end > 0 && tail.includes(address[end - 1] ?? ' ')) end -= 1;
  return address.slice(0, end);
}

/** Breaks at spaces only, so that no address is torn. */
function wrapped(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
