import { describe, expect, test } from 'vitest';
import type { Answering } from '../../../src/domain/ask/answering.ts';
import type { Ask, Asked, Given } from '../../../src/domain/ask/ask.ts';
import { type Hearing, judgeAnswers } from '../../../src/domain/ask/judge-answers.ts';
import { settledBy } from '../../../src/domain/ask/settles.ts';
import type { Level } from '../../../src/domain/authenticate/verdict.ts';
import { askId, messageId, ticketNo } from '../../../src/domain/ids.ts';
import type { Step, Workflow } from '../../../src/domain/workflow/workflow.ts';
import { day, now } from '../parts.ts';

const jane: Asked = { kind: 'contact', address: 'jane@globex.example' };
const john: Asked = { kind: 'contact', address: 'john@globex.example' };
const hash = 'f'.repeat(64);

const ask = (id: number, change: Partial<Ask> = {}): Ask => ({
  ...{
    id: askId(id),
    ticket: ticketNo(1001),
    ask: 'offer',
    round: id,
    state: 'open',
    need: 'one',
    answers: ['approve', 'decline'],
  },
  about: { kind: 'quote', id: 1, revision: id, hash },
  ...{
    of: [jane],
    asked: now - day,
    expires: now + day,
    reminds: [],
    mails: [messageId(`<asks-${id}@acme.example>`)],
    given: [],
  },
  ...change,
});

const given = (by: Asked, change: Partial<Given> = {}): Given => ({
  ...{
    by,
    answer: 'approve',
    value: '',
    at: now,
    evidence: null,
    via: 'mail',
    recordedBy: null,
    words: '',
    state: 'counted',
    until: null,
  },
  ...change,
});

const closes: Step = {
  ...{
    line: 1,
    trigger: { kind: 'answer', ask: 'closing', answer: 'confirm' },
    from: ['closing'],
    to: { kind: 'state', state: 'closed' },
  },
  ...{ by: [], needs: {}, collects: [], sets: {}, asks: [], tells: [], charges: [] },
};
const workflow: Pick<Workflow, 'asks' | 'steps'> = { asks: {}, steps: [closes] };

const link = (id: number, change: Partial<Answering> = {}): Answering => ({
  ...{ ask: askId(id), ticket: ticketNo(1001), by: 'link', of: jane, own: true, expired: false },
  ...change,
});

function heard(asks: readonly Ask[], change: Partial<Hearing> = {}): string {
  const hearing: Hearing = {
    ...{
      asks,
      workflow,
      writer: jane,
      answering: null,
      repliedTo: [],
      text: 'approved',
      isPlain: true,
      level: 'E2',
      rules: undefined,
      now,
    },
    isBeyond: () => false,
    choiceOf: () => null,
    ...change,
  };
  return judgeAnswers(hearing)
    .map((one) => (one.kind === 'refused' ? one.why : `${one.said.answer} ${one.kind}`))
    .join(', ');
}

describe('C5: an approval', () => {
  test.each<[Level, Answering | null, string]>([
    ['E2', link(1), 'approve counts'],
    ['E3', link(1), 'approve counts'],
    ['E4', null, 'approve counts'],
    ['E2', null, 'approve confirm'],
    ['E3', null, 'approve confirm'],
    ['E1', link(1), 'approve confirm'],
    ['E1', null, 'approve confirm'],
    ['E2', link(1, { expired: true }), 'approve confirm'],
  ])('at %s by %j: %s', (level, answering, expected) => {
    expect(heard([ask(1)], { level, answering, repliedTo: [askId(1)] })).toBe(expected);
  });

  test('the button of one question proves nothing for another', () => {
    const closing = ask(2, { ask: 'closing', answers: ['confirm', 'reject'], about: null });
    expect(heard([ask(1), closing], { answering: link(1), text: 'approved\nclose it' })).toBe('approve counts, confirm confirm');
  });

  test('more than they may approve never counts, whatever the proof', () => {
    for (const level of ['E2', 'E4'] as const)
      expect(heard([ask(1)], { level, answering: link(1), isBeyond: () => true })).toBe('beyond');
  });
});

describe('C1: a no needs no more than the ticket’s own address', () => {
  test.each<[Level, Answering | null]>([
    ['E1', link(1)],
    ['E1', null],
    ['E2', null],
  ])('at %s', (level, answering) => {
    expect(heard([ask(1)], { level, answering, text: 'Declined: too much' })).toBe('decline counts');
  });
  test('not a stranger’s', () => expect(heard([ask(1)], { level: 'E0', text: 'declined' })).toBe('decline confirm'));
});

describe('5.3: none of these approves', () => {
  test('approve twice', () => {
    const answered = ask(1, { state: 'answered', given: [given(jane)] });
    expect(heard([answered], { answering: link(1) })).toBe('twice');
    expect(heard([ask(1, { need: 'all', of: [jane, john], given: [given(jane)] })], { answering: link(1) })).toBe('twice');
    expect(heard([ask(1, { state: 'answered', of: [jane, john], given: [given(john)] })], { answering: link(1) })).toBe('over');
  });
  test('approve expired', () => {
    for (const late of [ask(1, { expires: now }), ask(1, { state: 'expired', expires: now - day })])
      for (const answering of [link(1), link(1, { expired: true })]) expect(heard([late], { answering })).toBe('lapsed');
  });
  test('approve v1 after v2', () => {
    const both = [ask(1, { state: 'withdrawn' }), ask(2)];
    expect(heard(both, { answering: link(1) })).toBe('changed');
    expect(heard(both, { repliedTo: [askId(1)] })).toBe('changed');
    expect(heard(both, { answering: link(2) })).toBe('approve counts');
  });
  test('approve from Cc', () => {
    expect(heard([ask(1)], { writer: john, repliedTo: [askId(1)] })).toBe('not-asked');
    expect(heard([ask(1)], { writer: john, answering: link(1, { own: false }) })).toBe('not-asked');
    expect(heard([ask(1, { of: [jane, john] })], { writer: john, answering: link(1, { own: false }) })).toBe('not-asked');
  });
  test('"not approved"', () => {
    for (const text of ['not approved', 'Not approved.', 'I cannot say approved', 'approved?'])
      expect(heard([ask(1)], { answering: link(1), text })).toBe('unclear');
  });
  test('encrypted, or of two faces', () => {
    expect(heard([ask(1)], { answering: link(1), isPlain: false })).toBe('unreadable');
  });
  test('a comment is a comment', () => {
    expect(heard([ask(1)], { answering: link(1), text: 'When would you begin?' })).toBe('');
    expect(heard([ask(1)], { writer: john, text: 'Is it approved?' })).toBe('');
    expect(heard([], { text: 'approved' })).toBe('');
  });
});

test('whoever answers where two wait for them, and names none, is asked which', () => {
  const two = [ask(1), ask(2, { ask: 'supplement' })];
  expect(heard(two)).toBe('unclear');
  expect(heard(two, { repliedTo: [askId(2)] })).toBe('approve confirm');
});

describe('how many must agree', () => {
  test.each([
    ['one', [], 'approve', 'approve'],
    ['first', [], 'approve', 'approve'],
    ['all', [], 'approve', null],
    ['all', [given(john)], 'approve', 'approve'],
    ['all', [given(john, { state: 'unconfirmed' })], 'approve', null],
    ['all', [given(jane)], 'approve', null],
    ['all', [], 'decline', 'decline'],
  ] as const)('%s, %j before, %s now: %s', (need, before, answer, expected) => {
    expect(settledBy(ask(1, { need, of: [jane, john], given: [...before] }), jane, answer)).toBe(expected);
  });
});
