import { notifyDue } from '../answer/notify-due.ts';
import type { Unasked } from '../answer/notify-woken.ts';
import { whoIsTold } from '../answer/told.ts';
import type { ServiceTime } from '../calendar/service-time.ts';
import { addWorking } from '../calendar/working-time.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { tagOf } from '../match/subject-tag.ts';
import { say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { JournalRow, Party, Ticket } from '../ticket.ts';
import type { Due, DueFacts } from './due.ts';
import { type Phase, sinceWhen } from './phase.ts';

/** How long a ticket may wait for somebody to take it until its team, then the leads hear of it; null: they do not. */
export type Unassigned = { team: ServiceTime | null; lead: ServiceTime | null };

/** A ticket that nobody has, since when, and how long that may be. */
export type Unheld = Unassigned & { since: number };

/** Since when a ticket waits for somebody to take it; null where somebody has it, or it waits for others. */
export function unheldSince(
  { assignee, waitsFor, opened }: Pick<Ticket, 'assignee' | 'waitsFor' | 'opened'>,
  journal: readonly Pick<JournalRow, 'event' | 'at'>[],
  phases: readonly Phase[],
): number | null {
  if (assignee !== null || !forAnybody.includes(waitsFor)) return null;
  const freed = journal.findLast(({ event }) => freeing.includes(event))?.at ?? opened;
  return Math.max(
    freed,
    sinceWhen(phases, (phase) => forAnybody.includes(phase.waitsFor)),
  );
}

/** Whoever waits for a lead, for Sales or for the manager waits for them, not for a taker. */
const forAnybody: readonly Party[] = ['staff', 'engineer'];
const freeing: readonly string[] = ['assigned', 'gave-back', 'handed-while-away', 'reopened', 'restored'];

/** When the team, then the leads hear of it; where both are late, they hear of it at once. */
export function unassignedDues({ now, unheld, done, calendar }: DueFacts): Due[] {
  if (unheld === null) return [];
  const at = ({ days, time }: ServiceTime) => addWorking(calendar, addWorking(calendar, unheld.since, days, 'days'), time);
  const dues = (['team', 'lead'] as const).flatMap((to) => {
    const [time, key] = [unheld[to], `unassigned ${to} ${unheld.since}`];
    return time === null || done.has(key) ? [] : [{ kind: 'unassigned' as const, to: [to], keys: [key], at: at(time) }];
  });
  const [one, other] = dues;
  if (one === undefined || other === undefined || other.at > now) return dues;
  return [{ ...one, to: [...one.to, ...other.to], keys: [...one.keys, ...other.keys] }];
}

/** Tells those who could take it, or have it taken. */
export function tellUnassigned(desk: Unasked, scene: TicketScene, { to, keys }: Extract<Due, { kind: 'unassigned' }>): Effect[] {
  const { ticket, participants } = scene;
  const { people } = desk.settings;
  const tag = tagOf(desk.settings.desk.prefix, ticket.number);
  const leads = people.filter(({ roles }) => roles.includes('lead'));
  const team = whoIsTold(ticket, participants, people, null);
  const told: readonly Person[] = [...new Set([...(to.includes('team') ? team : []), ...(to.includes('lead') ? leads : [])])];
  const because = to.includes('lead')
    ? say('It has waited for somebody longer than it may. `assign` gives it to somebody.')
    : say('It has waited for somebody for some time. Whoever has room may take it.');
  return [
    { act: 'mark-done', ticket: ticket.number, keys },
    { act: 'journal', ticket: ticket.number, actor: { kind: 'desk' }, event: 'unassigned-long', data: { to: to.join(', ') } },
    ...notifyDue(desk, scene, told, { headline: say`Nobody has taken ${tag} yet`, because }),
  ];
}
