import { longestList } from '../../domain/decide/commands/list.ts';
import { customerCalled } from '../../domain/decide/customers-called.ts';
import { keyOf, type Lookups, type Query, type Sender, type TicketScene } from '../../domain/decide/facts.ts';
import type { Named } from '../../domain/decide/named-in-words.ts';
import { type MessageId, type TicketNo, ticketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { reviewFacts } from '../review/review-facts.ts';
import { sceneOf, takesPart } from './5-match.ts';
import { heldMail } from './5-match-held.ts';

/** Where nobody commands nothing is looked up. */
export const noLookups: Lookups = {
  ...{ tickets: new Map(), contacts: new Map(), colleagues: [], kin: new Map(), blocks: new Map() },
  ...{
    lists: new Map(),
    mails: new Map(),
    accounts: new Map(),
    phases: new Map(),
    reviews: new Map(),
    held: null,
    nextTicket: ticketNo(0),
  },
};

/** Whose mail it is, what it answers, and the ticket it is on. */
type On = { sender: Sender; scene: TicketScene | null; answers: MessageId | null; now: number; settings: Settings };

/** What an associate's commands name and ask for, as the store knows it. */
export async function lookUp(at: Reading, { tickets, addresses, queries }: Named, on: On): Promise<Lookups> {
  const found: Found = {
    ...noLookups,
    ...{ tickets: new Map(), contacts: new Map(), kin: new Map(), blocks: new Map() },
    ...{ lists: new Map(), mails: new Map(), accounts: new Map(), phases: new Map(), reviews: new Map() },
    colleagues: await at.colleagues(),
  };
  for (const number of tickets) await addScene(at, found, number, on);
  if (on.scene !== null) put(found.phases, on.scene.ticket.number, await at.phases(on.scene.ticket.number));
  for (const address of addresses) put(found.contacts, address, await at.contact(address));
  for (const query of queries) await answer(at, found, query, on);
  return found;
}

/** The lookups while they are filled. */
type Found = {
  -readonly [Name in keyof Lookups]: Lookups[Name] extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : Lookups[Name];
};

/** Tickets that one renewal looks at again at once; a customer with more open ones is looked at as they come up. */
const mostWaiting = 500;

async function answer(at: Reading, found: Found, query: Query, on: On): Promise<void> {
  switch (query.kind) {
    case 'tickets': {
      const { filter } = query;
      const tickets = await at.tickets(filter);
      const clocks = await at.clocksOn(tickets.slice(0, longestList).map(({ number }) => number));
      found.lists.set(keyOf(filter), { tickets, all: await at.ticketCount(filter), clocks });
      return;
    }
    case 'account':
      return put(found.accounts, query.name, await at.account(query.name));
    case 'contract': {
      const named = query.number.toLowerCase();
      const owner = on.settings.customers.find(({ contracts }) => contracts.some(({ number }) => number.toLowerCase() === named));
      const waiting = owner === undefined ? [] : await at.tickets({ customer: owner.id, open: true, limit: mostWaiting });
      for (const { number } of waiting) await addScene(at, found, number, on);
      return;
    }
    case 'mail': {
      const arrivals = await at.arrivalsOf(query.mail);
      return put(found.mails, keyOf(query.mail), arrivals.findLast(({ outcome }) => outcome !== null) ?? null);
    }
    case 'block':
      return put(found.blocks, query.sender, query.sender === '' ? null : await at.blockOf(query.sender, on.now));
    case 'kin': {
      const kin = await at.kin(query.ticket);
      found.kin.set(query.ticket, kin);
      for (const number of query.scenes === 'none' ? [] : kin[query.scenes]) await addScene(at, found, number, on);
      return;
    }
    case 'phases':
      found.phases.set(query.ticket, await at.phases(query.ticket));
      return;
    case 'review': {
      const { customers } = on.settings;
      const id = customerCalled(query.customer, on.settings, found)?.id ?? '';
      return put(found.reviews, id, await reviewFacts(at, { customers }, id));
    }
    case 'next-ticket':
      found.nextTicket = await at.nextTicketNo(on.settings.desk.firstNumber);
      return;
    case 'held':
      found.held = await heldMail(at, on.answers, on.scene);
  }
}

/** A ticket that the sender takes no part in is none, for all they are told. */
async function addScene(at: Reading, { tickets }: Found, number: TicketNo, { sender, settings }: On): Promise<void> {
  if (tickets.has(number)) return;
  const scene = await sceneOf(at, number, sender, settings);
  if (scene !== null && (await takesPart(at, scene.ticket, '', sender))) tickets.set(number, scene);
}

function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value !== null) map.set(key, value);
}
