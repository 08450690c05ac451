import { type TicketNo, ticketNo } from '../ids.ts';
import { placesOf } from './associate-mail.ts';
import { commands } from './commands/index.ts';
import type { Facts, Query } from './facts.ts';
import { findCommand } from './grammar/find-command.ts';
import { readCommands } from './grammar/read-commands.ts';
import type { Phrase } from './grammar/words.ts';

/** Tickets and addresses that the commands of a mail name: what must be looked up before they are carried out. */
export type Named = {
  tickets: readonly TicketNo[];
  addresses: readonly string[];
  /** Addresses and domains. */
  senders: readonly string[];
  queries: readonly Query[];
};

/** More than a person ever names by hand; the rest is not looked up, and so not found. */
const most = 50;

/** As many as a list shows. */
const mostTickets = 100;

const nothing: Named = { tickets: [], addresses: [], senders: [], queries: [] };

/** What an associate's commands name; nothing for anybody else. */
export function namedInWords(facts: Pick<Facts, 'mail' | 'settings' | 'sender' | 'classification' | 'scene'>): Named {
  const { sender, classification, settings, scene } = facts;
  if (sender.kind !== 'associate' || classification.kind !== 'human') return nothing;
  const read = readCommands(placesOf(facts, scene));
  const groups = read.groups ?? [];
  const phrases = [...read.phrases, ...groups.flatMap((group) => group.phrases)];
  const words = phrases.flatMap((phrase: Phrase) => phrase.words.map(({ text }) => text)).slice(0, most);
  const named = groups.slice(0, mostTickets).map(({ ticket }) => ticket);
  const tickets = [...named, ...words.flatMap((word) => ticketIn(word, settings.desk.prefix) ?? [])];
  const addresses = words.filter((word) => word.includes('@')).map((word) => word.toLowerCase());
  const senders = words.filter((word) => /[^.@]\.[^.@]/.test(word)).map((word) => word.toLowerCase().replace(/^@/, ''));
  const queries = phrases.flatMap(({ name, words: given }) => {
    const found = findCommand(commands, name);
    return (found.kind === 'found' && found.command.reads?.(given, { actor: sender.person, scene })) || [];
  });
  return { tickets: [...new Set(tickets)], addresses: [...new Set(addresses)], senders: [...new Set(senders)], queries };
}

/** `HD-1042`, `#1042` or `1042`; null where a word names no ticket. */
export function ticketIn(word: string, prefix: string): TicketNo | null {
  const digits = word.toUpperCase().startsWith(`${prefix.toUpperCase()}-`)
    ? word.slice(prefix.length + 1)
    : word.replace(/^#/, '');
  return /^\d{1,9}$/.test(digits) ? ticketNo(Number(digits)) : null;
}
