import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { chargesCsv } from '../../src/domain/quote/charges-csv.ts';
import { parseRaw } from '../adapters/mime/parse.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { pdfPages } from '../support/pdf-text.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { taps } from '../support/tap.ts';
import { helpdesk, type World } from '../support/world.ts';

/** As little of a process as offers, charges and counts hours. */
const offering = `workflow: offering
options: { billable: [work, analysis] }
asks:
  fee: { of: approver, about: fee, answers: [approve, decline], remind: [9bd], expires: fee.valid }
  offer: { of: approver, about: quote, answers: [approve, decline], remind: [9bd], expires: quote.valid }
states:
  raised: { waits_for: staff }
  fee: { waits_for: customer }
  offered: { waits_for: customer }
  working: { waits_for: staff }
  no-use: { waits_for: staff }
entry:
  - { state: raised }
steps:
  - { command: fee, from: raised, to: fee, asks: fee }
  - { answer: { fee: approve }, from: fee, to: raised, by: [approver], charges: fee }
  - { answer: { fee: decline }, from: fee, to: raised, by: [approver] }
  - { expired: fee, from: fee, to: raised }
  - { command: quote, from: [raised, offered, working], to: offered, asks: offer }
  - { answer: { offer: approve }, from: offered, to: working, by: [approver], charges: quote }
  - { answer: { offer: decline }, from: offered, to: raised, by: [approver] }
  - { expired: offer, from: offered, to: raised }
  - { command: notviable, from: raised, to: no-use, charges: analysis }
  - { command: again, from: no-use, to: raised }
  - { used: 80%, from: working, sets: { warned: +1 } }
  - { command: close, from: [working, no-use], to: closed }
`;

const customers = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    language: en
    timezone: Europe/London
    contacts:
      - { name: Jane Roe, addresses: [jane@globex.example], spoc: true, approver: {} }
`;

const rates = `hours: { work: 80 EUR, analysis: 60 EUR }
taxes: { standard: 19 }
tax: standard
terms: { en: Payable in 14 days. }
legal: [Acme GmbH, HRB 1]
`;

const world = () =>
  helpdesk({
    desk: '  workflow: offering',
    files: { 'workflows/offering.yaml': offering, 'customers.yaml': customers, 'rates.yaml': rates },
  });

/** Maria writes on HD-1001. @returns her receipt */
async function maria(at: World, notice: SinkMail, commands: string, text = ''): Promise<SinkMail> {
  await at.maria.replies(text, { to: notice, subject: `Re: [HD-1001] Printer on fire [${commands}]` });
  const receipt = await at.maria.receives('[HD-1001]');
  await later(at);
  return receipt;
}

const charges = ({ desk }: World) => desk.house.store.read((at) => at.charges({}));
const quotes = async ({ desk }: World) =>
  (await desk.house.store.read((at) => at.quotes(ticketNo(1001)))).map(
    ({ offer, status }) => `${offer.number}.${offer.revision} ${status}`,
  );
const state = async ({ desk }: World): Promise<string> => (await desk.ticket(1001)).state;

/** The PDF that came with a mail. */
async function pdfOf(at: World, mail: SinkMail): Promise<{ name: string; text: string; sha256: string }> {
  const read = await parseRaw(mail.raw);
  if (read.kind !== 'mail') throw new Error(read.why);
  const [file] = read.mail.attachments;
  if (file === undefined) throw new Error('no file came with it');
  const parts: Uint8Array[] = [];
  for await (const part of at.desk.house.blobs.attachments.open(file.sha256)) parts.push(part);
  const pdf = Buffer.concat(parts);
  const text = pdfPages(pdf).join('\n');
  return { name: file.filename, text, sha256: createHash('sha256').update(pdf).digest('hex') };
}

const body = `Hello Jane,

here is our offer.

Scope:
- A new fuser
Not included: paper

