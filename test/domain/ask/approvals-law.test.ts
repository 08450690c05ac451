import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answering } from '../../../src/domain/ask/answering.ts';
import type { Ask } from '../../../src/domain/ask/ask.ts';
import { decideMail } from '../../../src/domain/decide/decide-mail.ts';
import type { Facts, TicketScene } from '../../../src/domain/decide/facts.ts';
import { askId, messageId, ticketNo } from '../../../src/domain/ids.ts';
import { noRecords } from '../../../src/domain/workflow/records.ts';
import { simple } from '../../../src/domain/workflow/simple.ts';
import { closed, type Step } from '../../../src/domain/workflow/workflow.ts';
import { someFacts } from '../facts.ts';
import { aMail, aTicket, day, globex, now } from '../parts.ts';

const jane = { kind: 'contact', address: 'jane@globex.example' } as const;

const ask: Ask = {
  ...{
    id: askId(7),
    ticket: ticketNo(1001),
    ask: 'offer',
    round: 1,
    state: 'open',
    need: 'one',
    answers: ['approve', 'decline'],
  },
  ...{ about: null, of: [jane], asked: now - day, expires: now + day, reminds: [], given: [] },
  mails: [messageId('<asks@acme.example>')],
};

const approves: Step = {
  ...{
    line: 1,
    trigger: { kind: 'answer', ask: 'offer', answer: 'approve' },
    from: ['raised'],
    to: { kind: 'state', state: closed },
  },
  ...{ by: [], needs: {}, collects: [], sets: {}, asks: [], tells: [], charges: [] },
};

const scene = (one: Ask): TicketScene => ({
  ...{ ticket: aTicket(), workflow: { ...simple, steps: [approves] }, records: { ...noRecords, asks: [one] } },
  participants: ['jane', 'john'].map((name) => ({ address: `${name}@globex.example`, name, role: 'cc' as const })),
  ...{ subjects: [], commanded: [], requester: null, messages: [], journal: [], undo: null },
});

const link: Answering = { ask: ask.id, ticket: ask.ticket, by: 'link', of: jane, own: true, expired: false };

const writers = ['jane@globex.example', 'john@globex.example', 'sam@elsewhere.example'];
const texts = [
  'approved',
  'Approved!',
  'genehmigt',
  'yes',
  'not approved',
  'approved?',
  '> approved',
  'Hello\napproved',
  'declined',
  '',
];

/** Mostly the first: what is asked for is rare enough all the same. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(usual, ...others) });

const answering = fc.record({ own: mostly(true, false), expired: mostly(false, true), ask: mostly(askId(7), askId(8)) });

const mails = fc.record({
  from: mostly(...(writers as [string, ...string[]])),
  text: fc.oneof(fc.constantFrom(...texts), fc.string()),
  level: fc.constantFrom<Facts['level']>('E0', 'E1', 'E2', 'E3', 'E4'),
  kind: mostly<Facts['classification']['kind']>('human', 'auto-reply', 'mailing-list', 'bounce'),
  answering: fc.oneof(fc.constant(null), answering),
  replies: fc.boolean(),
  twoFaced: mostly(false, true),
  imported: mostly(false, true),
  state: mostly<Ask['state']>('open', 'answered', 'expired', 'withdrawn'),
  expires: mostly<number | null>(now + day, now - 1, null),
});

test('C5, 5.3: whatever a mail is like, it approves only by its own button, proved, in time, with exactly the word', () => {
  let approved = 0;
  fc.assert(
    fc.property(mails, (one) => {
      const mail = aMail({
        ...{ from: { name: '', address: one.from }, visibleText: one.text, text: one.text, twoFaced: one.twoFaced },
        inReplyTo: one.replies ? messageId('<asks@acme.example>') : null,
      });
      const base = someFacts();
      const facts = someFacts({
        ...{ mail, level: one.level, scene: scene({ ...ask, state: one.state, expires: one.expires }) },
        classification: { kind: one.kind, thanks: false, why: [] },
        answering: one.answering === null ? null : { ...link, ...one.answering },
        arrival: { ...base.arrival, imported: one.imported },
        placement: { ticket: ticketNo(1001), by: 'token', refused: null, linked: null },
        settings: { ...base.settings, customers: [globex] },
        customer: 'globex',
      });
      const { effects } = decideMail(facts);
      const counted = effects.some(
        (effect) => effect.act === 'answer-ask' && effect.given.answer === 'approve' && effect.given.state === 'counted',
      );
      const moved = effects.some((effect) => effect.act === 'change-ticket' && effect.set.state === closed);
      expect(moved).toBe(counted);
      if (!counted) return;
      approved += 1;
      const first = one.text.split('\n').find((line) => line.trim() !== '') ?? '';
      expect(first.replace(/[^\p{L}]/gu, '').toLowerCase()).toMatch(/^(?:approved?|accepted?|genehmigt|yes)$/);
      expect(one).toMatchObject({ kind: 'human', imported: false, twoFaced: false, state: 'open' });
      expect(one.expires === null || now < one.expires).toBe(true);
      if (one.level !== 'E4') {
        expect(one.from === 'jane@globex.example' || one.answering?.own === true).toBe(true);
        expect(['E2', 'E3']).toContain(one.level);
        expect(one.answering).toEqual({ own: true, expired: false, ask: ask.id });
      }
    }),
    { numRuns: 4000 },
  );
  expect(approved).toBeGreaterThan(10);
});
