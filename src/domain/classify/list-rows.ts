import { headerValue, type Mail } from '../mail.ts';
import { type Desk, type Row, shown, tokenOf } from './row.ts';

/** RFC 2369, RFC 2919 and what lists wrote before. List-Unsubscribe alone is also on shops' letters: those are bulk as well. */
const fields = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-subscribe',
  'list-help',
  'list-owner',
  'list-archive',
  'mailing-list',
  'x-mailing-list',
  'x-ml-name',
  'x-listname',
  'x-beenthere',
  'x-mailman-version',
  'x-loop-list',
];

/** Mail of lists and to many (2369-1); fields of our own group in front of the mailbox are none. */
export const listRows: readonly Row[] = [
  ...fields.map((name): Row => ({ kind: 'mailing-list', test: (mail, desk) => (isOurs(mail, desk) ? '' : field(mail, name)) })),
  { kind: 'mailing-list', test: (mail, desk) => (isOurs(mail, desk) ? '' : precedence(mail)) },
];

const field = (mail: Mail, name: string): string => (headerValue(mail, name) === '' ? '' : shown(name, headerValue(mail, name)));

const precedence = (mail: Mail): string =>
  /^(?:bulk|junk|list)$/.test(tokenOf(headerValue(mail, 'precedence')))
    ? shown('Precedence', headerValue(mail, 'precedence'))
    : '';

/** The list names itself as one of ours: by address, by id, or by domain. */
function isOurs(mail: Mail, desk: Desk): boolean {
  if (desk.via.length === 0) return false;
  const named = ['list-id', 'list-post', 'mailing-list', 'x-beenthere', 'sender', 'list-owner']
    .map((name) => headerValue(mail, name).toLowerCase())
    .join(' ');
  // An id writes an address with a dot: support@acme.example is <support.acme.example>.
  return desk.via.some((via) => [via.toLowerCase(), via.toLowerCase().replace('@', '.')].some((name) => isNamed(named, name)));
}

/** As a whole name: `acme.example` is not in `notacme.example`. */
function isNamed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}
