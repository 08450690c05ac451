import { labelNames } from '../visible-text/field-labels.ts';
import { labelOf } from '../visible-text/header-block.ts';
import { separatorOf } from '../visible-text/separators.ts';

/** A header as it was copied into a text, and what stands below it. */
export type CopiedMail = { from: string; date: string; subject: string; text: string };

const longestHeader = 24;

/** Reads the header that begins at a line; which fields it has, in which order and with what between them, each program decides. */
export function readCopied(lines: readonly string[], start: number): CopiedMail {
  const fields = new Map<string, string>();
  let last: string | null = null;
  let at = start;
  for (; at < Math.min(lines.length, start + longestHeader); at++) {
    const line = (lines[at] ?? '').trim();
    const found = labelOf(line);
    if (found !== null) {
      const label = found === 'sent' ? 'date' : found;
      last = fields.has(label) ? null : label;
      if (last !== null) fields.set(last, fieldValue(line));
    } else if (endsAt(lines, at, last, fields.size)) break;
    else if (line !== '' && last !== null) fields.set(last, `${fields.get(last)} ${line}`.trim());
  }
  while (separatorOf(lines[at] ?? '') === 'forwarded') at++; // Zoho closes its header with the mark
  const value = (label: string): string => fields.get(label) ?? '';
  return { from: value('from'), date: value('date'), subject: value('subject'), text: lines.slice(at).join('\n').trim() };
}

/** A line that is no field ends the header, unless it carries the field above on, or another field follows. */
function endsAt(lines: readonly string[], at: number, last: string | null, size: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (size < 2 || labelOf(lines[at + 1] ?? '') !== null) return false;
  if (line === '') return true;
  return last === 'subject' ? size >= 3 : size >= 4 && !/[@;,]|^\s/.test(lines[at] ?? '');
}

const fieldValue = (line: string): string => plain(line.slice(line.search(/[:：]|(?<=\p{L}\s?)\|/u) + 1));
const plain = (text: string): string => text.replace(/^[\s*_|]+|[\s*_|]+$/g, '');

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const titles = labelNames()
  .map((name) => escaped(name === 'cc' ? 'C[cC]' : titled(name)).replace('C\\[cC\\]', 'C[cC]'))
  .sort((one, other) => other.length - one.length);
const anyTitle = new RegExp(`(?:${titles.join('|')})\\s?[:：]\\s?`, 'gu');
const glued = /^\s*(-{3,}\s?([^-]{3,60}?)\s?-{3,})\s+(\S.{10,2000})$/u;

/** Yahoo's plain text has mark and header on one line: `--- Forwarded Message --- From: Jane <…>To: …Sent: …Subject: …`. */
export function unglued(line: string): string[] {
  if (line.length > 2_200 || !/^\s*---/.test(line)) return [line];
  const found = glued.exec(line);
  if (found === null || separatorOf(found[1] ?? '') !== 'forwarded') return [line];
  const fields = found[3] ?? '';
  const starts = [...fields.matchAll(anyTitle)].map(({ index }) => index);
  if (starts.length < 2 || starts[0] !== 0) return [line];
  return [found[1] ?? '', ...starts.map((from, at) => fields.slice(from, starts[at + 1])), ''];
}
