import { decodeBytes } from '../charset.ts';

/** Groups that hold no text of the mail. */
const silent = /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|header|footer|object|htmltag|mhtmltag|pntext)/;
const breaks: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
};
const quotes: Readonly<Record<string, string>> = { lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' };
const words: Readonly<Record<string, string>> = { ...breaks, ...quotes };

const token = /\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\s\S]/giy;

type Group = { isSilent: boolean; skip: number };

/** The text of a rich one: no fonts, no pictures, no marks of the HTML that it was made from. */
export function rtfToText(rtf: string, charset: string): string {
  const codepage = /\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 1_000))?.[1];
  const label = codepage ? `windows-${codepage}` : charset || 'windows-1252';
  const groups: Group[] = [{ isSilent: false, skip: 1 }];
  const out: string[] = [];
  let bytes: number[] = [];
  let toSkip = 0;
  const flush = (): void => {
    if (bytes.length > 0) out.push(decodeBytes(Buffer.from(bytes), label));
    bytes = [];
  };
  const write = (text: string): void => {
    flush();
    out.push(text);
  };
  token.lastIndex = 0;
  for (let found = token.exec(rtf); found; found = token.exec(rtf)) {
    const [, hex, word, value, symbol, brace, plain] = found;
    const group = groups.at(-1) ?? { isSilent: false, skip: 1 };
    if (brace === '{')
      groups.push({ ...group, isSilent: group.isSilent || silent.test(rtf.slice(token.lastIndex, token.lastIndex + 12)) });
    else if (brace === '}') {
      flush();
      if (groups.length > 1) groups.pop();
    } else if (word === 'uc') group.skip = Number(value ?? 1);
    else if (group.isSilent || word === 'htmlrtf') continue;
    else if (hex !== undefined) toSkip > 0 ? toSkip-- : bytes.push(Number.parseInt(hex, 16));
    else if (word === 'u') {
      write(String.fromCharCode(Number(value) & 0xffff));
      toSkip = group.skip;
    } else if (word !== undefined) write(words[word] ?? '');
    else if (symbol !== undefined) write(symbol === '~' ? ' ' : /[\\{}]/.test(symbol) ? symbol : '');
    else if (plain !== undefined) {
      write(plain.slice(toSkip));
      toSkip = 0;
    }
  }
  flush();
  return out
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
