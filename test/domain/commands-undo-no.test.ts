import { describe, expect, test } from 'vitest';
import type { AnswerUndo, Ask } from '../../src/domain/ask/ask.ts';
import { askId, messageId, ticketNo } from '../../src/domain/ids.ts';
import { inNoProcess } from './in-no-process.ts';
import { now } from './parts.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';

const by = { kind: 'contact', address: 'jane@globex.example' } as const;

const undo: AnswerUndo = {
  ...{ commands: 'decline', was: { state: 'waiting', waitsFor: 'customer' }, set: { state: 'open', waitsFor: 'staff' } },
  ...{ back: [{ act: 'undo-answer', ask: askId(1), by }], mails: [], states: new Map() },
};

const ask: Ask = {
  ...{ id: askId(1), ticket: ticketNo(1001), ask: 'offer', round: 1, state: 'answered', about: null, of: [by], need: 'one' },
  ...{ answers: ['approve', 'decline'], asked: now - 1000, expires: now + 1000, reminds: [now - 500, now + 500], mails: [] },
  given: [
    {
      ...{ by, answer: 'decline', value: '', at: now - 100, evidence: null, via: 'mail', recordedBy: null, words: '' },
      ...{ state: 'counted', until: null, undo },
    },
  ],
};

const withAsks = (asks: readonly Ask[], ticket: Given['ticket'] = {}): Given => ({
  ticket: { state: 'open', ...ticket },
  records: { ...inNoProcess.records, asks },
});
const with_ = (more: Partial<AnswerUndo>): Ask => ({
  ...ask,
  given: ask.given.map((one) => ({ ...one, undo: { ...undo, ...more } })),
});

const mail = (state: 'waiting' | 'sent') =>
  with_({ mails: [messageId('<a@x>')], states: new Map([[messageId('<a@x>'), { to: 'Jane Roe', state }]]) });

const done = (one: Ask) => {
  const tried = tryCommands('undo decline', withAsks([one]));
  return tried.kind === 'fine' ? tried.performed.flatMap(({ deed }) => deed) : [];
};

describe('C1: a no whose sender was not proved is taken back', () => {
  test('the ticket stands as before, whoever writes meanwhile; the evidence chain has who did it', () => {
    for (const waitsFor of ['staff', 'customer'] as const)
      expect(outcome('undo decline', withAsks([ask], { waitsFor }))[0]).toEqual(undo.was);
    expect(done(ask)[0]?.effects).toMatchObject([
      { act: 'cancel-mails' },
      { act: 'undo-answer', ask: 1 },
      { act: 'keep-proof', proof: { decision: 'undone', rule: 'C3: taken back by maria' } },
    ]);
  });

  test('in the words of five languages', () => {
    for (const word of ['reject', 'ablehnen', 'rechazado', 'recusar', 'refusé'])
      expect(outcome(`undo ${word}`, withAsks([ask]))[0]).toEqual(undo.was);
  });

  test('who was told already hears that it is open again; who was not hears nothing', () => {
    expect(done(mail('sent'))[0]).toMatchObject({ asks: 'put-back' });
    expect(done(mail('sent'))[0]?.change).toContain('Jane Roe had been told');
    expect(done(mail('waiting'))[0]).not.toHaveProperty('asks');
    expect(done(mail('waiting'))[0]?.change).toContain('the mail to Jane Roe does not go out');
  });

  test.each<[string, Given]>([
    ['the ticket has moved on since (working)', withAsks([ask], { state: 'working' })],
    ['it was asked anew since', withAsks([ask, { ...ask, id: askId(2), round: 2, state: 'open', given: [] }])],
    ['the time to answer it is over', withAsks([{ ...ask, expires: now }])],
    ['the offer was changed since', withAsks([with_({ back: [quoteBack()] })])],
    ['nobody whose address was not proved has said no here', withAsks([])],
    [
      'nobody whose address was not proved has said no here',
      withAsks([{ ...ask, given: ask.given.map((one) => ({ ...one, state: 'undone' })) }]),
    ],
  ])('it is too late: %s', (problem, given) => {
    expect(outcome('undo decline', given)[0]).toBe(problem);
  });

  test('`undo` alone names it where there is nothing else to take back', () => {
    expect(outcome('undo', withAsks([ask]))[2]).toBe('undo decline');
    expect(outcome('undo approve', withAsks([ask]))[0]).toMatch(/nothing that can be taken back/);
  });
});

function quoteBack() {
  const quote = { ticket: ticketNo(1001), number: 1, revision: 1 };
  return { act: 'change-quote', quote, set: { status: 'open', settled: null } } as const;
}
