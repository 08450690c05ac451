import { addService, type ServiceTime, spend } from '../calendar/service-time.ts';
import type { Phase } from '../due/phase.ts';
import type { Ticket } from '../ticket.ts';
import { paused } from '../workflow/state-plan.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { type Course, coursesOf, type Deeds } from './courses.ts';
import { type ServicePlan, type Target, targetFor } from './plan.ts';

/** A clock of a ticket's plan. `due`: when it runs out, as if it ran on from now where it is paused; null once it is met. */
export type Clock = {
  name: string;
  state: 'running' | 'paused' | 'met' | 'breached';
  due: number | null;
  target: Target;
  /** What is left until it runs out. */
  left: ServiceTime;
  /** Theirs: an outside party owes it to us. */
  whose: Course['whose'];
  /** When it began, this time: one may begin anew. Null: it has not counted yet. */
  since: number | null;
  /** Whether it counts now: one that was missed may still do. */
  counts: boolean;
  stretches: readonly Stretch[];
};

/** A phase in which the ticket stood where the clock runs. `to` null: it still does. */
export type Stretch = { from: number; to: number | null; state: string; waitsFor: Phase['waitsFor']; counts: boolean };

export type ClockFacts = {
  ticket: Pick<Ticket, 'severity' | 'complexity' | 'closed'>;
  workflow: Pick<Workflow, 'states'>;
  phases: readonly Phase[];
  deeds: Deeds;
  plan: ServicePlan;
  now: number;
};

/**
 * The clocks that ran on a ticket, those of its process first, in the order they began. A clock runs where its process, or
 * what was said, has it run, and it is not the customer's turn; what it ran before counts when the ticket comes back. The time
 * it may take is that of the severity by now; where the plan has none for a severity, that phase does not count, so that it
 * begins when severity is set.
 */
export const readClocks = (facts: ClockFacts): Clock[] =>
  coursesOf(facts.workflow, facts.phases, facts.deeds).flatMap((course) => readClock(facts, course) ?? []);

function readClock(facts: ClockFacts, course: Course): Clock | null {
  const { plan, ticket, now } = facts;
  const target = targetFor(plan, ticket, course.name);
  if (target === null) return null;
  const stretches = stretchesOf(facts, course);
  const { left, end } = run(target.breach, stretches, plan, now);
  const last = stretches.at(-1);
  const counts = last?.to === null && last.counts;
  const isOver = ticket.closed !== null || ((last === undefined || last.to !== null) && !isHeld(facts, course));
  const state = end !== null ? 'breached' : isOver ? 'met' : counts ? 'running' : 'paused';
  const due = end ?? (state === 'met' ? null : spend(left, plan.calendar, now, Number.MAX_SAFE_INTEGER).end);
  const since = stretches.find((stretch) => stretch.counts)?.from ?? null;
  return { name: course.name, whose: course.whose, state, due, target, left, since, counts, stretches };
}

/**
 * When a clock will have run for so long, or when it had; null where that cannot be said because it stands still.
 *
 * @param more beyond the target
 */
export function instantOf(clock: Clock, plan: ServicePlan, now: number, time: ServiceTime, more?: ServiceTime): number | null {
  const { left, end } = run(more === undefined ? time : addService(time, more), clock.stretches, plan, now);
  if (end !== null || !clock.counts) return end;
  return spend(left, plan.calendar, now, Number.MAX_SAFE_INTEGER).end;
}

/** On hold, the last thing before it being a phase of this clock. */
function isHeld({ phases }: ClockFacts, { runsIn, until }: Course): boolean {
  const before = phases.findLast(({ state }) => state !== paused);
  return until === null && phases.at(-1)?.state === paused && before !== undefined && runsIn(before.state);
}

function stretchesOf({ phases, plan, ticket }: ClockFacts, { name, from: begin, until, runsIn, whose }: Course): Stretch[] {
  const last = until ?? Number.POSITIVE_INFINITY;
  return phases.flatMap(({ at, state, waitsFor, severity }, index): Stretch[] => {
    const next = Math.min(phases[index + 1]?.at ?? ticket.closed ?? Number.POSITIVE_INFINITY, last);
    const from = Math.max(at, begin);
    if (!runsIn(state) || from >= last || next <= from) return [];
    const isTheirTurn = whose === 'ours' ? waitsFor !== 'customer' && waitsFor !== 'nobody' : outside.includes(waitsFor);
    const counts = isTheirTurn && targetFor(plan, { ...ticket, severity }, name) !== null;
    return [{ from, to: next === Number.POSITIVE_INFINITY ? null : next, state, waitsFor, counts }];
  });
}

const outside: readonly Phase['waitsFor'][] = ['provider', 'operator'];

function run(time: ServiceTime, stretches: readonly Stretch[], { calendar }: ServicePlan, now: number) {
  let left = time;
  for (const { from, to, counts } of stretches) {
    if (!counts) continue;
    const spent = spend(left, calendar, from, to ?? now);
    if (spent.end !== null) return spent;
    left = spent.left;
  }
  return { left, end: null };
}
