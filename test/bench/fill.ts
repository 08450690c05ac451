import { createHash } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { House } from '../../src/app/house.ts';
import type { Effect } from '../../src/domain/effect.ts';
import { type ArrivalId, messageId, sha256, type TicketNo, ticketNo } from '../../src/domain/ids.ts';
import type { NewArrival, Writing } from '../../src/domain/ports.ts';
import type { NewMessage, Ticket } from '../../src/domain/ticket.ts';
import { type Writer, writerOf } from './mails.ts';
import { type Office, openOffice } from './office.ts';

const perTransaction = 1000;
const firstNumber = 1001;
const year = 365 * 86_400_000;
const template = 'acknowledge';

/** Fills an office's store with tickets of the last year, through the store's own port: each with its mail, journal, acknowledgement. */
export async function fill(place: Office, tickets: number): Promise<void> {
  const house = await openOffice(place);
  for (let done = 0; done < tickets; done += perTransaction) {
    const serials = Array.from({ length: Math.min(perTransaction, tickets - done) }, (_, at) => done + at);
    await house.store.write((at) => addTickets(house, at, serials, tickets));
  }
  await house.close();
  markSent(join(place.data, 'maildesk.db'));
}

const openedBefore = 3 * 86_400_000;

/** Fills an office's store with open tickets, each opened with a mail three days ago, looked at already and to be looked at again in the coming days. */
export async function openTickets(place: Office, tickets: number): Promise<void> {
  const house = await openOffice(place);
  for (let done = 0; done < tickets; done += perTransaction) {
    const serials = Array.from({ length: Math.min(perTransaction, tickets - done) }, (_, at) => done + at);
    await house.store.write((at) =>
      at.apply(
        serials.flatMap((serial) => openTicket(serial)),
        Date.now() - openedBefore,
        null,
      ),
    );
  }
  await house.close();
  const database = new BetterSqlite(join(place.data, 'maildesk.db'));
  database.prepare('update looks set at = ? + (ticket % 5000) * 60000').run(Date.now() + 3_600_000);
  database.exec('analyze');
  database.close();
}

function openTicket(serial: number): Effect[] {
  const writer = writerOf(serial);
  const number = ticketNo(firstNumber + serial);
  const opened = Date.now() - openedBefore;
  const open = { state: 'raised', waitsFor: 'staff', closed: null } as const;
  return [
    { act: 'open-ticket', ticket: { ...ticket(number, serial, writer, opened), ...open } },
    { act: 'add-participant', ticket: number, participant: { name: writer.name, address: writer.address, role: 'requester' } },
    { act: 'add-message', ticket: number, message: { ...message(serial, writer, opened), sha256: null } },
  ];
}

/** No port does this in one stroke: what waits is sent one by one, by leases. */
function markSent(file: string): void {
  const database = new BetterSqlite(file);
  database.exec(`update outbox set state = 'sent', next = null, attempts = 1, settled = created; analyze`);
  database.close();
}

async function addTickets(house: House, at: Writing, serials: readonly number[], of: number): Promise<void> {
  const opened = (serial: number): number => Math.round(Date.now() - year + (serial / of) * (year - 2 * 86_400_000));
  const ids = await at.addArrivals(serials.map((serial) => arrival(serial, opened(serial))));
  for (const [index, serial] of serials.entries()) await addTicket(house, at, serial, opened(serial), ids[index] as ArrivalId);
}

async function addTicket({ newId }: House, at: Writing, serial: number, opened: number, id: ArrivalId): Promise<void> {
  const writer = writerOf(serial);
  const number = ticketNo(firstNumber + serial);
  const foreign = messageId(`<old.${serial}@${writer.domain}>`);
  await at.decide(id, {
    outcome: 'created',
    ticket: number,
    why: 'filled',
    messageId: foreign,
    contentHash: hashOf('c', serial),
  });
  const person = { name: writer.name, address: writer.address };
  const effects: Effect[] = [
    { act: 'open-ticket', ticket: ticket(number, serial, writer, opened) },
    { act: 'add-participant', ticket: number, participant: { ...person, role: 'requester' } },
    { act: 'add-message', ticket: number, message: message(serial, writer, opened) },
    { act: 'learn-id', ticket: number, messageId: foreign },
    { act: 'journal', ticket: number, actor: { kind: 'contact', address: writer.address }, event: 'opened', data: {} },
    ...queued(number, serial, writer, newId(number), opened),
  ];
  await at.apply(effects, opened, id);
}

const hashOf = (kind: string, serial: number) => sha256(createHash('sha256').update(`${kind}${serial}`).digest('hex'));

const arrival = (serial: number, at: number): NewArrival => ({
  source: { kind: 'pipe', mailbox: null },
  sha256: hashOf('raw', serial),
  size: 2048,
  envelope: null,
  authUser: null,
  receivedAt: at,
  imported: false,
});

const ticket = (number: TicketNo, serial: number, writer: Writer, opened: number): Ticket => ({
  number,
  subject: `Old question ${serial}`,
  state: serial % 10 === 0 ? 'raised' : 'closed',
  workflow: 'quote-first',
  ...{ workflowVersion: null, trail: [] },
  waitsFor: serial % 10 === 0 ? 'staff' : 'nobody',
  ...{ stage: null, severity: null, complexity: null, priority: null, type: null, level: null, assignee: null },
  customer: writer.domain.split('.')[0] ?? null,
  requester: writer.address,
  language: 'en',
  channel: 'email',
  mailbox: null,
  team: null,
  opened,
  updated: opened,
  closed: serial % 10 === 0 ? null : opened,
  ...{ tags: [], fields: {}, pausedUntil: null, deleted: null },
});

const text = 'Since this morning the printer does not do what it should; the display shows a code and nothing else. '.repeat(4);

const message = (serial: number, { name, address, domain }: Writer, at: number): NewMessage => ({
  direction: 'in',
  status: 'filed',
  messageId: messageId(`<old.${serial}@${domain}>`),
  from: { name, address },
  to: ['support@acme.example'],
  at,
  subject: `Old question ${serial}`,
  text: `${text} Order ${serial}, item ${serial * 7}.`,
  visibleText: `${text} Order ${serial}, item ${serial * 7}.`,
  attachments: [],
  sha256: hashOf('raw', serial),
});

function queued(number: TicketNo, serial: number, writer: Writer, id: ReturnType<typeof messageId>, at: number): Effect[] {
  const subject = `[HD-${number}] Old question ${serial}`;
  const data = { deskName: 'Acme Support', tag: `HD-${number}`, title: subject, subject, customerName: writer.name };
  const mail = {
    ...{ ticket: number, template, language: 'en', fromName: '', subject, messageId: id, data, attachments: [] },
    to: { name: writer.name, address: writer.address },
    party: 'contact',
    inReplyTo: messageId(`<old.${serial}@${writer.domain}>`),
    references: [],
    automatic: 'auto-replied',
    notBefore: at,
  } as const;
  return [
    { act: 'queue-mail', mail },
    { act: 'learn-id', ticket: number, messageId: id },
  ];
}
