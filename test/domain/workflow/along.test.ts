import { expect, test } from 'vitest';
import type { Ask } from '../../../src/domain/ask/ask.ts';
import type { TicketScene } from '../../../src/domain/decide/facts.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { askId, ticketNo } from '../../../src/domain/ids.ts';
import { aboutOffer } from '../../../src/domain/quote/offered.ts';
import type { Quote } from '../../../src/domain/quote/quote.ts';
import { inEnglish } from '../../../src/domain/saying.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { advance, advanced } from '../../../src/domain/workflow/advance.ts';
import { common } from '../../../src/domain/workflow/common.ts';
import { standingOf } from '../../../src/domain/workflow/place.ts';
import { noRecords } from '../../../src/domain/workflow/records.ts';
import type { Trigger } from '../../../src/domain/workflow/workflow.ts';
import { someFacts } from '../facts.ts';
import { aTicket } from '../parts.ts';
import { aQuote } from '../quote/a-quote.ts';
import { command, process, step, to } from './build.ts';

const [t1, t2] = [ticketNo(1042), ticketNo(1043)];
const answer = (word: 'approve' | 'decline'): Trigger => ({ kind: 'answer', ask: 'offer', answer: word });
const expired: Trigger = { kind: 'expired', ask: 'offer' };
const told = { to: 'requester', text: 'agreed', when: {} } as const;

const workflow = process(
  { raised: 'staff', offered: 'customer', working: 'staff' },
  [
    step({ trigger: command('quote'), from: ['raised', 'offered'], to: to('offered'), asks: ['offer'] }),
    step({
      ...{ trigger: answer('approve'), from: ['offered'], to: to('working'), by: ['approver'] },
      ...{ charges: ['quote'], tells: [told] },
    }),
    step({ trigger: answer('decline'), from: ['offered'], to: to('raised'), by: ['approver'], tells: [told] }),
    step({ trigger: expired, from: ['offered'], to: to('raised'), tells: [told] }),
  ],
  {
    asks: {
      offer: { of: ['requester'], answers: ['approve', 'decline'], need: 'one', about: 'quote', remind: [], expires: null },
    },
  },
);

const joint = aQuote({ tickets: [t1, t2] });

function sceneOf(ticket: Partial<Ticket>, quotes: readonly Quote[], asks: readonly Ask[] = []): TicketScene {
  const requester = ticket.requester ?? 'jane@globex.example';
  return {
    ticket: aTicket({ workflow: 'test', state: 'offered', customer: 'globex', requester, ...ticket }),
    ...{ participants: [{ address: requester, name: '', role: 'requester' }], workflow, requester: null },
    ...{ records: { ...noRecords, quotes, asks }, messages: [], subjects: [], commanded: [], journal: [], undo: null },
  };
}

const asked: Ask = {
  ...{ id: askId(1), ticket: t1, ask: 'offer', round: 1, state: 'open', about: aboutOffer('quote', [joint]), need: 'one' },
  ...{ of: [], answers: ['approve', 'decline'], asked: 0, expires: null, reminds: [], mails: [], given: [] },
};

/** What happens on the first ticket, and what that comes to on the second: its state, what is owed there, who is told. */
function played(trigger: Trigger | 'close', second: TicketScene, status: Quote['status'] = 'open') {
  const quotes = [{ ...joint, status }];
  const asks = trigger === 'close' || trigger.kind === 'command' ? [asked] : [{ ...asked, state: 'answered' as const }];
  const first = sceneOf({ number: t1 }, quotes, asks);
  const desk = { ...someFacts(), alongside: new Map([[t2, second]]) };
  const actor = { kind: 'contact', address: 'jane@globex.example' } as const;
  const who = { roles: [], level: null, sides: ['approver'] };
  const done =
    trigger === 'close'
      ? advanced(desk, first, common.close(workflow, standingOf(first), 'close'), actor)
      : advance(desk, first, { trigger, who, actor });
  if (done.kind !== 'advanced') throw new Error(done.kind);
  const { effects, noticed } = done;
  const pick = <One>(of: (effect: Effect) => One[]): One[] => effects.flatMap(of);
  return {
    state: pick((one) => (one.act === 'change-ticket' && one.ticket === second.ticket.number ? [one.set.state] : [])).at(-1),
    owed: pick((one) => (one.act === 'keep-charge' ? [`${one.charge.ticket} ${one.charge.once}`] : [])),
    told: pick((one) =>
      one.act === 'queue-mail' && one.mail.party === 'contact' ? [`${one.mail.ticket} ${one.mail.to.address}`] : [],
    ),
    noted: pick((one) =>
      one.act === 'journal' && one.event.endsWith('along') ? [`${one.ticket} ${one.event} ${one.data['became']}`] : [],
    ),
    noticed: noticed.map(inEnglish),
  };
}

