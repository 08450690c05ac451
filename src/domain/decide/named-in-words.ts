import { type TicketNo, ticketNo } from '../ids.ts';
import { placesOf } from './associate-mail.ts';
import type { Facts } from './facts.ts';
import { readCommands } from './grammar/read-commands.ts';
import type { Phrase } from './grammar/words.ts';

/** Tickets and addresses that the commands of a mail name: what must be looked up before they are carried out. */
export type Named = {
  tickets: readonly TicketNo[];
  addresses: readonly string[];
  /** Addresses and domains. */
  senders: readonly string[];
};

/** More than a person ever names by hand; the rest is not looked up, and so not found. */
const most = 50;

/** What an associate's commands name; nothing for anybody else. */
export function namedInWords(facts: Pick<Facts, 'mail' | 'settings' | 'sender' | 'classification' | 'scene'>): Named {
  const { sender, classification, settings, scene } = facts;
  if (sender.kind !== 'associate' || classification.kind !== 'human') return { tickets: [], addresses: [], senders: [] };
  const { phrases } = readCommands(placesOf(facts, scene));
  const words = phrases.flatMap((phrase: Phrase) => phrase.words.map(({ text }) => text)).slice(0, most);
  const tickets = words.flatMap((word) => ticketIn(word, settings.desk.prefix) ?? []);
  const addresses = words.filter((word) => word.includes('@')).map((word) => word.toLowerCase());
  const senders = words.filter((word) => /[^.@]\.[^.@]/.test(word)).map((word) => word.toLowerCase().replace(/^@/, ''));
  return { tickets: [...new Set(tickets)], addresses: [...new Set(addresses)], senders: [...new Set(senders)] };
}

/** `HD-1042`, `#1042` or `1042`; null where a word names no ticket. */
export function ticketIn(word: string, prefix: string): TicketNo | null {
  const digits = word.toUpperCase().startsWith(`${prefix.toUpperCase()}-`)
    ? word.slice(prefix.length + 1)
    : word.replace(/^#/, '');
  return /^\d{1,9}$/.test(digits) ? ticketNo(Number(digits)) : null;
}
