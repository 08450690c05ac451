import { separatorOf } from '../../../domain/visible-text/separators.ts';

/**
 * What a mail program says an element is: `quote` the mail it answers, `thread` that mail with what announces it and perhaps
 * answers between its quotations, `rest` nothing but that mail from here on, `signature`.
 */
export type Zone = 'quote' | 'thread' | 'rest' | 'signature' | null;

const quotes = new Set(
  'moz-cite-prefix gmail_attr_outer yahoo_quoted tutanota_quote zmail_extra zmail_extra_hr zimbra_quote ms-outlook-mobile-reference-message airmail_on polymail_quote missive_quote history_container ntes-mailmaster-quote netease_mail_quote mail-editor-reference-message-container olk_src_body_section isreplycontent replysplit original-content _originalcontent _persistentheader reply-intro messagereplysection spark_quote edo-message'.split(
    ' ',
  ),
);
const threads = new Set('gmail_quote gmail_quote_container protonmail_quote'.split(' '));
const rests = new Set('divrplyfwdmsg appendonsend stopspelling zwchr outlookmessageheader'.split(' '));
const signatures = new Set(
  'gmail_signature gmail_signature_prefix moz-signature protonmail_signature_block ms-outlook-mobile-signature ms-outlook-ios-signature applemailsignature signature composer_signature mail-editor-signature spneditorsign ntes-pcmac-signature sh-signature k9mail-signature tutanota_signature zmail_signature_below messagesignaturesection edo-signature __sig_pre__ __sig_post__ bloop_sign airmail_sign data-signature-widget'.split(
    ' ',
  ),
);

/** What webmails put before the names that they find in a mail they quote: Outlook `x_`, Gmail `m_123…`, Yahoo `ydp1a2b…`. */
const renamed = /^(?:x_|m_-?\d+|ydp[\da-f]{4,12})+/;

/** The lines that Outlook draws above a copied header: a border and nothing else. */
const outlookBorder =
  /border:\s*none;\s*border-top:\s*solid\s*(?:#(?:e1e1e1|b5c4df|cccccc)|[^;]{3,30};\s*padding:\s*3(?:\.0)?pt 0)|border-style:\s*solid none none;[^"]{0,80}(?:225,\s*225,\s*225|181,\s*196,\s*223)/i;

/** What a mail program says of an element by its name and attributes. */
export function zoneOf(name: string, attributes: Record<string, string>): Zone {
  const { class: classes = '', id = '', type = '', style = '' } = attributes;
  if (name === 'includetail') return 'quote';
  if (name === 'blockquote' && type.toLowerCase() === 'cite') return 'quote';
  if (name === 'hr' && attributes.tabindex === '-1') return 'rest';
  if (name === 'div' && style.length < 1_000 && outlookBorder.test(style)) return 'rest';
  const marks = [...classes.slice(0, 500).split(/\s+/), id, attributes.name ?? '', attributes['data-marker'] ?? ''];
  for (const mark of [
    ...marks,
    attributes['data-smartmail'] ?? '',
    'data-signature-widget' in attributes ? 'data-signature-widget' : '',
  ]) {
    const zone = mark === '' ? null : zoneNamed(mark.toLowerCase().replace(renamed, ''), name);
    if (zone !== null) return zone;
  }
  return null;
}

function zoneNamed(mark: string, name: string): Zone {
  if (threads.has(mark)) return name === 'blockquote' ? 'quote' : 'thread';
  if (quotes.has(mark)) return 'quote';
  if (rests.has(mark)) return 'rest';
  return signatures.has(mark) || mark.startsWith('protonmail_signature_block') || mark.startsWith('bloop_sign')
    ? 'signature'
    : null;
}

/** An element that only moves its text to the right, as Gmail and Outlook do for "indent more". */
export const isIndent = ({ style = '', type = '', class: classes = '' }: Record<string, string>): boolean =>
  type === '' && classes === '' && /margin(?:-left)?:[^;]{0,30}40px/i.test(style) && !/border-left:\s*[^;]*solid/i.test(style);

/** A line made from HTML. `thread`: which of these it stands in, 0 for none. */
export type Line = { text: string; depth: number; quoted: boolean; signed: boolean; thread: number };

/** The lines as their writer's program marks them: quoted ones begin with `>`, signatures are left out. */
export function markedLines(lines: readonly Line[]): string[] {
  const quotedUpTo = threadEnds(lines);
  return lines.flatMap((line, at) => {
    if (line.signed) return [];
    const isQuoted = line.quoted || (line.thread > 0 && at < (quotedUpTo.get(line.thread) ?? 0));
    return [isQuoted && line.depth === 0 ? `> ${line.text}`.trimEnd() : line.text];
  });
}

/** Of each thread, the index before which it is quoted: all of it, or up to its first quotation; nothing of a forward. */
function threadEnds(lines: readonly Line[]): Map<number, number> {
  const ends = new Map<number, number>();
  const written = new Map<number, number>();
  const closed = new Set<number>();
  for (const [at, line] of lines.entries()) {
    if (line.thread === 0 || closed.has(line.thread)) continue;
    const count = line.text === '' ? (written.get(line.thread) ?? 0) : (written.get(line.thread) ?? 0) + 1;
    written.set(line.thread, count);
    const isForward = count <= 3 && !line.quoted && separatorOf(line.text) === 'forwarded';
    ends.set(line.thread, isForward ? 0 : at + 1);
    if (isForward || line.quoted) closed.add(line.thread);
  }
  return ends;
}
