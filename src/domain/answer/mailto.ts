import { splitAddress } from '../authenticate/reply-address.ts';

/** A mail that a link opens, ready to be sent. */
export type ReadyMail = {
  address: string;
  subject: string;
  /** Stands in brackets behind the subject; '' for none. */
  command?: string;
  body?: string;
};

/** Mail programs and browsers of old cut links somewhere above this; a command that is cut is another command. */
const longest = 1800;

/**
 * The link that opens a mail. What would make it too long goes: lines of the body, from the last; then the end of the
 * subject; a command is there whole or not at all.
 *
 * @see RFC 6068 §2, §5: line breaks are %0D%0A, spaces %20, brackets escaped
 */
export function mailtoLink({ address, subject, command = '', body = '' }: ReadyMail): string {
  const said = oneLine(command);
  const inBody = /[[\]]/.test(said);
  const lines = [...(inBody ? [`!${said}`] : []), ...body.split(/\r\n|\r|\n/)];
  const behind = said === '' || inBody ? '' : subject === '' ? `[${said}]` : ` [${said}]`;
  const [local, domain] = splitAddress(address);
  const start = `mailto:${escaped(local)}@${domain}`;
  const linkOf = (title: string, count: number, tail: string): string => withFields(start, title + tail, lines.slice(0, count));
  const title = oneLine(subject);
  for (let count = lines.length; count >= 0; count--) {
    const link = linkOf(title, count, behind);
    if (link.length <= longest) return link;
  }
  const room = longest - linkOf('', 0, behind).length - ellipsis.length;
  return room >= shortestTitle ? linkOf(cut(title, room), 0, behind) : linkOf(cut(title, longest / 2), 0, '');
}

/** Room for `Re: [HD-123456] `, escaped: a mail without it would not find its ticket. */
const shortestTitle = 40;

function withFields(start: string, subject: string, lines: readonly string[]): string {
  const body = lines.map((line) => escaped(line.replace(/\p{Cc}/gu, ' '))).join('%0D%0A');
  const fields = [...(subject === '' ? [] : [`subject=${escaped(subject)}`]), ...(body === '' ? [] : [`body=${body}`])];
  return fields.length === 0 ? start : `${start}?${fields.join('&')}`;
}

const ellipsis = '%E2%80%A6';

/** As much as has room when it is escaped, whole letters only. */
function cut(text: string, room: number): string {
  let kept = '';
  let used = 0;
  for (const letter of text) {
    used += escaped(letter).length;
    if (used > room) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Half of a surrogate pair cannot be written in UTF-8; quotes and parentheses end a link where a program looks for its end. */
const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
