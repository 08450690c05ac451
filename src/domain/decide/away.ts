import { listedTicket, ready } from '../answer/listed-ticket.ts';
import { type Desk, toAssociate } from '../answer/outgoing.ts';
import { timeFor } from '../answer/time-for.ts';
import { whoIsTold } from '../answer/told.ts';
import type { DeskHours } from '../calendar/desk-hours.ts';
import { inReadersHours } from '../due/readers-hours.ts';
import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import { type Saying, say } from '../saying.ts';
import type { Person, Settings } from '../settings.ts';
import type { Colleague, Ticket } from '../ticket.ts';

/** What becomes of the tickets of whoever is away: those that wait for us go to others, all do, or those who lead are shown them. */
export type AwayRule = 'waiting' | 'all' | 'offer';

/** A ticket that others have while somebody is away; `to` null: nobody in particular. */
export type HandedOver = { ticket: TicketNo; from: string; to: string | null };

export type AwayDesk = Desk & { settings: Settings; hours: DeskHours };

/** Who is here to take somebody's tickets: their stand-in, unless away too; null: the team. */
export function standInOf({ handle, awayTo }: Colleague, colleagues: readonly Colleague[], now: number): string | null {
  const named = colleagues.find((one) => one.handle === awayTo && one.handle !== handle);
  return named === undefined || (named.awayUntil ?? 0) > now ? null : named.handle;
}

/** Of the tickets of somebody who is away, those that should not wait for them. */
export const waitingOnes = (tickets: readonly Ticket[], rule: AwayRule): Ticket[] =>
  tickets.filter(({ waitsFor }) => rule === 'all' || !others.includes(waitsFor));

const others: readonly Ticket['waitsFor'][] = ['customer', 'nobody', 'operator', 'provider'];

/** Gives tickets of somebody who is away to others, and tells these in one mail each. */
export function handOver(desk: AwayDesk, who: Colleague, to: string | null, tickets: readonly Ticket[]): Effect[] {
  const moved = tickets.map((ticket): Ticket => ({ ...ticket, assignee: to }));
  const until = who.awayUntil ?? desk.now;
  return [
    ...moved.flatMap(({ number }): Effect[] => [
      { act: 'change-ticket', ticket: number, set: { assignee: to } },
      { act: 'keep-handed', handed: { ticket: number, from: who.handle, to } },
      journal(number, 'handed-while-away', { from: who.handle, to }),
    ]),
    ...tell(desk, takers(desk, to, moved), moved, (person) => ({
      title:
        to === null
          ? say`Tickets of ${nameOf(desk, who.handle)}, who is away, are free`
          : say`Tickets of ${nameOf(desk, who.handle)}, who is away, are yours meanwhile`,
      text: [say`Until ${timeFor(until, person, desk.settings.desk)}; what nobody has touched by then goes back.`],
    })),
  ];
}

/** Shows those who lead what waits for somebody who is away; nothing is moved. */
export function offerOver(desk: AwayDesk, who: Colleague, tickets: readonly Ticket[]): Effect[] {
  const leads = desk.settings.people.filter(({ roles }) => roles.includes('lead'));
  return [
    { act: 'tell-once', keys: tickets.map((ticket) => offerKey(who, ticket)) },
    ...tell(desk, leads, tickets, (person) => ({
      title: say`Tickets wait for ${nameOf(desk, who.handle)}, who is away`,
      text: [
        say`Away until ${timeFor(who.awayUntil ?? desk.now, person, desk.settings.desk)}. \`assign\` gives them to somebody else.`,
      ],
    })),
  ];
}

/** Of a ticket that was shown, for one absence. */
export const offerKey = ({ handle, awayUntil }: Colleague, { number }: Pick<Ticket, 'number'>): string =>
  `away ${handle} ${awayUntil} ${number}`;

/** Gives back what nobody else made theirs meanwhile. */
export function giveBack(desk: AwayDesk, handle: string, handed: readonly HandedOver[], tickets: readonly Ticket[]): Effect[] {
  const back = tickets.filter(({ number, assignee, closed }) =>
    handed.some(({ ticket, to }) => ticket === number && closed === null && assignee === to),
  );
  const now = back.map((ticket): Ticket => ({ ...ticket, assignee: handle }));
  const people = desk.settings.people.filter((person) => person.handle === handle);
  return [
    ...handed.map(({ ticket }): Effect => ({ act: 'drop-handed', ticket })),
    ...back.flatMap(({ number, assignee }): Effect[] => [
      { act: 'change-ticket', ticket: number, set: { assignee: handle } },
      journal(number, 'back-after-away', { from: assignee, to: handle }),
    ]),
    ...(back.length === 0
      ? []
      : tell(desk, people, now, () => ({
          title: say('You are back, and so are your tickets'),
          text: [say('Others had them while you were away. What they closed or made their own stays with them.')],
        }))),
  ];
}

const journal = (ticket: TicketNo, event: string, data: Readonly<Record<string, unknown>>): Effect => ({
  ...{ act: 'journal', ticket, actor: { kind: 'desk' }, event },
  data,
});

const nameOf = ({ settings }: AwayDesk, handle: string): string =>
  settings.people.find((person) => person.handle === handle)?.name ?? handle;

function takers({ settings: { people } }: AwayDesk, to: string | null, tickets: readonly Ticket[]): readonly Person[] {
  if (to !== null) return people.filter(({ handle }) => handle === to);
  return [
    ...new Set([
      ...tickets.flatMap((ticket) => whoIsTold(ticket, [], people, null)),
      ...people.filter(({ roles }) => roles.includes('lead')),
    ]),
  ];
}

const linksOn = ({ assignee }: Ticket) => [ready('status'), ...(assignee === null ? [ready('take')] : [])];

function tell(
  desk: AwayDesk,
  people: readonly Person[],
  tickets: readonly Ticket[],
  words: (person: Person) => { title: Saying; text: readonly Saying[] },
): Effect[] {
  const mails = people.flatMap((person) =>
    toAssociate(desk, person, {
      ...{ ticket: null, template: 'notice', automatic: 'auto-generated' },
      data: {
        ...{ deskName: desk.settings.desk.name, facts: [], actions: [], ...words(person) },
        tickets: tickets.map((ticket) => listedTicket({ person, ...desk.settings, now: desk.now }, ticket, [], linksOn(ticket))),
      },
    }),
  );
  return inReadersHours(mails, desk.hours, desk.settings.people, null);
}
