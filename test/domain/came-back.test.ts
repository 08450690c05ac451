import { describe, expect, test } from 'vitest';
import { cameBack } from '../../src/domain/answer/came-back.ts';
import { aTicket, now } from './parts.ts';

const to = 'jane@globex.example';
const answer = { to, party: 'contact', automatic: null } as const;
const acknowledgement = { to, party: 'contact', automatic: 'auto-replied' } as const;
const marked = { act: 'mark-address', address: to, why: '5.1.1 No such user' };
const waits = aTicket({ waitsFor: 'customer' });
const closed = aTicket({ state: 'closed', closed: now, waitsFor: 'nobody' });
const causes = (mail: Parameters<typeof cameBack>[0], ticket: Parameters<typeof cameBack>[1]) =>
  cameBack(mail, ticket, '5.1.1 No such user');

describe('F-25: a mail of ours failed for good', () => {
  test('a person’s answer: the ticket is ours again', () => {
    expect(causes(answer, waits)).toEqual([marked, { act: 'change-ticket', ticket: 1001, set: { waitsFor: 'staff' } }]);
  });
  test('a person’s last words: the ticket opens again', () => {
    expect(causes(answer, closed)).toMatchObject([
      marked,
      { act: 'change-ticket', set: { state: 'raised', closed: null, waitsFor: 'staff' } },
      { act: 'journal', event: 'reopened' },
    ]);
  });
  test.each([
    ['an acknowledgement', acknowledgement, waits],
    ['an acknowledgement of a closed ticket', acknowledgement, closed],
    ['an answer on what is ours already', answer, aTicket()],
    ['an answer without a ticket', answer, null],
  ])('%s marks the address and moves nothing', (_, mail, ticket) => {
    expect(causes(mail, ticket)).toEqual([marked]);
  });
  test('a notification to one of us changes nothing', () => {
    expect(causes({ ...answer, party: 'associate' }, waits)).toEqual([]);
  });
});
