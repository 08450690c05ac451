import { splitAddress } from '../../domain/authenticate/reply-address.ts';
import type { Lookups, Sender, TicketScene } from '../../domain/decide/facts.ts';
import type { Named } from '../../domain/decide/named-in-words.ts';
import { ticketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Block, Contact, Kin } from '../../domain/ticket.ts';
import { sceneOf } from './5-match.ts';

const noKin: Kin = { links: [], merged: [], hanging: [] };

/** Where nobody commands nothing is looked up. */
export const noLookups: Lookups = {
  ...{ tickets: new Map(), contacts: new Map(), colleagues: [], blocks: new Map() },
  ...{ kin: noKin, nextTicket: ticketNo(0) },
};

/** What the words of an associate's commands name, as the store knows it, and what hangs together with their ticket. */
export async function lookUp(
  at: Reading,
  { tickets, addresses, senders }: Named,
  sender: Sender,
  scene: TicketScene | null,
  { now, first }: { now: number; first: number },
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
  return { tickets: scenes, contacts, colleagues, kin, nextTicket, blocks: await blocksOf(at, senders, scene, now) };
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
