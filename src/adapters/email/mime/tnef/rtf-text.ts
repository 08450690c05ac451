import { decodeBytes } from '../charset.ts';

/** Groups that hold no text of the mail. */
const silent = /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|header|footer|object|htmltag|mhtmltag|pntext)/;
const words: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', row: '\n', tab: '\t', cell: '\t', emdash: '—', endash: '–', bullet: '•' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
};

/** A byte, a word with its number, a symbol, a brace, plain text; anything else is passed over. */
const token = /\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\s\S]/gi;

/** `skip`: characters behind one in Unicode that stand for it in programs that know none. */
type Group = { isSilent: boolean; skip: number };
type Page = { label: string; groups: Group[]; out: string[]; bytes: number[]; toSkip: number };

/** The text of a rich one: no fonts, no pictures, no marks of the HTML that it was made from. */
export function rtfToText(rtf: string, charset: string): string {
  const codepage = /\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 1_000))?.[1];
  const label = codepage ? `windows-${codepage}` : charset || 'windows-1252';
  const page: Page = { label, groups: [{ isSilent: false, skip: 1 }], out: [], bytes: [], toSkip: 0 };
  for (const found of rtf.matchAll(token)) {
    const [, hex, word, value, symbol, brace, plain] = found;
    if (brace !== undefined) turn(page, brace, rtf.slice(found.index + 1, found.index + 13));
    else if (word !== undefined) command(page, word, Number(value ?? 1));
    else if (page.groups.at(-1)?.isSilent) continue;
    else if (hex !== undefined) byte(page, Number.parseInt(hex, 16));
    else if (symbol !== undefined) write(page, symbol === '~' ? ' ' : /[\\{}]/.test(symbol) ? symbol : '');
    else if (plain !== undefined) plainText(page, plain);
  }
  flush(page);
  return page.out
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function turn(page: Page, brace: string, behind: string): void {
  const { isSilent, skip } = page.groups.at(-1) ?? { isSilent: false, skip: 1 };
  if (brace === '{') page.groups.push({ skip, isSilent: isSilent || silent.test(behind) });
  else if (page.groups.length > 1) page.groups.pop();
}

function command(page: Page, word: string, value: number): void {
  const group = page.groups.at(-1);
  if (word === 'uc' && group) group.skip = value;
  else if (group?.isSilent) return;
  else if (word === 'u') {
    write(page, String.fromCharCode(value & 0xffff));
    page.toSkip = group?.skip ?? 1;
  } else write(page, words[word] ?? '');
}

function byte(page: Page, value: number): void {
  if (page.toSkip > 0) page.toSkip--;
  else page.bytes.push(value);
}

function plainText(page: Page, text: string): void {
  write(page, text.slice(page.toSkip));
  page.toSkip = 0;
}

function write(page: Page, text: string): void {
  if (text === '') return;
  flush(page);
  page.out.push(text);
}

/** Bytes that follow one another may be one character. */
function flush(page: Page): void {
  if (page.bytes.length > 0) page.out.push(decodeBytes(Buffer.from(page.bytes), page.label));
  page.bytes = [];
}
