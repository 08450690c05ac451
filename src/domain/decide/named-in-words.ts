import { type TicketNo, ticketNo } from '../ids.ts';
import { placesOf } from './associate-mail.ts';
import type { Command } from './commands/command.ts';
import type { Facts, Query } from './facts.ts';
import { commandsOn } from './flow/commands-on.ts';
import { findCommand } from './grammar/find-command.ts';
import { readCommands } from './grammar/read-commands.ts';
import type { Phrase } from './grammar/words.ts';

/** What the commands of a mail name and ask for: what must be looked up before they are carried out. */
export type Named = {
  tickets: readonly TicketNo[];
  addresses: readonly string[];
  queries: readonly Query[];
};

/** More than a person ever names by hand; the rest is not looked up, and so not found. */
const most = 50;

/** As many as a list shows. */
const mostTickets = 100;

/** What an associate's commands name; null where the mail commands nothing. */
export function namedInWords(facts: Pick<Facts, 'mail' | 'settings' | 'sender' | 'classification' | 'scene'>): Named | null {
  const { sender, classification, settings, scene } = facts;
  if (sender.kind !== 'associate' || classification.kind !== 'human') return null;
  const read = readCommands(placesOf(facts, scene));
  const groups = read.groups ?? [];
  const asked = [
    { ticket: scene?.ticket.number ?? null, scene, phrases: read.phrases },
    ...groups.slice(0, mostTickets).map((group) => ({ ...group, scene: scene?.ticket.number === group.ticket ? scene : null })),
  ];
  const phrases = asked.flatMap((one) => one.phrases);
  if (phrases.length === 0) return null;
  const words = phrases.flatMap((phrase) => phrase.words.map(({ text }) => text)).slice(0, most);
  const named = asked.slice(1).flatMap(({ ticket }) => ticket ?? []);
  const tickets = [...named, ...words.flatMap((word) => ticketIn(word, settings.desk.prefix) ?? [])];
  const addresses = words.filter((word) => word.includes('@')).map((word) => word.toLowerCase());
  const queries = asked.flatMap((on) => on.phrases.flatMap((phrase) => queryOf(phrase, { ...on, actor: sender.person }) ?? []));
  return { tickets: [...new Set(tickets)], addresses: [...new Set(addresses)], queries };
}

function queryOf({ name, words }: Phrase, on: Parameters<NonNullable<Command['reads']>>[1]): Query | null {
  const found = findCommand(commandsOn(on.scene?.workflow ?? null), name);
  return found.kind === 'found' ? (found.command.reads?.(words, on) ?? null) : null;
}

/** `HD-1042`, `#1042` or `1042`; null where a word names no ticket. */
export function ticketIn(word: string, prefix: string): TicketNo | null {
  const digits = word.toUpperCase().startsWith(`${prefix.toUpperCase()}-`)
    ? word.slice(prefix.length + 1)
    : word.replace(/^#/, '');
  return /^\d{1,9}$/.test(digits) ? ticketNo(Number(digits)) : null;
}
