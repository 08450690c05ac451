import type { DeskHours } from '../calendar/desk-hours.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Phase } from '../due/phase.ts';
import type { Settings } from '../settings.ts';
import { deedsOf } from './deeds-of.ts';
import { planOf, type ServicePlan } from './plan.ts';
import { type Clock, readClocks } from './read-clocks.ts';

/** What of a ticket its clocks are read from. */
export type Clocked = Pick<TicketScene, 'ticket' | 'workflow' | 'messages' | 'journal'>;

/** The clocks of a ticket by the plan of its customer, or by another one; none where there is no plan. */
export function clocksOf(
  { ticket, workflow, messages, journal }: Clocked,
  phases: readonly Phase[],
  settings: Pick<Settings, 'customers' | 'sla'>,
  hours: DeskHours,
  now: number,
  plan: ServicePlan | null = planOf(ticket.customer, settings, hours),
): Clock[] {
  if (plan === null) return [];
  return readClocks({ ticket, workflow, phases, plan, now, deeds: deedsOf(messages, journal) });
}
