import { headerValue, type Mail } from '../mail.ts';
import { isOwnGroup } from './own-group.ts';
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

const isOurs = (mail: Mail, { via }: Desk): boolean => isOwnGroup(mail, via);
