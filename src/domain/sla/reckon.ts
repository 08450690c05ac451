import type { DeskHours } from '../calendar/desk-hours.ts';
import type { Phase } from '../due/phase.ts';
import { likely } from '../likely.ts';
import { type Saying, say } from '../saying.ts';
import type { Settings } from '../settings.ts';
import { arithmetic, type Reckoned } from './arithmetic.ts';
import { type Clocked, clocksOf } from './clocks-of.ts';
import { planCalled, planOf } from './plan.ts';
import type { Clock } from './read-clocks.ts';

/** The clocks of a ticket by a plan, each with its arithmetic; or why there is nothing to reckon. */
export type Reckoning =
  | { kind: 'reckoned'; plan: string; clocks: readonly ReckonedClock[] }
  | { kind: 'no-plan'; problem: Saying; meant: string | null };

export type ReckonedClock = Reckoned & { clock: Clock };

type Given = { scene: Clocked; phases: readonly Phase[]; settings: Pick<Settings, 'customers' | 'sla'>; hours: DeskHours };

/**
 * Reckons the clocks of a ticket line by line.
 *
 * @param other a plan to try in place of its customer's; null: its customer's
 * @param show prints an instant for whoever reads it
 */
export function reckon(
  { scene, phases, settings, hours }: Given,
  other: string | null,
  now: number,
  show: (at: number) => string,
): Reckoning {
  const { customer, workflow } = scene.ticket;
  const plan = other === null ? planOf(customer, settings, hours) : planCalled(other, settings.sla, hours, customer);
  if (plan === null) return other === null ? without : unknown(other, Object.keys(settings.sla.plans));
  const clocks = clocksOf(scene, phases, settings, hours, now, plan);
  return {
    kind: 'reckoned',
    plan: plan.name,
    clocks: clocks.map((clock) => ({ clock, ...arithmetic(clock, plan, workflow, now, show) })),
  };
}

const without: Reckoning = { kind: 'no-plan', problem: say('its customer has no service plan'), meant: null };

const unknown = (name: string, known: readonly string[]): Reckoning => ({
  kind: 'no-plan',
  problem:
    known.length === 0
      ? say`there is no plan ${name} in sla.yaml`
      : say`there is no plan ${name} in sla.yaml; known: ${known.join(', ')}`,
  meant: likely(name, known),
});
