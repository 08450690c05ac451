import type { Address } from '../mail.ts';
import { attributionAt } from '../visible-text/attribution.ts';
import { headerBlockAt } from '../visible-text/header-block.ts';
import { readableLine } from '../visible-text/readable-line.ts';
import { separatorOf } from '../visible-text/separators.ts';
import { addressesIn, addressIn, writerIn } from './address-in.ts';
import { readCopied, unglued } from './copied-mail.ts';

/** A header block copied into a text, and what stands below it. */
export type InlineForward = {
  from: Address;
  /** Different addresses that its From line shows. */
  writers: number;
  /** As printed. */
  date: string;
  subject: string;
  text: string;
  comment: string;
  /** A line above it says "forwarded message". */
  marked: boolean;
};

/**
 * Finds the outermost mail copied into a text: the first header block that is no quoted answer's. Linear in the lines.
 *
 * @param passesOn the subject says that it is a forward: then an attribution may stand for the header (Outlook for Mac), and
 *   the whole of it may be quoted
 */
export function inlineForward(text: string, passesOn = false): InlineForward | null {
  const split = text.split(/\r?\n/);
  const lines = split.some((line) => /^\s*---/.test(line)) ? split.flatMap(unglued) : split;
  const bare = lines.map((line) => (line.includes('>') ? line.replace(/^ {0,3}> ?/, '') : line));
  for (let at = 0; at < lines.length; at++) {
    if (bare[at] === '') continue;
    const isQuoted = lines[at] !== bare[at];
    const kind = separatorOf(bare[at] ?? '');
    const marked = kind === 'forwarded';
    const start = marked || (kind === 'original' && passesOn) ? nextBlock(bare, at + 1) : blockAt(lines, at, isQuoted);
    if (start >= 0) return { ...copiedAt(lines, bare, start), comment: commentAbove(lines, at), marked };
    const said = passesOn || marked ? attributed(lines, marked ? nextWritten(lines, at + 1) : at) : null;
    if (said !== null) return { ...said, comment: commentAbove(lines, at), marked };
  }
  return null;
}

const blockAt = (lines: readonly string[], at: number, isQuoted: boolean): number =>
  !isQuoted && headerBlockAt(lines, at) ? at : -1;

/** The block below a mark may have blank lines before it. */
function nextBlock(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) if (headerBlockAt(lines, at)) return at;
  return -1;
}

function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < from + 4 && (lines[at] ?? '').trim() === '') at++;
  return at;
}

type Copied = Omit<InlineForward, 'comment' | 'marked'>;

/** A header that is quoted has a quoted text; one that is not keeps the marks of what its writer quoted. */
function copiedAt(lines: readonly string[], bare: readonly string[], start: number): Copied {
  const { from, date, subject, text } = readCopied(lines[start] === bare[start] ? lines : bare, start);
  const writer = readableLine(from);
  return { from: addressIn(writer), writers: addressesIn(writer).length, date, subject, text };
}

/** `Am 02.03.2026, 10:05 schrieb "Jane Roe" <jane@…>:` and the mail below, moved to the right. */
function attributed(lines: readonly string[], at: number): Copied | null {
  const found = attributionAt(lines, at);
  if (!found.certain) return null;
  const line = readableLine(lines.slice(at, at + found.lines).join(' '));
  const text = lines
    .slice(at + found.lines)
    .map((one) => one.replace(/^(?: {4}|\t|> ?)/, ''))
    .join('\n')
    .trim();
  const from = writerIn(line);
  return { from, writers: addressesIn(line).length, date: line, subject: '', text };
}

function commentAbove(lines: readonly string[], at: number): string {
  const above = lines.slice(0, at);
  while (above.length > 0 && ((above.at(-1) ?? '').trim() === '' || separatorOf(above.at(-1) ?? '') !== null)) above.pop();
  return above.join('\n').trim();
}
