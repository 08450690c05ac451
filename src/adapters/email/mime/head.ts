import type { Header } from '../../../domain/mail.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { decodeBytes } from './charset.ts';

/** Bytes and lines of a mail's header that are read; what stands behind them is skipped (A13). */
export type HeadLimits = { headBytes: number; headLines: number };

/** The raw header block and what follows its blank line. */
export type Split = { head: Uint8Array; body: Bytes };

const LF = 10;
const CR = 13;

/**
 * Cuts a mail at its first blank line without reading further than that.
 *
 * Blank lines before the first field are skipped: some gateways put them there.
 */
export async function splitHead(raw: Bytes, limit: number): Promise<Split> {
  if (raw instanceof Uint8Array) return splitWhole(raw, limit);
  const chunks = raw[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let size = 0;
  let tail: Uint8Array = new Uint8Array(0);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    seen.push(next.value);
    size += next.value.length;
    // Only what is new is searched: a sender may send byte by byte.
    const joint = Buffer.concat([tail, next.value]);
    const all = endOfHead(joint) === null ? null : Buffer.concat(seen);
    const end = all && endOfHead(all);
    if (all && end)
      return { head: all.subarray(end.start, Math.min(end.stop, end.start + limit)), body: rest(all.subarray(end.body), chunks) };
    if (size > limit)
      return { head: Buffer.concat(seen).subarray(0, limit), body: afterBlankLine(joint.subarray(-LOOK_BACK), chunks) };
    tail = joint.subarray(-LOOK_BACK);
  }
  return splitWhole(Buffer.concat(seen), limit);
}

/** Bytes of a blank line that may stand in the chunk before, and a letter, so that they are not taken for leading ones. */
const LOOK_BACK = 5;

function splitWhole(raw: Uint8Array, limit: number): Split {
  const end = endOfHead(raw);
  if (end === null) return { head: raw.subarray(0, limit), body: new Uint8Array(0) };
  return { head: raw.subarray(end.start, Math.min(end.stop, end.start + limit)), body: raw.subarray(end.body) };
}

async function* rest(first: Uint8Array, more: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await more.next(); !next.done; next = await more.next()) yield next.value;
}

async function* afterBlankLine(tail: Uint8Array, more: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = tail;
  for (let next = await more.next(); !next.done; next = await more.next()) {
    seen = Buffer.concat([seen.subarray(-LOOK_BACK), next.value]);
    const end = endOfHead(seen);
    if (end !== null) return yield* rest(seen.subarray(end.body), more);
  }
}

/** Where the head starts and stops and the body starts; null while its blank line has not come. */
function endOfHead(bytes: Uint8Array): { start: number; stop: number; body: number } | null {
  let start = 0;
  while (start < bytes.length && (bytes[start] === LF || bytes[start] === CR)) start++;
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === LF) {
      if (bytes[at + 1] === LF) return { start, stop: at, body: at + 2 };
      if (bytes[at + 1] === CR && bytes[at + 2] === LF) return { start, stop: at, body: at + 3 };
      // A gateway that put a CR before each CRLF.
      if (bytes[at + 1] === CR && bytes[at + 2] === CR && bytes[at + 3] === LF) return { start, stop: at, body: at + 4 };
    } else if (bytes[at] === CR && bytes[at + 1] === CR && bytes[at + 2] !== LF) {
      return { start, stop: at, body: at + 2 }; // line ends of old Macs
    }
  }
  return null;
}

export type Head = {
  fields: Header[];
  /** Lines behind the last field that belong to the body: the blank line between was lost. */
  strayBody: string;
};

/** Reads a raw header block into fields, top first, unfolded. */
export function readHead(head: Uint8Array, maxLines: number): Head {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1').replace(utf8Mark, '');
  const lines = text.split(/\r\n|\n|\r/, maxLines);
  const broken = brokenLines(text, maxLines);
  const fields: Header[] = [];
  for (const [at, line] of lines.entries()) {
    const last = fields.at(-1);
    const colon = line.indexOf(':');
    if (last && (line.startsWith(' ') || line.startsWith('\t') || isLooseParameter(line, last))) last.value += ` ${line.trim()}`;
    else if (colon > 0 && isFieldName(line.slice(0, colon))) fields.push(fieldOf(line, colon));
    else if (line.trim() !== '' && fields.length > 0) {
      if (bodyStartsAt(lines, at)) return { fields: readableFields(fields), strayBody: lines.slice(at).join('\n') };
      markOdd(last);
    }
    if (broken.has(at)) for (const field of [last, fields.at(-1)]) markOdd(field);
  }
  return { fields: readableFields(fields), strayBody: '' };
}

/** Lines on either side of a bare CR: some readers go on there. */
function brokenLines(text: string, maxLines: number): ReadonlySet<number> {
  const broken = new Set<number>();
  if (!/\r(?!\n|$)/.test(text)) return broken; // the last one belongs to the blank line
  let line = 0;
  for (const [end] of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
    if (end === '\r') broken.add(line).add(line + 1);
    if (++line > maxLines) break;
  }
  return broken;
}

function markOdd(field: Header | undefined): void {
  if (field !== undefined) field.odd = true;
}

/** Some programs put it before the text of a whole mail. */
const utf8Mark = /^\xef\xbb\xbf/;

function fieldOf(line: string, colon: number): Header {
  const name = line.slice(0, colon);
  const field = { name: name.trimEnd().toLowerCase(), value: line.slice(colon + 1).trim() };
  return name === name.trimEnd() ? field : { ...field, odd: true };
}

/** RFC 6532 wants UTF-8; older senders put the bytes of whatever charset their text is in. */
function readableFields(fields: readonly Header[]): Header[] {
  const type = fields.find(({ name }) => name === 'content-type')?.value ?? '';
  const hint = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1]?.toLowerCase() ?? null;
  return fields.map((field) => readable(field, hint));
}

function readable(field: Header, hint: string | null): Header {
  const decoded = (declared: string | null): Header => ({
    ...field,
    value: decodeBytes(Buffer.from(field.value, 'latin1'), declared),
  });
  const isUtf7 = hint === 'utf-7';
  if (/\P{ASCII}/u.test(field.value)) return decoded(isUtf7 || hint?.startsWith('iso-2022') ? null : hint);
  if (field.value.includes('\u001b')) return decoded(null);
  return isUtf7 && /\+[\w/]{2,}-/.test(field.value) ? decoded(hint) : field;
}

/** `Content-Type: multipart/mixed;` with its `boundary=…` on the next line and not indented. */
const isLooseParameter = (line: string, last: Header): boolean =>
  last.name.startsWith('content-') && last.value.endsWith(';') && /^[\w*-]+=/.test(line);

/** RFC 5322 §3.6.8: printable, no colon; a space before the colon is forgiven (§4.5). */
const isFieldName = (name: string): boolean => /^[!-9;-~]{1,998}[ \t]*$/.test(name);

/** The body starts where no well-known field follows any more: a torn or foreign line among fields is passed over. */
function bodyStartsAt(lines: readonly string[], at: number): boolean {
  const following = lines.slice(at + 1, at + 1 + LOOK_AHEAD);
  return !following.some((line) => /^(?:from|to|subject|date|message-id|mime-version|content-type|received)[ \t]*:/i.test(line));
}

/** Lines that are searched for another field. */
const LOOK_AHEAD = 100;
