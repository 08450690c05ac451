import { expect, test } from 'vitest';
import type { Verdict } from '../../src/domain/authenticate/verdict.ts';
import { messageId, ticketNo } from '../../src/domain/ids.ts';
import { taughtIds } from '../../src/domain/match/taught-ids.ts';
import { someFacts } from './facts.ts';
import { aMail, day, now } from './parts.ts';

const number = ticketNo(1001);
const [rewritten, older] = [messageId('<01020.ses@relay.example>'), messageId('<0.older@relay.example>')];
const token = { purpose: 'reply', ticket: number, principal: { kind: 'contact', id: 1 }, expires: now + day } as const;

function taught(verdict: Partial<Verdict>, by: 'token' | 'reference' = 'token') {
  const base = someFacts();
  const mail = aMail({ inReplyTo: rewritten, references: [older, rewritten] });
  const facts = {
    mail,
    verdict: { ...base.verdict, level: 'E1' as const, token: { kind: 'valid' as const, token }, ...verdict },
    placement: { ...base.placement, ticket: number, by },
  };
  return taughtIds(facts, number);
}

test('ms-5: a mail that its signed address placed teaches the id it answers, and no other', () => {
  expect(taught({})).toEqual([{ act: 'learn-id', ticket: number, messageId: rewritten, cited: true }]);
});

test.each([
  ['placed by anything else', taught({}, 'reference')],
  ['whose signed address has expired', taught({ token: { kind: 'expired', token } })],
  ['at E0', taught({ level: 'E0' })],
  ['that answers an id of ours', taught({ cited: [{ id: rewritten, ticket: ticketNo(1002) }] })],
])('ms-5: nothing is learnt from one %s', (_, effects) => {
  expect(effects).toEqual([]);
});
