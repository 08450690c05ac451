import type { DeskHours } from '../calendar/desk-hours.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Phase } from '../due/phase.ts';
import type { Settings } from '../settings.ts';
import { planOf, type ServicePlan } from './plan.ts';
import { type Clock, readClocks } from './read-clocks.ts';

/** The clocks of a ticket by the plan of its customer, or by another one; none where there is no plan. */
export function clocksOf(
  { ticket, workflow, messages }: Pick<TicketScene, 'ticket' | 'workflow' | 'messages'>,
  phases: readonly Phase[],
  settings: Pick<Settings, 'customers' | 'sla'>,
  hours: DeskHours,
  now: number,
  plan: ServicePlan | null = planOf(ticket.customer, settings, hours),
): Clock[] {
  const answer = messages.find(({ direction, status }) => direction === 'out' && status === 'filed');
  return plan === null ? [] : readClocks({ ticket, workflow, phases, plan, now, answered: answer?.at ?? null });
}
