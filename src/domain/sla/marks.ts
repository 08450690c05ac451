import { shareOf } from '../calendar/service-time.ts';
import type { Rung, ServicePlan } from './plan.ts';
import { type Clock, instantOf } from './read-clocks.ts';

/** A point on a clock at which somebody is to hear of it. */
export type Mark = {
  kind: 'warned' | 'breached' | 'escalated';
  to: Rung['to'];
  /** As the plan has it: `80%`, `2h`; '' for the target itself. */
  said: string;
};

/** A mark with the instant at which it is reached, and the name by which it is never told twice. */
export type MarkAt = { clock: Clock; mark: Mark; at: number; key: string };

/** Marks that were reached, or will be where the clock runs on, the soonest first; none of a clock that stands still. */
export function marksOf(clock: Clock, plan: ServicePlan, now: number): MarkAt[] {
  if (!clock.counts || clock.since === null) return [];
  const { remind, breach, text } = clock.target;
  const key = (what: string): string => `mark ${clock.name} ${clock.since} ${text} ${what}`;
  const warned = (said: string): Mark => ({ kind: 'warned', to: 'associate', said });
  const found = [
    ...plan.warn.map((share) => {
      const said = `${Math.round(share * 100)}%`;
      return { mark: warned(said), at: instantOf(clock, plan, now, shareOf(breach, share)), key: key(said) };
    }),
    ...(remind === null ? [] : [{ mark: warned(''), at: instantOf(clock, plan, now, remind), key: key('remind') }]),
    ...plan.escalate.map(({ to, after, text: said }) => {
      const isBreach = after.days === 0 && after.time === 0;
      const mark: Mark = { kind: isBreach ? 'breached' : 'escalated', to, said };
      return { mark, at: instantOf(clock, plan, now, breach, after), key: key(`${to} ${said}`) };
    }),
  ];
  return found
    .flatMap((one): MarkAt[] => (one.at === null ? [] : [{ ...one, at: one.at, clock }]))
    .toSorted((one, other) => one.at - other.at);
}
