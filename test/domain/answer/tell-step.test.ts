import { expect, test } from 'vitest';
import { tellStep } from '../../../src/domain/answer/flow/tell-step.ts';
import { nothingBrought, type Telling } from '../../../src/domain/answer/flow/telling.ts';
import { plain } from '../../../src/domain/formatted.ts';
import { askId } from '../../../src/domain/ids.ts';
import type { Moved } from '../../../src/domain/workflow/moved.ts';
import { noRecords } from '../../../src/domain/workflow/records.ts';
import { simple } from '../../../src/domain/workflow/simple.ts';
import type { Audience, Tell, Workflow } from '../../../src/domain/workflow/workflow.ts';
import { someFacts } from '../facts.ts';
import { aPerson, aTicket, globex } from '../parts.ts';

const maria = aPerson('maria', { roles: ['associate'] });
const lena = aPerson('lena', { roles: ['lead'] });
const otto = aPerson('otto', { roles: ['operator'] });
const jane = { address: 'jane@globex.example', name: 'Jane Roe', role: 'requester' as const };
const joe = { address: 'joe@globex.example', name: 'Joe Doe', role: 'cc' as const };

const workflow: Workflow = {
  ...simple,
  name: 'own',
  fields: { eta: { kind: 'date' } },
  asks: { offer: { of: ['requester'], answers: ['approve', 'decline'], need: 'one', about: null, remind: [], expires: null } },
};
const ticket = aTicket({ workflow: 'own', state: 'scoping', requester: jane.address, fields: { eta: '2026-03-06' } });

const tell = (to: Audience, text: string): Tell => ({ to, text, when: {} });

function telling(tells: readonly Tell[], other: Partial<Telling> = {}): Telling {
  const facts = someFacts();
  const moved: Moved = {
    ...{ kind: 'moved', steps: [], state: 'scoping', stage: null, waitsFor: 'staff', trail: [], sets: { eta: '2026-03-06' } },
    ...{ tells, asks: [], withdraws: [], charges: [], why: [] },
  };
  const scene = { ticket, workflow, participants: [jane, joe], records: noRecords, requester: null };
  return {
    ...{ now: facts.now, newId: facts.newId, moved, asks: [], was: { ...ticket, state: 'raised' }, by: { kind: 'desk' } },
    settings: { ...facts.settings, people: [maria, lena, otto], customers: [globex], rates: facts.settings.rates },
    scene: { ...scene, messages: [], subjects: [], commanded: [], journal: [], undo: null },
    ...nothingBrought,
    ...other,
  };
}

const mailsOf = (on: Telling) => tellStep(on).effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail] : []));
const sent = (on: Telling) => mailsOf(on).map(({ to, template }) => `${template} > ${to.address.split('@')[0]}`);

const ask = {
  ...{ id: askId(7), ticket: ticket.number, ask: 'offer', round: 1, about: null, answers: ['approve', 'decline'] as const },
  ...{ of: [{ kind: 'contact', address: jane.address } as const], need: 'one' as const, asked: 0, expires: null, reminds: [] },
};

test('who is told twice and asked gets one mail, which holds it all', () => {
  const on = telling([tell('requester', 'one'), tell('customer', 'two')], { asks: [ask] });
  expect(sent(on)).toEqual(['asked > jane', 'told > joe']);
  const [first] = mailsOf(on);
  expect(first?.data).toMatchObject({
    lead: { text: 'texts.one' },
    also: [{ text: 'texts.two' }],
    asks: [{ says: { text: 'asks.offer' } }],
  });
  expect(tellStep(on).asking.get(ask.id)).toEqual([first?.messageId]);
});

test('a side with nobody on it: the leads hear in its place, and the journal says so', () => {
  const on = telling([tell('sales', 'please')]);
  expect(sent(on)).toEqual(['moved-on > lena']);
  expect(tellStep(on).effects).toContainEqual(expect.objectContaining({ event: 'side-empty', data: { side: 'sales' } }));
});

test('nobody is told of their own deed', () => {
  expect(sent(telling([tell('staff', 'news')], { by: { kind: 'associate', handle: 'maria' } }))).toEqual(['moved-on > lena']);
});

test('what one of us says goes along to whom the process tells, and by itself to who else takes part; after the delay', () => {
  const words = { person: maria, body: 'Dear Jane', formatted: plain, attachments: [] };
  const by = { kind: 'associate', handle: 'maria' } as const;
  const on = telling([tell('requester', 'one')], {
    words,
    by,
    mail: someFacts({ mail: { ...someFacts().mail, from: { name: '', address: 'maria@acme.example' } } }),
  });
  expect(sent(on)).toEqual(['told > jane', 'reply > joe']);
  for (const { notBefore, data } of mailsOf(on)) {
    expect(data).toMatchObject({ body: 'Dear Jane', associateName: maria.name });
    expect(notBefore).toBeGreaterThan(on.now);
  }
});

test('who is outside the desk reads nothing of the customer’s words, title or values', () => {
  const on = telling([tell('provider', 'report')], { mail: someFacts(), text: 'Tray 2 smokes.' });
  const [mail] = mailsOf(on);
  expect(mail?.data).toMatchObject({ text: '', senderAddress: '', title: '', facts: [], attachments: [] });
  expect(mail?.attachments).toEqual([]);
});

test('values come ready for the reader', () => {
  const [mail] = mailsOf(telling([tell('requester', 'one')]));
  expect(mail?.data).toMatchObject({ lead: { values: { fields: { eta: 'Mar 6, 2026' }, customer: 'Globex', tag: 'HD-1001' } } });
});

test('a step that ends the ticket tells its customer by the record of it', () => {
  const on = telling([tell('requester', 'bye')]);
  const closed = { ...ticket, state: 'closed', closed: on.now };
  expect(sent({ ...on, moved: { ...on.moved, state: 'closed' }, scene: { ...on.scene, ticket: closed } })).toEqual([
    'closing-record > jane',
  ]);
});
