import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkChain } from '../../src/domain/evidence-chain.ts';
import { sha256, ticketNo } from '../../src/domain/ids.ts';
import { correspondent } from '../support/correspondent.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { button, taps } from '../support/tap.ts';
import { helpdesk, type World, type WorldOptions } from '../support/world.ts';

/** As little of a process as asks what the others ask. */
const tiny = `workflow: tiny
asks:
  offer: { of: approver, answers: [approve, decline], remind: [5bd], expires: 10d }
  qa: { of: validator, answers: [validate, reject], need: all, remind: [5bd] }
  closing: { of: requester, answers: [confirm, reject], remind: [5bd] }
  leave: { of: lead, answers: [approve, decline], remind: [5bd] }
states:
  raised: { waits_for: staff }
  offered: { waits_for: customer }
  working: { waits_for: staff }
  testing: { waits_for: customer }
  closing: { waits_for: customer }
  leave: { waits_for: lead }
entry:
  - { state: raised }
steps:
  - { command: offer, from: [raised, offered], to: offered, asks: offer }
  - { answer: { offer: approve }, from: offered, to: working, by: [approver] }
  - { answer: { offer: decline }, from: offered, to: raised, by: [approver] }
  - { expired: offer, from: offered, to: raised }
  - { command: test, from: [raised, working], to: testing, asks: [qa, closing] }
  - { answer: { qa: validate }, from: testing, to: closing }
  - { answer: { qa: reject }, from: testing, to: working }
  - { answer: { closing: confirm }, from: [testing, closing], to: closed }
  - { answer: { closing: reject }, from: [testing, closing], to: working }
  - { command: vacation, from: raised, to: leave, asks: leave }
  - { answer: { leave: approve }, from: leave, to: working }
  - { answer: { leave: decline }, from: leave, to: raised }
`;

const customers = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    language: en
    contacts:
      - { name: Jane Roe, addresses: [jane@globex.example], spoc: true, approver: {}, validator: true }
      - { name: John Doe, addresses: [john@globex.example], validator: true }
