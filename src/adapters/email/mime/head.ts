import type { Header } from '../../../domain/mail.ts';
import { decodeBytes } from './charset.ts';

/** Bytes and lines of a mail's header that are read; what stands behind them is skipped (A13). */
export type HeadLimits = { headBytes: number; headLines: number };

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
