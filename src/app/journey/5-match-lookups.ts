import type { Lookups, Sender, TicketScene } from '../../domain/decide/facts.ts';
import type { Named } from '../../domain/decide/named-in-words.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Contact } from '../../domain/ticket.ts';
import { sceneOf } from './5-match.ts';

/** Where nobody commands nothing is looked up. */
export const noLookups: Lookups = { tickets: new Map(), contacts: new Map(), colleagues: [] };

/** What the words of an associate's commands name, as the store knows it. */
export async function lookUp(at: Reading, { tickets, addresses }: Named, sender: Sender): Promise<Lookups> {
  const scenes = new Map<TicketScene['ticket']['number'], TicketScene>();
  for (const number of tickets) {
    const scene = await sceneOf(at, number, sender);
    if (scene !== null) scenes.set(number, scene);
  }
  const contacts = new Map<string, Contact>();
  for (const address of addresses) {
    const contact = await at.contact(address);
    if (contact !== null) contacts.set(address, contact);
  }
  return { tickets: scenes, contacts, colleagues: await at.colleagues() };
}
