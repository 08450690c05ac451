import { type ServiceTime, spend } from '../calendar/service-time.ts';
import type { Phase } from '../due/phase.ts';
import type { Ticket } from '../ticket.ts';
import { paused, planOf as stateOf } from '../workflow/state-plan.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { type ServicePlan, type Target, targetFor } from './plan.ts';

/** A clock of a ticket's plan. `due`: when it runs out, as if it ran on from now where it is paused; null once it is met. */
export type Clock = {
  name: string;
  state: 'running' | 'paused' | 'met' | 'breached';
  due: number | null;
  target: Target;
  /** What is left until it runs out. */
  left: ServiceTime;
  stretches: readonly Stretch[];
};

/** A phase in which the ticket stood where the clock is named. `to` null: it still does. */
export type Stretch = { from: number; to: number | null; state: string; waitsFor: Phase['waitsFor']; counts: boolean };

export type ClockFacts = {
  ticket: Pick<Ticket, 'severity' | 'closed'>;
  workflow: Pick<Workflow, 'states'>;
  phases: readonly Phase[];
  /** When somebody outside first heard from one of us, or from the process in their name. */
  answered: number | null;
  plan: ServicePlan;
  now: number;
};

/**
 * The clocks that ran on a ticket, in the order they began. A clock runs while the ticket stands in a state that names it and it
 * is not the customer's turn; what it ran before counts when the ticket comes back. The time it may take is that of the
 * severity by now; where the plan has none for a severity, that phase does not count, so that it begins when severity is set.
 */
export function readClocks(facts: ClockFacts): Clock[] {
  const named = facts.phases.flatMap(({ state }) => stateOf(facts.workflow, state).clock ?? []);
  return [...new Set(named)].flatMap((name) => readClock(facts, name) ?? []);
}

function readClock(facts: ClockFacts, name: string): Clock | null {
  const { plan, ticket, now } = facts;
  const target = targetFor(plan, ticket.severity, name);
  if (target === null) return null;
  const stretches = stretchesOf(facts, name);
  const { left, end } = run(target.breach, stretches, facts);
  const last = stretches.at(-1);
  const isOver = last === undefined || last.to !== null || ticket.closed !== null;
  const state =
    end !== null ? 'breached' : isOver && !isHeld(facts, name) ? 'met' : last?.to === null && last.counts ? 'running' : 'paused';
  const due = end ?? (state === 'met' ? null : spend(left, plan.calendar, now, Number.MAX_SAFE_INTEGER).end);
  return { name, state, due, target, left, stretches };
}

/** On hold, the last thing before it being a phase of this clock. */
function isHeld({ phases, workflow }: ClockFacts, name: string): boolean {
  const before = phases.findLast(({ state }) => state !== paused);
  return phases.at(-1)?.state === paused && before !== undefined && stateOf(workflow, before.state).clock === name;
}

function stretchesOf({ phases, workflow, plan, answered, ticket }: ClockFacts, name: string): Stretch[] {
  const until = name === 'first_response' ? (answered ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  return phases.flatMap(({ at, state, waitsFor, severity }, index): Stretch[] => {
    if (stateOf(workflow, state).clock !== name || at >= until) return [];
    const next = phases[index + 1]?.at ?? ticket.closed ?? Number.POSITIVE_INFINITY;
    const to = Math.min(next, until);
    const counts = waitsFor !== 'customer' && waitsFor !== 'nobody' && targetFor(plan, severity, name) !== null;
    return [{ from: at, to: to === Number.POSITIVE_INFINITY ? null : to, state, waitsFor, counts }];
  });
}

function run(breach: ServiceTime, stretches: readonly Stretch[], { plan, now }: ClockFacts) {
  let left = breach;
  for (const { from, to, counts } of stretches) {
    if (!counts) continue;
    const spent = spend(left, plan.calendar, from, to ?? now);
    if (spent.end !== null) return spent;
    left = spent.left;
  }
  return { left, end: null };
}