3h Fix the fuser @ 60 EUR
2 x Cable 15 EUR
`;

test('a quote is revised; the old revision approves nothing, the new one is owed once, and stands in the list for invoicing', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'quote eta 2026-03-20', body);
  const first = await at.jane.receives('[HD-1001]', /Quote HD-1001-Q1/);
  for (const part of [
    'here is our offer',
    'A new fuser',
    '3 h × €60.00/h = €180.00',
    'Tax 19%',
    '€249.90',
    'Payable in 14 days',
    'March 20, 2026',
  ])
    expect(first.text).toContain(part);
  const pdf = await pdfOf(at, first);
  expect(pdf.name).toBe('HD-1001-Q1-1.pdf');
  const rows = await at.desk.house.store.read((read) => read.outbox({ ticket: ticketNo(1001) }));
  expect(rows.find(({ template }) => template === 'offered')?.attachments).toMatchObject([{ sha256: pdf.sha256 }]);
  for (const part of ['Quote HD-1001-Q1', 'Fix the fuser', '€249.90', 'Acme GmbH · HRB 1', 'Jane Roe'])
    expect(pdf.text).toContain(part);

  await maria(at, notice, 'quote 200 EUR 3h', 'With a discount.');
  const second = await at.jane.receives('[HD-1001]', /revision 2/);
  expect(await quotes(at)).toEqual(['1.1 superseded', '1.2 open']);
  await taps(at.jane, first, 'Approve');
  await at.jane.receives('[HD-1001]');
  await later(at);
  expect([await state(at), await charges(at)]).toEqual(['offered', []]);

  await taps(at.jane, second, 'Approve', 'Please begin.');
  await later(at);
  expect(await state(at)).toBe('working');
  expect(await quotes(at)).toEqual(['1.1 superseded', '1.2 approved']);
  const owed = await charges(at);
  expect(owed).toMatchObject([
    {
      kind: 'quote',
      customer: 'globex',
      month: '2026-03',
      quote: { number: 1, revision: 2 },
      what: { total: { amount: 23800 } },
    },
  ]);
  expect(owed[0]?.evidence?.messageId).toMatch(/^<.+>$/);
  const csv = chargesCsv(owed, 'HD').split('\r\n');
  expect(csv[1]).toMatch(
    /^2026-03,globex,HD-1001,quote,200\.00,38\.00,238\.00,EUR,,,2026-03-02T.+,HD-1001-Q1,2,,[\da-f]{64},<.+>,[\da-f]{64},$/,
  );

  await taps(at.jane, second, 'Approve');
  await later(at);
  expect(await charges(at)).toHaveLength(1);
});

test('a fee is owed whatever becomes of the quote; a decline tells its reason and owes nothing', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'fee 120 EUR', 'We have to look inside first.');
  await taps(at.jane, await at.jane.receives('[HD-1001]', /Consultation fee HD-1001-F1/), 'Approve');
  await later(at);
  expect(await state(at)).toBe('raised');
  await maria(at, notice, 'quote 900 EUR', 'That is what it takes.');
  await taps(at.jane, await at.jane.receives('[HD-1001]', /Quote HD-1001-Q2/), 'Decline', 'Too dear.');
  await later(at);
  expect(await quotes(at)).toEqual(['1.1 approved', '2.1 declined']);
  expect((await charges(at)).map(({ once }) => once)).toEqual(['offer-1']);
});

test('C1: a no whose sender was not proved is shown as such, and one command puts question, offer and ticket back; only once', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'quote 900 EUR', 'That is what it takes.');
  const offer = await at.jane.receives('[HD-1001]', /Quote HD-1001-Q1/);
  const asked = async () => (await at.desk.house.store.read((read) => read.asks(ticketNo(1001)))).at(-1);
  const [before, was] = [await asked(), await at.desk.ticket(1001)];
  await at.jane.replies('Declined: too dear', { to: offer, proved: false });
  const told = await at.maria.receives('[HD-1001]', /the sender was not proved/);
  await later(at);
  expect([await quotes(at), await state(at)]).toEqual([['1.1 declined'], 'raised']);

  expect(told.text).toMatch(/!undo decline +Undo/);
  await at.maria.replies('!undo decline', { to: told });
  await at.maria.receives('[HD-1001]', /the question waits again.*raised → offered/s);
  await later(at);
  const after = await asked();
  expect([await quotes(at), await state(at)]).toEqual([['1.1 open'], 'offered']);
  expect(after).toMatchObject({ state: 'open', expires: before?.expires, reminds: before?.reminds });
  expect(await at.desk.ticket(1001)).toMatchObject({ waitsFor: was.waitsFor, stage: was.stage, trail: was.trail });
  const journal = await at.desk.house.store.read((read) => read.journal(ticketNo(1001)));
  expect(journal.find(({ event }) => event === 'answer-undone')).toMatchObject({
    actor: 'maria',
    data: { ask: 'offer', answer: 'decline', round: 1 },
  });
  at.jane.hasNothingUnread();

  await maria(at, notice, 'undo decline');
  await taps(at.jane, offer, 'Approve');
  await later(at);
  expect([await quotes(at), await state(at)]).toEqual([['1.1 approved'], 'working']);
});

test('C1: a no that a proved sender gave has no such button', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'quote 900 EUR', 'That is what it takes.');
  await taps(at.jane, await at.jane.receives('[HD-1001]', /Quote HD-1001-Q1/), 'Decline', 'Too dear.');
  expect((await at.maria.receives('[HD-1001]')).text).not.toContain('was not proved');
});

test('an offer whose last day is over where the customer is approves nothing', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'quote 100 EUR valid 2026-03-03', 'Until tomorrow.');
  const mail = await at.jane.receives('[HD-1001]', /Quote HD-1001-Q1/);
  at.desk.passes('2d');
  await at.desk.settles();
  await taps(at.jane, mail, 'Approve');
  await later(at);
  expect(await charges(at)).toEqual([]);
  expect(await state(at)).not.toBe('working');
});

test('what is not viable charges the analysis alone, and what comes after once more only what is new', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'time 1h30 analysis; time 2h travel; notviable', 'It cannot be mended.');
  const owed = async () => (await charges(at)).map(({ kind, what }) => [kind, what.kind === 'hours' ? what.minutes : 0]);
  expect(await owed()).toEqual([['analysis', 90]]);
  await maria(at, notice, 'again', 'Once more.');
  await maria(at, notice, 'time 30m analysis; notviable', 'Still not.');
  expect(await owed()).toEqual([
    ['analysis', 90],
    ['analysis', 30],
  ]);
});

test('mistakes in lines are told, each with its line, and nothing goes out', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await at.maria.replies('3h Fix @ sixty\n2 x Token\n', { to: notice, subject: 'Re: [HD-1001] Printer on fire [quote]' });
  const reply = await at.maria.receives('[HD-1001]', /sixty/);
  expect(reply.text).toMatch(/“3h Fix @ sixty”: “sixty” is no price; “2 x Token”: it names no price/);
  await later(at);
  expect(await quotes(at)).toEqual([]);
  at.jane.hasNothingUnread();
});

test('hours that near what was approved warn once, and take the process’s step', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'quote 10h', 'By the hour.');
  await taps(at.jane, await at.jane.receives('[HD-1001]', /Quote HD-1001-Q1/), 'Approve');
  await later(at);
  await maria(at, notice, 'time 7h');
  await maria(at, notice, 'time 1h30');
  await at.maria.receives('[HD-1001]', /80 % of the approved hours are used/);
  await maria(at, notice, 'time 30m work');
  expect((await at.desk.ticket(1001)).fields).toMatchObject({ warned: '1' });
});

test('undo takes a quote back before it leaves: the revision before it is open again', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await maria(at, notice, 'quote 100 EUR', 'Our offer.');
  await at.jane.receives('[HD-1001]', /Quote HD-1001-Q1/);
  await at.maria.replies('', { to: notice, subject: 'Re: [HD-1001] Printer on fire [quote 200 EUR]' });
  await at.maria.receives('[HD-1001]', /revision 2/);
  expect(await quotes(at)).toEqual(['1.1 superseded', '1.2 open']);
  await at.maria.replies('', { to: notice, subject: 'Re: [HD-1001] Printer on fire [undo]' });
  await at.maria.receives('[HD-1001]', /taken back|undone|Took back/i);
  await later(at);
  expect(await quotes(at)).toEqual(['1.1 open']);
  at.jane.hasNothingUnread();
});

test('one offer for two tickets: both wait for it, both go on with it, each owes its part, each tells its own people once', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await at.jane.writes('Scanner broken', 'It hums.');
  await at.jane.receives('[HD-1002]');
  await at.desk.settles();
  const joint = `${body}HD-1002: 1h30 Oil the scanner @ 60 EUR\n`;
  await maria(at, notice, 'quote for HD-1002', joint);
  const mail = await at.jane.receives('[HD-1001]', /HD-1001, HD-1002/);
  at.jane.hasNothingUnread();
  const states = async () => [await state(at), (await at.desk.ticket(1002)).state];
  expect(await states()).toEqual(['offered', 'offered']);

  await taps(at.jane, mail, 'Decline', 'Cheaper, please.');
  await later(at);
  expect([await states(), await charges(at)]).toEqual([['raised', 'raised'], []]);

  await maria(at, notice, 'quote eta 2026-03-20 for HD-1002', joint);
  await at.jane.receives('[HD-1001]', /revision 2/);
  await maria(at, notice, 'quote', joint);
  expect((await quotes(at)).at(-1)).toBe('1.3 open');
  await taps(at.jane, await at.jane.receives('[HD-1001]', /revision 3/), 'Approve');
  await later(at);
  expect(await states()).toEqual(['working', 'working']);
  expect(
    (await charges(at)).map(({ ticket, once, what }) => [ticket, once, what.kind === 'money' ? what.net.amount : 0]),
  ).toEqual([
    [1001, 'offer-1', 10_500],
    [1002, 'offer-1001-1', 10_500 + 9000],
  ]);
  const { journal, quotes: there } = await at.desk.house.store.read(async (read) => ({
    journal: await read.journal(ticketNo(1002)),
    quotes: await read.quotes(ticketNo(1002)),
  }));
  expect(there.at(-1)?.status).toBe('approved');
  expect(journal.filter(({ event }) => event === 'went-along').map(({ data }) => data['became'])).toEqual([
    ...['offered', 'declined', 'offered', 'offered', 'approved'],
  ]);
  at.jane.hasNothingUnread();
});

test('whoever notes an approval by phone reads in their receipt which ticket of the offer could not go along', async () => {
  await using at = await world();
  const notice = await withTicket(at);
  await at.jane.writes('Scanner broken', 'It hums.');
  await at.jane.receives('[HD-1002]');
  const second = await at.maria.receives('[HD-1002]');
  await maria(at, notice, 'quote for HD-1002', `${body}HD-1002: 1h30 Oil the scanner @ 60 EUR\n`);
  await at.jane.receives('[HD-1001]', /HD-1001, HD-1002/);
  await at.maria.replies('!close', { to: second });
  await at.maria.receives('[HD-1002]', /closed/);
  await at.maria.replies('!approve by jane via phone "fine"', { to: notice });
  const receipt = await at.maria.receives('[HD-1001]', /HD-1002 is closed: it stays as it is/);
  expect(receipt.text.replace(/\s+/g, ' ')).toContain('its part of the offer is not charged');
  expect(await state(at)).toBe('working');
});
