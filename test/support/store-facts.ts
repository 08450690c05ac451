import { createHash } from 'node:crypto';
import type { Effect } from '../../src/domain/effect.ts';
import { type ArrivalId, type MessageId, messageId, type Sha256, sha256, type TicketNo, ticketNo } from '../../src/domain/ids.ts';
import type { NewOutboxRow } from '../../src/domain/outbox.ts';
import type { NewArrival, Store, Writing } from '../../src/domain/ports.ts';
import type { Person, SendLimits } from '../../src/domain/settings.ts';
import type { NewMessage, Ticket } from '../../src/domain/ticket.ts';
import { aTicket } from '../domain/parts.ts';

/** Monday, 2 March 2026, 09:00 UTC. */
export const monday = Date.UTC(2026, 2, 2, 9);

export const hashOf = (text: string): Sha256 => sha256(createHash('sha256').update(text).digest('hex'));
export const idOf = (name: string): MessageId => messageId(`<${name}@globex.example>`);

/** A mail at place `uid` of the support mailbox. */
export const fetched = (uid: number, change: Partial<NewArrival> = {}): NewArrival => ({
  source: { kind: 'imap', mailbox: 'support', folder: 'INBOX', uidValidity: '7', uid },
  sha256: hashOf(`mail ${uid}`),
  size: 2048,
  envelope: null,
  authUser: null,
  receivedAt: monday + uid,
  imported: false,
  ...change,
});

export const ticket = (number: number, change: Partial<Ticket> = {}): Ticket =>
  aTicket({
    ...{ number: ticketNo(number), subject: 'Printer jams', workflow: 'quote-first', customer: null },
    ...{ opened: monday, updated: monday, ...change },
  });

export const message = (change: Partial<NewMessage> = {}): NewMessage => ({
  direction: 'in',
  status: 'filed',
  messageId: idOf('first'),
  from: { name: 'Jane Roe', address: 'jane@globex.example' },
  to: ['support@acme.example'],
  at: monday,
  subject: 'Printer jams',
  text: 'Tray 2 again.',
  visibleText: 'Tray 2 again.',
  attachments: [],
  sha256: null,
  ...change,
});

export const outgoing = (number: number | null, name: string, change: Partial<NewOutboxRow> = {}): NewOutboxRow => ({
  ticket: number === null ? null : ticketNo(number),
  template: 'acknowledge',
  language: 'en',
  to: { name: 'Jane Roe', address: 'jane@globex.example' },
  party: 'contact',
  fromName: '',
  subject: null,
  messageId: messageId(`<${name}@acme.example>`),
  inReplyTo: null,
  references: [],
  automatic: 'auto-replied',
  data: {},
  attachments: [],
  notBefore: monday,
  ...change,
});

/** Everything leaves as fast as it can. */
export const noLimits: SendLimits = { perRecipient: null, perDomain: null, perAssociate: null };

/** Opens a ticket with a first message and its requester as participant. */
export const opening = (number: number, change: Partial<Ticket> = {}, first: Partial<NewMessage> = {}): Effect[] => {
  const opened = ticket(number, change);
  const requester = { address: opened.requester, name: 'Jane Roe', role: 'requester' as const };
  return [
    { act: 'open-ticket', ticket: opened },
    { act: 'add-participant', ticket: opened.number, participant: requester },
    { act: 'add-message', ticket: opened.number, message: message({ messageId: idOf(`first-${number}`), ...first }) },
  ];
};

export const applied = (store: Store, effects: readonly Effect[], at = monday, arrival: ArrivalId | null = null): Promise<void> =>
  store.write((to) => to.apply(effects, at, arrival));

/** T1 of one mail. */
export async function received(store: Store, arrival: NewArrival): Promise<ArrivalId> {
  return await store.write(async (to) => one(await to.addArrivals([arrival])));
}

/** T2 without effects. */
export const decided = (
  store: Store,
  id: ArrivalId,
  verdict: Partial<Parameters<Writing['decide']>[1]> & { ticket?: TicketNo | null } = {},
): Promise<boolean> =>
  store.write((to) =>
    to.decide(id, { outcome: 'created', ticket: null, why: 'new', messageId: null, contentHash: null, ...verdict }),
  );

/** The only one of a list. */
export function one<T>(list: readonly T[]): T {
  const [first, ...more] = list;
  if (first === undefined || more.length > 0) throw new Error(`expected one, found ${list.length}`);
  return first;
}

/** An associate of the files. */
export const person = (handle: string): Person => ({
  handle,
  name: handle,
  addresses: [`${handle}@acme.example`],
  roles: ['associate'],
  level: null,
  teams: [],
  language: null,
  timezone: null,
  calendar: null,
  notify: 'mine',
  password: null,
});
