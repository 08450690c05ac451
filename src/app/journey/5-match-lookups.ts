import { splitAddress } from '../../domain/authenticate/reply-address.ts';
import { keyOf, type Lookups, type Query, type Sender, type TicketList, type TicketScene } from '../../domain/decide/facts.ts';
import type { Named } from '../../domain/decide/named-in-words.ts';
import { type MessageId, ticketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Account } from '../../domain/settings.ts';
import type { Arrival, Block, Contact, Kin } from '../../domain/ticket.ts';
import { sceneOf } from './5-match.ts';
import { heldMail } from './5-match-held.ts';

const noKin: Kin = { links: [], merged: [], hanging: [] };

/** Where nobody commands nothing is looked up. */
export const noLookups: Lookups = {
  ...{ tickets: new Map(), contacts: new Map(), colleagues: [], blocks: new Map() },
  ...{ lists: new Map(), mails: new Map(), accounts: new Map(), held: null },
  ...{ kin: noKin, nextTicket: ticketNo(0) },
};

/** What the words of an associate's commands name, as the store knows it, and what hangs together with their ticket. */
export async function lookUp(
  at: Reading,
  { tickets, addresses, senders, queries }: Named,
  sender: Sender,
  scene: TicketScene | null,
  { now, first, answers }: { now: number; first: number; answers: MessageId | null },
): Promise<Lookups> {
  const kin = scene === null ? noKin : await at.kin(scene.ticket.number);
  const scenes = new Map<TicketScene['ticket']['number'], TicketScene>();
  for (const number of new Set([...tickets, ...kin.merged, ...kin.hanging])) {
    const scene = await sceneOf(at, number, sender);
    if (scene !== null) scenes.set(number, scene);
  }
  const contacts = new Map<string, Contact>();
  for (const address of addresses) {
    const contact = await at.contact(address);
    if (contact !== null) contacts.set(address, contact);
  }
  const colleagues = await at.colleagues();
  const nextTicket = await at.nextTicketNo(first);
  const blocks = await blocksOf(at, senders, scene, now);
  const held = await heldMail(at, answers, scene);
  return { tickets: scenes, contacts, colleagues, kin, nextTicket, blocks, held, ...(await askedFor(at, queries)) };
}

/** Lists, and mails as the ledger knows them. */
async function askedFor(at: Reading, queries: readonly Query[]): Promise<Pick<Lookups, 'lists' | 'mails' | 'accounts'>> {
  const lists = new Map<string, TicketList>();
  const mails = new Map<string, Arrival>();
  const accounts = new Map<string, Account>();
  for (const query of queries) {
    if (query.kind === 'tickets') {
      const { filter } = query;
      lists.set(keyOf(filter), { tickets: await at.tickets(filter), all: await at.ticketCount(filter) });
    } else if (query.kind === 'account') {
      const account = await at.account(query.name);
      if (account !== null) accounts.set(query.name, account);
    } else {
      const arrival = (await at.arrivalsOf(query.mail)).findLast(({ outcome }) => outcome !== null);
      if (arrival !== undefined) mails.set(keyOf(query.mail), arrival);
    }
  }
  return { lists, mails, accounts };
}

async function blocksOf(
  at: Reading,
  senders: readonly string[],
  scene: TicketScene | null,
  now: number,
): Promise<Lookups['blocks']> {
  const blocks = new Map<string, Block>();
  const requester = scene?.ticket.requester ?? '';
  for (const sender of new Set([...senders, ...(requester === '' ? [] : [requester, splitAddress(requester)[1]])])) {
    const block = await at.blockOf(sender, now);
    if (block !== null) blocks.set(sender, block);
  }
  return blocks;
}