`;

const world = (options: WorldOptions = {}) =>
  helpdesk({ desk: '  workflow: tiny', files: { 'workflows/tiny.yaml': tiny, 'customers.yaml': customers }, ...options });

/** HD-1001, on which Maria put a question with a command. @returns what Jane was asked */
async function asked(at: World, command = 'offer'): Promise<SinkMail> {
  const notice = await withTicket(at);
  await at.maria.replies('', { to: notice, subject: `Re: [HD-1001] Printer on fire [${command}]` });
  await at.maria.receives('[HD-1001]');
  await later(at);
  return await at.jane.receives('[HD-1001]', /mailto:/);
}

const state = async ({ desk }: World): Promise<string> => (await desk.ticket(1001)).state;
const given = ({ desk }: World) =>
  desk.house.store.read(async (at) =>
    (await at.asks(ticketNo(1001))).map((ask) => [
      ask.state,
      ...ask.given.map((one) => `${one.answer} ${one.state}${one.value === '' ? '' : ` ${one.value}`}`),
    ]),
  );

test('C5: one tap and Send approves, once; the evidence chain has it', async () => {
  await using at = await world();
  const mail = await asked(at);
  expect(button(mail, 'Approve')).toMatchObject({ body: 'approved', subject: expect.stringContaining('[HD-1001]') });
  await taps(at.jane, mail, 'Approve', 'Please begin on Monday.');
  await later(at);
  expect(await state(at)).toBe('working');
  await taps(at.jane, mail, 'Approve');
  await at.jane.receives('[HD-1001]', /We have had this answer/);
  await later(at);
  expect(await given(at)).toEqual([['answered', 'approve counted', 'approve refused twice']]);
  const links = await at.desk.house.store.read((read) => read.evidenceChain());
  expect(checkChain(links, (text) => sha256(createHash('sha256').update(text).digest('hex')))).toMatchObject({ kind: 'whole' });
  expect(links[0]?.proof).toMatchObject({ decision: 'counted', level: 'E3', answer: 'approve', name: 'offer', via: 'mail' });
  expect(links[0]?.proof?.raw).toMatch(/^[\da-f]{64}$/);
  expect(links[0]?.proof?.token).toMatch(/^approve ask 1, contact \d+/);
});

test('5.1: the signed address stands inside the links alone, and no other address of the mail approves', async () => {
  await using at = await world();
  const mail = await asked(at);
  const { to } = button(mail, 'Approve');
  const head = mail.raw.toString().split('\r\n\r\n')[0] ?? '';
  expect(head).not.toContain(to.split('+')[1]?.split('@')[0]);
  await at.jane.replies('Approved', { to: mail });
  const question = await at.jane.receives('Is this answer yours?', /“Approve” to our question/);
  await later(at);
  expect(await state(at)).toBe('offered');
  await taps(at.jane, question, 'Yes, it counts');
  await later(at);
  expect(await state(at)).toBe('working');
  expect(await given(at)).toEqual([['answered', 'approve counted']]);
});

test('C5: whoever says that an answer is not theirs has decided nothing', async () => {
  await using at = await world();
  const mail = await asked(at);
  await at.jane.replies('approved', { to: mail, proved: false });
  const question = await at.jane.receives('Is this answer yours?');
  await taps(at.jane, question, 'No, it does not count');
  await at.maria.receives('[HD-1001]', /is not theirs/);
  await later(at);
  expect(await state(at)).toBe('offered');
  expect(await given(at)).toEqual([['open', 'approve disowned']]);
});

test('C1: a no counts from the ticket’s own address, with its reason', async () => {
  await using at = await world();
  const mail = await asked(at);
  await at.jane.replies('Declined: too expensive', { to: mail, proved: false });
  await later(at);
  expect(await state(at)).toBe('raised');
  expect(await given(at)).toEqual([['answered', 'decline counted']]);
});

test('5.3: "not approved", a question, a quote and a machine approve nothing; people are told once what to do', async () => {
  await using at = await world();
  const mail = await asked(at);
  await taps(at.jane, mail, 'Approve', '', { headers: ['Auto-Submitted: auto-replied'] });
  await later(at);
  const { to, subject } = button(mail, 'Approve');
  await at.jane.writes(subject, 'Not approved.', { to });
  await at.jane.receives('[HD-1001]', /has to be exactly the answer/);
  await at.jane.writes(subject, 'approved?', { to });
  await at.jane.writes(subject, 'When?\n\n> approved', { to });
  await later(at);
  at.jane.hasNothingUnread();
  expect(await state(at)).toBe('offered');
});

test('5.3: approve v1 after v2, and after it expired', async () => {
  await using at = await world();
  const first = await asked(at);
  const notice = at.maria.inbox().at(-1);
  await at.maria.replies('', { to: notice, subject: 'Re: [HD-1001] Printer on fire [offer!]' });
  await later(at);
  const second = await at.jane.receives('[HD-1001]', /mailto:/);
  await taps(at.jane, first, 'Approve');
  const current = await at.jane.receives('[HD-1001]', /no longer the current one/);
  expect(await state(at)).toBe('offered');
  expect(button(current, 'Approve').to.slice(0, 8)).toBe('support+');
  at.desk.passes('11d');
  await taps(at.jane, second, 'Approve');
  await at.jane.receives('[HD-1001]', /time for this answer was over/);
  await later(at);
  expect(await state(at)).not.toBe('working');
});

test('5.3: approve from Cc: another’s tap asks whom it was made for, and tells the answerer in one line', async () => {
  await using at = await world();
  const mail = await asked(at);
  await taps(at.john, mail, 'Approve');
  const question = await at.jane.receives('Is this answer yours?', /John Doe <john@globex\.example> answered “Approve”/);
  await at.john.receives('[HD-1001]', /The answer has to come from whom we asked/);
  await later(at);
  expect(await state(at)).toBe('offered');
  await taps(at.jane, question, 'Yes, it counts');
  await later(at);
  expect(await state(at)).toBe('working');
});

test('a stranger with the link approves nothing and reads nothing', async () => {
  await using at = await world();
  const mail = await asked(at);
  await taps(at.stranger, mail, 'Approve', '', { proved: false });
  await at.jane.receives('Is this answer yours?', /sam@elsewhere/);
  await later(at);
  expect(at.stranger.inbox()).toEqual([]);
  expect(await state(at)).toBe('offered');
});

test('need all: both validate before it goes on; one mail may validate and close', async () => {
  await using at = await world();
  const mail = await asked(at, 'test');
  const johns = await at.john.receives('[HD-1001]', /mailto:/);
  await taps(at.jane, mail, 'It works');
  await later(at);
  expect(await state(at)).toBe('testing');
  await taps(at.john, johns, 'It works');
  await later(at);
  expect(await state(at)).toBe('closing');
  const ann = correspondent(at, 'Jane Roe', 'jane@globex.example');
  await taps(ann, mail, 'Yes');
  await later(at);
  expect(await state(at)).toBe('closed');
});

test('one of us is asked by mail and answers by its button; what they say stays inside', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await at.ravi.replies('', { to: at.ravi.inbox().at(-1), subject: 'Re: [HD-1001] Printer on fire [vacation]' });
  await later(at);
  const mail = await at.maria.receives('[HD-1001]', /mailto:[\s\S]*approved/);
  expect(mail).not.toBe(notice);
  await at.maria.replies('INTERNAL-WORD I have to think.', { to: mail });
  await later(at);
  expect(await state(at)).toBe('leave');
  await taps(at.maria, mail, 'Approve', 'INTERNAL-WORD Enjoy.');
  await later(at);
  expect(await state(at)).toBe('working');
  expect(at.jane.inbox().every(({ text }) => !text.includes('INTERNAL-WORD'))).toBe(true);
});

test('C4: what came by phone is recorded: who, how, in what words; undo takes it back', async () => {
  await using at = await world();
  await asked(at);
  const notice = at.maria.inbox()[0];
  const by = (command: string) => at.maria.replies('', { to: notice, subject: `Re: [HD-1001] Printer on fire [${command}]` });
  await by('approve by bob via phone "fine"');
  await at.maria.receives('[HD-1001]', /“bob” was not asked/);
  await by('approve offer by jane via phone "fine, go ahead"');
  await at.maria.receives('[HD-1001]', /jane@globex\.example: /);
  await later(at);
  expect(await state(at)).toBe('working');
  const [ask] = await at.desk.house.store.read((read) => read.asks(ticketNo(1001)));
  expect(ask?.given.at(-1)).toMatchObject({ via: 'phone', recordedBy: 'maria', words: 'fine, go ahead', state: 'counted' });
  await by('undo');
  await later(at);
  expect(await state(at)).toBe('offered');
  expect(await given(at)).toEqual([['open', 'approve undone']]);
});

test('where the process has it so, an approval by phone counts once it is confirmed by mail', async () => {
  const careful = tiny.replace('entry:', 'options: { recorded_answers: confirm }\nentry:');
  await using at = await world({ files: { 'workflows/tiny.yaml': careful, 'customers.yaml': customers } });
  await asked(at);
  const notice = at.maria.inbox()[0];
  const subject = 'Re: [HD-1001] Printer on fire [approve by jane via phone "fine"]';
  await at.maria.replies('', { to: notice, subject });
  await at.maria.receives('[HD-1001]', /jane@globex\.example is asked to confirm it/);
  const question = await at.jane.receives('Is this answer yours?', /you answered “Approve” by phone/);
  await later(at);
  expect(await state(at)).toBe('offered');
  await taps(at.jane, question, 'Yes, it counts');
  await later(at);
  expect(await state(at)).toBe('working');
  const [ask] = await at.desk.house.store.read((read) => read.asks(ticketNo(1001)));
  expect(ask?.given).toMatchObject([{ via: 'phone', recordedBy: 'maria', state: 'counted' }]);
});
