import { Parser } from 'htmlparser2';
import { isIndent, type Line, markedLines, type Zone, zoneOf } from './html-quotes.ts';

/**
 * The text of an HTML mail: all of it, and as its writer's program marks it: with `> ` before what stands in the containers of
 * the quoted mail, without those of signatures.
 */
export type HtmlText = { text: string; unquoted: string };

/** Characters of HTML that are read with their meaning, and elements inside each other; of what lies beyond only the tags are taken out. */
const MAX_HTML = 1_000_000;
const MAX_DEPTH = 1_000;
/** After so many characters the depth is looked at. */
const SLICE = 16_384;

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table'.split(' '));
const hidden = new Set('head style script title template noscript object svg math select'.split(' '));

/**
 * Makes text from HTML in one pass without a tree, so that depth costs nothing.
 * Quotations get `> `, list items a mark, links their address where it is not their text.
 */
export function htmlToText(html: string): HtmlText {
  const page = newPage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(page, name, attributes),
      ontext: (text) => write(page, text),
      onclosetag: (name) => close(page, name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < html.length; at += SLICE) {
    const isTooDeep = page.stack.length > MAX_DEPTH || at >= MAX_HTML;
    if (isTooDeep) write(page, html.slice(at).replace(/<[^<>]{0,2000}>/g, ' '));
    if (isTooDeep) break;
    parser.write(html.slice(at, at + SLICE));
  }
  parser.end();
  endLine(page);
  return { text: finish(page.lines.map((line) => line.text)), unquoted: finish(markedLines(page.lines)) };
}

type Frame = { name: string; hides: boolean; quotes: number; zone: Zone; link: string; linkFrom: number; list: number };
type Page = {
  lines: Line[];
  /** Of the line that is written: its pieces, for a string that grows and is looked at costs its length each time. */
  line: string[];
  length: number;
  endsBlank: boolean;
  space: boolean;
  stack: Frame[];
  hiding: number;
  depth: number;
  /** Elements of each kind that are open. */
  cutting: number;
  signing: number;
  /** Threads that are open, by number; and how many there were. */
  threads: number[];
  threadCount: number;
  pre: number;
  cutRest: boolean;
  /** A paragraph ended: a blank line before the next text. */
  gap: boolean;
};

const newPage = (): Page => ({
  lines: [],
  line: [],
  length: 0,
  endsBlank: false,
  space: false,
  stack: [],
  hiding: 0,
  depth: 0,
  cutting: 0,
  signing: 0,
  threads: [],
  threadCount: 0,
  pre: 0,
  cutRest: false,
  gap: false,
});

function open(page: Page, name: string, attributes: Record<string, string>): void {
  if (name === 'br') endLine(page, true);
  else if (name === 'img') write(page, imageText(attributes));
  else openElement(page, name, attributes);
}

function openElement(page: Page, name: string, attributes: Record<string, string>): void {
  const zone = zoneOf(name, attributes);
  if (blocks.has(name) || zone !== null) blockEdge(page, name);
  else if (name === 'td' || name === 'th') page.space = page.length > 0;
  const frame: Frame = {
    name,
    hides: hidden.has(name) || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes.style ?? ''),
    quotes: name === 'blockquote' && !isIndent(attributes) ? 1 : 0,
    zone,
    link: name === 'a' ? (attributes.href ?? '') : '',
    linkFrom: page.line.length,
    list: 0,
  };
  enter(page, frame);
  if (name === 'li') bullet(page);
}

function enter(page: Page, frame: Frame): void {
  page.stack.push(frame);
  if (frame.hides) page.hiding++;
  if (frame.zone !== null) enterZone(page, frame.zone);
  if (frame.name === 'pre') page.pre++;
  page.depth += frame.quotes;
}

function enterZone(page: Page, zone: Zone): void {
  if (zone === 'quote') page.cutting++;
  else if (zone === 'signature') page.signing++;
  else if (zone === 'thread') page.threads.push(++page.threadCount);
  else if (zone === 'rest') page.cutRest = true;
}

