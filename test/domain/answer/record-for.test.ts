import { expect, test } from 'vitest';
import { recordFor } from '../../../src/domain/answer/flow/record-for.ts';
import type { Ask } from '../../../src/domain/ask/ask.ts';
import type { TicketScene } from '../../../src/domain/decide/facts.ts';
import { askId } from '../../../src/domain/ids.ts';
import type { ProvedCharge } from '../../../src/domain/quote/charge.ts';
import { noRecords, type Records } from '../../../src/domain/workflow/records.ts';
import { simple } from '../../../src/domain/workflow/simple.ts';
import { someFacts } from '../facts.ts';
import { aPerson, aTicket, globex } from '../parts.ts';

const maria = aPerson('maria', { roles: ['associate'] });
const jane = { address: 'jane@globex.example', name: 'Jane Roe', role: 'requester' as const };
const ticket = aTicket({ state: 'closed', requester: jane.address, customer: 'globex', opened: 0, closed: 5 });
const noted = { handle: 'maria', minutes: 90, kind: 'work', rate: null, at: 2 };

function closed(records: Partial<Records>, workflow: TicketScene['workflow'] = simple) {
  const base = someFacts();
  const facts = { ...base, settings: { ...base.settings, people: [maria], customers: [globex] } };
  const scene = { ticket, workflow, participants: [jane], records: { ...noRecords, ...records }, requester: null };
  const rest = { messages: [], subjects: [], commanded: [], journal: [], undo: null };
  return recordFor(facts, { ...scene, ...rest }, maria, jane.address)?.data ?? null;
}

const answered = (by: Ask['of'][number]): Ask => ({
  ...{ id: askId(1), ticket: ticket.number, ask: 'offer', round: 1, state: 'answered', about: null, of: [by], need: 'one' },
  ...{ answers: ['approve', 'decline'], asked: 1, expires: null, reminds: [], mails: [] },
  given: [
    {
      ...{ by, answer: 'approve', value: '', at: 2, evidence: null, via: 'mail', recordedBy: null, words: '' },
      ...{ state: 'counted', until: null },
    },
  ],
});

const charge: ProvedCharge = {
  ...{ ticket: ticket.number, once: 'hours-work-90', kind: 'work', customer: 'globex', at: 3, month: '2026-03', quote: null },
  what: { kind: 'hours', minutes: 90, rate: { amount: 8000, currency: 'EUR' } },
  ...{ voided: null, evidence: null, quoteHash: null, po: null },
};

test('a ticket of mails to and fro has no record: its closing mail stays short, whatever was noted inside', () => {
  expect(closed({})).toBeNull();
  expect(closed({ time: [noted] })).toBeNull();
  expect(closed({ asks: [answered({ kind: 'associate', handle: 'max' })] })).toBeNull();
});

test('what was asked, decided and charged stands in it; what was asked of us alone does not', () => {
  const asks = [answered({ kind: 'contact', address: jane.address }), answered({ kind: 'associate', handle: 'max' })];
  expect(closed({ asks, time: [noted], charges: [charge] })).toMatchObject({
    timeline: [{ kind: 'opened' }, { kind: 'asked' }, { kind: 'closed' }],
    decisions: [{ who: 'Jane Roe', via: 'mail' }],
    hours: [{ value: '1.5 hr' }],
    charges: [{ value: '1.5 hr × €80.00/h' }],
    ...{ lead: null, asks: [], state: 'closed' },
  });
});

test('hours are the customer’s where the process says which are charged', () => {
  const billing = { ...simple, options: { ...simple.options, billable: ['work'] } };
  expect(closed({ time: [noted, { ...noted, kind: 'travel' }] }, billing)).toMatchObject({ hours: [{ value: '1.5 hr' }] });
});
