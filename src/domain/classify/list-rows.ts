import { headerValue, type Mail } from '../mail.ts';
import { isOwnGroup } from './own-group.ts';
import { type Desk, type Row, shown, tokenOf } from './row.ts';

/** RFC 2369, RFC 2919 and what lists wrote before. */
const fields = [
  'list-id',
  'list-post',
  'list-subscribe',
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

/** Relays put these on shops' letters, and on what a person writes through them; a letter to many answers nobody. */
const relayFields = ['list-unsubscribe', 'list-help'];

/** Mail of lists and to many (2369-1); fields of our own group in front of the mailbox are none. */
export const listRows: readonly Row[] = [
  ...fields.map((name): Row => ({ kind: 'mailing-list', test: (mail, desk) => (isOurs(mail, desk) ? '' : field(mail, name)) })),
  ...relayFields.map(
    (name): Row => ({
      kind: 'mailing-list',
      test: (mail, desk) => (isOurs(mail, desk) || mail.inReplyTo !== null ? '' : field(mail, name)),
    }),
  ),
  { kind: 'mailing-list', test: (mail, desk) => (isOurs(mail, desk) ? '' : precedence(mail)) },
];

const field = (mail: Mail, name: string): string => (headerValue(mail, name) === '' ? '' : shown(name, headerValue(mail, name)));

const precedence = (mail: Mail): string =>
  /^(?:bulk|junk|list)$/.test(tokenOf(headerValue(mail, 'precedence')))
    ? shown('Precedence', headerValue(mail, 'precedence'))
    : '';

const isOurs = (mail: Mail, { via }: Desk): boolean => isOwnGroup(mail, via);
