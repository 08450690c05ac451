import type { ListedTicket } from '../answer/letter-data.ts';
import { listedTicket, ready } from '../answer/listed-ticket.ts';
import { type Desk, toAssociate } from '../answer/outgoing.ts';
import { dayFor, timeFor } from '../answer/time-for.ts';
import type { Facts } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import type { Person } from '../settings.ts';
import type { KeptClock } from '../sla/kept-clock.ts';
import type { Colleague, Ticket } from '../ticket.ts';
import { comesAgain, endingLink } from './coming.ts';

/** Some tickets, and how many there are in all. */
export type Some = { tickets: readonly Ticket[]; all: number };

/** What one lead's overview is made from: of their teams, or of the whole desk. */
export type OverviewFacts = Desk & {
  settings: Facts['settings'];
  person: Person;
  teams: readonly string[];
  open: number;
  breached: Some;
  unassigned: Some;
  /** Those that wait for us and were not touched the longest. */
  longest: Some;
  clocks: ReadonlyMap<TicketNo, readonly KeptClock[]>;
  colleagues: readonly Colleague[];
  /** Late tickets by whose they are. */
  late: ReadonlyMap<string, number>;
  date: string;
};

/** How the team stands, in the morning; nothing where nothing is open. */
export function overviewMail(facts: OverviewFacts): Effect[] {
  const { settings, person, teams, open, breached, unassigned, longest, date } = facts;
  if (open === 0) return [];
  const data = {
    deskName: settings.desk.name,
    day: dayFor(Date.parse(date), person, settings.desk),
    team: teams.join(', '),
    open,
    ...{ breached: linesOf(facts, breached), breachedCount: breached.all },
    ...{ unassigned: linesOf(facts, unassigned), unassignedCount: unassigned.all },
    ...{ longest: linesOf(facts, longest), longestCount: longest.all },
    load: loadOf(facts),
    actions: [
      ...(breached.all > 0 ? ['list breached'] : []),
      ...(unassigned.all > 0 ? ['list unassigned'] : []),
      'list open',
    ].map((command) => ({ ...ready(command), subject: '' })),
    off: endingLink('overview'),
  };
  return toAssociate(facts, person, { ...comesAgain('overview'), template: 'overview', data });
}

const linesOf = ({ settings: { desk, customers }, person, now, clocks }: OverviewFacts, { tickets }: Some): ListedTicket[] =>
  tickets.map((ticket) =>
    listedTicket({ person, desk, customers, now }, ticket, clocks.get(ticket.number) ?? [], [
      ready(ticket.assignee === null ? 'take' : 'status'),
    ]),
  );

/** Who has how much, the fullest desk first: of the team, and whoever else is away with tickets of theirs. */
function loadOf({ settings, person, teams, colleagues, late, now }: OverviewFacts) {
  const isOfTeam = (one: Person): boolean => teams.length === 0 || one.teams.some((team) => teams.includes(team));
  return settings.people
    .filter((one) => isOfTeam(one) && one.roles.some((role) => role !== 'operator'))
    .flatMap(({ handle, name }) => {
      const { open = 0, awayUntil = null } = colleagues.find((one) => one.handle === handle) ?? {};
      const isAway = awayUntil !== null && awayUntil > now;
      if (open === 0 && !isAway) return [];
      return [{ name, open, breached: late.get(handle) ?? 0, away: isAway ? timeFor(awayUntil, person, settings.desk) : '' }];
    })
    .toSorted((one, other) => other.open - one.open || one.name.localeCompare(other.name));
}