function leaveZone(page: Page, zone: Zone): void {
  if (zone === 'quote') page.cutting--;
  else if (zone === 'signature') page.signing--;
  else if (zone === 'thread') page.threads.pop();
}

function close(page: Page, name: string): void {
  if (name === 'br' || name === 'img') return; // were never opened
  const frame = page.stack.pop();
  if (!frame) return;
  if (frame.link !== '') linkTarget(page, frame);
  const isBlock = blocks.has(name) || frame.zone !== null;
  if (isBlock) endLine(page);
  page.depth -= frame.quotes;
  if (isBlock) blockEdge(page, name);
  if (frame.hides) page.hiding--;
  leaveZone(page, frame.zone);
  if (frame.name === 'pre') page.pre--;
}

function bullet(page: Page): void {
  const list = page.stack.findLast((frame) => frame.name === 'ol' || frame.name === 'ul');
  if (list) list.list++;
  page.line = [];
  page.length = 0;
  add(page, list?.name === 'ol' ? `${list.list}. ` : '* ');
  page.space = false;
}

function write(page: Page, text: string): void {
  if (page.hiding > 0 || text === '') return;
  if (page.pre > 0) writeLines(page, text);
  else writeWords(page, text);
}

function writeWords(page: Page, text: string): void {
  for (const piece of text.split(/([ \t\r\n\f]+)/)) {
    if (piece === '') continue;
    if (/^[ \t\r\n\f]/.test(piece)) page.space = true;
    else {
      add(page, page.space && page.length > 0 && !page.endsBlank ? ` ${piece}` : piece);
      page.space = false;
    }
  }
}

function writeLines(page: Page, text: string): void {
  const lines = text.split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    add(page, line);
    if (at < lines.length - 1) endLine(page, true);
  }
}

function add(page: Page, text: string): void {
  if (text === '') return;
  page.line.push(text);
  page.length += text.length;
  page.endsBlank = text.endsWith(' ');
}

function linkTarget(page: Page, frame: Frame): void {
  // A long label is no address; and links inside links would be read again and again.
  const label = page.line
    .slice(frame.linkFrom, frame.linkFrom + MAX_LABEL)
    .join('')
    .trim();
  const target = frame.link.replace(/^mailto:/i, '').trim();
  if (!/^(?:https?:|mailto:|tel:|ftp:)/i.test(frame.link) || label === '' || target.length > 300) return;
  const bare = (text: string): string =>
    text
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  if (bare(label) !== bare(target) && !label.includes(target)) add(page, ` [${target}]`);
}

const imageText = (attributes: Record<string, string>): string => {
  const alt = (attributes.alt ?? '').trim();
  return alt === '' ? '' : `[${alt}]`;
};

function blockEdge(page: Page, name: string): void {
  endLine(page);
  if (paragraphs.has(name)) page.gap = true;
}

function endLine(page: Page, always = false): void {
  const text = page.line.join('').trimEnd();
  page.line = [];
  page.length = 0;
  page.space = false;
  if (page.hiding > 0 || (!always && text === '')) return;
  const last = page.lines.at(-1);
  if (page.gap && last && text !== '') push(page, '', Math.min(last.depth, page.depth));
  if (text !== '') page.gap = false;
  push(page, text, page.depth);
}

function push(page: Page, text: string, depth: number): void {
  page.lines.push({
    text: ('> '.repeat(Math.min(depth, MAX_QUOTES)) + text).trimEnd(),
    depth,
    quoted: page.cutting > 0 || page.cutRest,
    signed: page.signing > 0,
    thread: page.threads.at(-1) ?? 0,
  });
}

/** Marks of quotation before a line. */
const MAX_QUOTES = 20;
/** Pieces of a link's label that are looked at. */
const MAX_LABEL = 100;

function finish(lines: readonly string[]): string {
  return lines
    .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
    .filter((line, at, all) => line !== '' || (at > 0 && all[at - 1] !== ''))
    .join('\n')
    .trimEnd();
}
