import type { DeskSettings, Person } from '../../settings.ts';
import type { Ticket } from '../../ticket.ts';
import { statusLabel } from '../../workflow/process-words.ts';
import { paused } from '../../workflow/state-plan.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import type { CustomerState } from '../template-data.ts';
import { timeFor } from '../time-for.ts';

type On = { ticket: Pick<Ticket, 'state' | 'closed' | 'waitsFor'>; workflow: Pick<Workflow, 'name' | 'states'> };

/** How a ticket stands, as its customer reads it. */
export const standingFor = (
  { ticket, workflow }: On,
  reader: Pick<Person, 'language' | 'timezone'>,
  desk: Pick<DeskSettings, 'language' | 'timezone'>,
): CustomerState => ({
  state: stateOf(ticket),
  closed: ticket.closed === null ? '' : timeFor(ticket.closed, reader, desk),
  status: statusLabel(workflow, ticket.state),
});

function stateOf({ state, closed, waitsFor }: On['ticket']): CustomerState['state'] {
  if (closed !== null) return 'closed';
  if (state === paused) return 'paused';
  return waitsFor === 'customer' ? 'your-turn' : 'our-turn';
}
