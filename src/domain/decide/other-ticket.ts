import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import { tagOf } from '../match/subject-tag.ts';
import { type Saying, say } from '../saying.ts';
import type { Participant, Ticket } from '../ticket.ts';
import type { Deed, Scene } from './commands/command.ts';
import type { TicketScene } from './facts.ts';
import type { Word } from './grammar/words.ts';
import { ticketIn } from './named-in-words.ts';

type Refusal = Extract<Deed, { kind: 'refused' }>;
type Found = { kind: 'found'; other: TicketScene; tag: string };

/** The other ticket that a command names as its only word: one that is there, is not this one, and lives on by itself. */
export function otherTicket(
  command: string,
  [word, extra]: readonly Word[],
  { ticket, settings, lookups }: Scene,
): Found | Refusal {
  const { prefix } = settings.desk;
  const refused = (problem: Saying, at?: Word, suggestions: readonly string[] = []): Refusal => ({
    kind: 'refused',
    problem,
    expected: say`the number of one other ticket, such as ${prefix}-1042`,
    ...(at === undefined ? {} : { word: at }),
    suggestions,
  });
  if (word === undefined) return refused(say`\`${command}\` needs to know which ticket`);
  if (extra !== undefined) return refused(say('one ticket at a time'), extra, [`${command} ${word.text}`]);
  const number = ticketIn(word.text, prefix);
  if (number === null) return refused(say`“${word.text}” is no ticket number`, word);
  const tag = tagOf(prefix, number);
  if (number === ticket.number) return refused(say`${tag} is this very ticket`, word);
  const other = lookups.tickets.get(number);
  if (other === undefined) return refused(say`there is no ${tag}`, word);
  const { mergedInto, deleted } = other.ticket;
  if (mergedInto === ticket.number) return refused(say`${tag} was merged into this ticket`, word, [`unmerge ${tag}`]);
  if (mergedInto !== undefined) {
    const home = tagOf(prefix, mergedInto);
    return refused(say`${tag} was merged into ${home}`, word, [`${command} ${home}`]);
  }
  return deleted === null ? { kind: 'found', other, tag } : refused(say`${tag} was deleted`, word);
}

/** Whether two tickets are of different customers: what stands on one is nothing for the people of the other. */
export const isAnothersTicket = (ticket: Ticket, other: Ticket): boolean =>
  ticket.customer === null || other.customer === null ? ticket.requester !== other.requester : ticket.customer !== other.customer;

/** Refused for now; the same with `!` does it. */
export const onlyInsisting = (command: string, tag: string, problem: Saying): Refusal => ({
  kind: 'refused',
  problem,
  expected: say`\`${command}! ${tag}\` if that is meant`,
  suggestions: [`${command}! ${tag}`],
});

/** Those who do not take part in the other ticket yet, as they would. */
export const newcomers = (from: readonly Participant[], to: readonly Participant[]): Participant[] =>
  from
    .filter(({ address }) => address !== '' && !to.some((known) => known.address === address))
    .map((one) => ({ ...one, role: one.role === 'watcher' ? 'watcher' : 'cc' }));

/** They take part from now on, and what takes that back. */
export const joining = (ticket: TicketNo, people: readonly Participant[]): { effects: Effect[]; back: Effect[] } => ({
  effects: people.map((participant) => ({ act: 'add-participant', ticket, participant })),
  back: people.map(({ address }) => ({ act: 'remove-participant', ticket, address })),
});

/** A line in the other ticket's history. */
export const noted = (
  { actor }: Pick<Scene, 'actor'>,
  ticket: TicketNo,
  event: string,
  data: Readonly<Record<string, unknown>>,
): Effect => ({ act: 'journal', ticket, actor: { kind: 'associate', handle: actor.handle }, event, data });

/** People in words. */
export const namesOf = (people: readonly Participant[]): string => people.map(({ name, address }) => name || address).join(', ');
