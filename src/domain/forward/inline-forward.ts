import type { Address } from '../mail.ts';
import { headerBlockAt, labelOf } from '../visible-text/header-block.ts';
import { separatorOf } from '../visible-text/separators.ts';
import { addressIn } from './address-in.ts';

/** A header block copied into a text, and what stands below it. */
export type InlineForward = {
  from: Address;
  /** As printed. */
  date: string;
  subject: string;
  text: string;
  comment: string;
  /** A line above it says "forwarded message". */
  marked: boolean;
};

const longestHeader = 24;

/** Finds the outermost mail copied into a text: the first header block that is no quoted answer's. Linear in the lines. */
export function inlineForward(text: string): InlineForward | null {
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const marked = separatorOf(lines[at] ?? '') === 'forwarded';
    const start = marked ? nextBlock(lines, at + 1) : headerBlockAt(lines, at) ? at : -1;
    if (start < 0) continue;
    return { ...readBlock(lines, start), comment: commentAbove(lines, at), marked };
  }
  return null;
}

/** The block below a mark may have blank lines before it. */
function nextBlock(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) if (headerBlockAt(lines, at)) return at;
  return -1;
}

function readBlock(lines: readonly string[], start: number): Omit<InlineForward, 'comment' | 'marked'> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  let at = start;
  for (; at < Math.min(lines.length, start + longestHeader); at++) {
    const line = (lines[at] ?? '').trim();
    const found = labelOf(line);
    const label = found === 'sent' ? 'date' : found;
    if (label !== null) {
      last = fields.has(label) ? null : label;
      if (last !== null) fields.set(last, fieldValue(line));
    } else if (line === '') {
      if (fields.size >= 2 && !startsLabel(lines, at + 1)) break;
    } else if (last !== null) fields.set(last, `${fields.get(last)} ${line}`.trim());
  }
  const text = lines.slice(at).join('\n').trim();
  return {
    from: addressIn(fields.get('from') ?? ''),
    date: fields.get('date') ?? '',
    subject: plain(fields.get('subject') ?? ''),
    text,
  };
}

/** Outlook's HTML made text leaves a blank line between two fields. */
const startsLabel = (lines: readonly string[], at: number): boolean => labelOf(lines[at] ?? '') !== null;

const fieldValue = (line: string): string => plain(line.slice(line.search(/[:：]/) + 1));
const plain = (text: string): string => text.replace(/^[\s*_]+|[\s*_]+$/g, '');

function commentAbove(lines: readonly string[], at: number): string {
  const above = lines.slice(0, at);
  while (above.length > 0 && ((above.at(-1) ?? '').trim() === '' || separatorOf(above.at(-1) ?? '') !== null)) above.pop();
  return above.join('\n').trim();
}