const jane = 'jane@globex.example';
const beside = (ticket: Partial<Ticket> = {}, more: readonly Quote[] = []) =>
  sceneOf({ number: t2, ...ticket }, [joint, ...more]);

test('approved: both go on, each owes its part; who reads of it on the first is not told twice, others are', () => {
  expect(played(answer('approve'), beside(), 'approved')).toEqual({
    ...{ state: 'working', owed: ['1042 offer-1', '1043 offer-1042-1'], told: [`1042 ${jane}`] },
    ...{ noted: ['1043 went-along approved'], noticed: [] },
  });
  const other = beside({ requester: 'joe@globex.example' });
  expect(played(answer('approve'), other, 'approved').told).toEqual([`1042 ${jane}`, '1043 joe@globex.example']);
});

test.each([
  ['declined', answer('decline'), 'declined', 'declined'],
  ['expired', expired, 'open', 'over'],
  ['withdrawn, since its ticket was closed', 'close', 'open', 'over'],
] as const)('%s: both go back, and nothing is owed', (_, trigger, status, became) => {
  const { state, owed, noted } = played(trigger, beside(), status);
  expect([state, owed, noted]).toEqual(['raised', [], [`1043 went-along ${became}`]]);
});

test('offered: the other waits too; one question is enough', () => {
  const { state, told: mails, noted } = played(command('quote'), beside({ state: 'raised' }));
  expect([state, mails, noted]).toEqual(['offered', [`1042 ${jane}`], ['1043 went-along offered']]);
});

test('closed meanwhile: it stays closed, its part is not owed, and those inside learn it', () => {
  expect(played(answer('approve'), beside({ state: 'closed', closed: 1 }), 'approved')).toMatchObject({
    ...{ state: undefined, owed: ['1042 offer-1'], noted: ['1042 not-along approved'] },
    noticed: ['HD-1043 is closed: it stays as it is, and its part of the offer is not charged'],
  });
});

test('merged meanwhile: its part is owed where it lives on', () => {
  const home = sceneOf({ number: ticketNo(1050), state: 'working' }, []);
  expect(played(answer('approve'), home, 'approved')).toMatchObject({
    ...{ state: undefined, owed: ['1042 offer-1', '1050 offer-1042-1-1043'], noticed: [] },
  });
  expect(played(answer('approve'), sceneOf({ number: t1 }, [joint]), 'approved').owed).toEqual([
    ...['1042 offer-1', '1042 offer-1042-1-1043'],
  ]);
});

test('offered something else since, it waits for that', () => {
  const since = { ...aQuote({ tickets: [t2] }), made: 5 };
  expect(played(answer('approve'), beside({}, [since]), 'approved')).toMatchObject({
    ...{ state: undefined, owed: ['1042 offer-1'], noted: ['1043 not-along approved'] },
    noticed: ['HD-1043 has another offer since: it stays as it is, and its part of the offer is not charged'],
  });
});

test('where its process has no step for it, its part is owed all the same, and those inside learn it', () => {
  const { state, owed, noticed } = played(answer('approve'), beside({ state: 'working' }), 'approved');
  expect([state, owed, noticed]).toEqual([undefined, ['1042 offer-1', '1043 offer-1042-1'], [expect.stringMatching(/no step/)]]);
});
