import type { Ticket } from '../ticket.ts';
import type { Workflows } from './of-ticket.ts';
import { closed, type Workflow } from './workflow.ts';

/** An open ticket as far as a change of its process concerns it. */
export type UnderWay = Pick<Ticket, 'number' | 'state' | 'workflow' | 'workflowVersion' | 'fields'> & {
  /** Names of the asks that wait for an answer on it. */
  open: readonly string[];
};

/** Tickets that cannot go on in a process as it is in the files now; those of one process that lack the same stand together. */
export type Stranded = { workflow: string; lacks: string; tickets: readonly UnderWay['number'][] };

/** Finds open tickets whose process was changed so that what they stand on is gone. Until it is mended they go on in the version that was kept. */
export function strandedBy(workflows: Workflows, tickets: readonly UnderWay[]): Stranded[] {
  const found = tickets.flatMap((ticket) =>
    lacksOf(ticket, workflows).map((lacks) => ({ workflow: ticket.workflow, lacks, ticket })),
  );
  return [...Map.groupBy(found, ({ workflow, lacks }) => `${workflow} ${lacks}`).values()].flatMap((group) =>
    group.slice(0, 1).map(({ workflow, lacks }) => ({ workflow, lacks, tickets: group.map(({ ticket }) => ticket.number) })),
  );
}

function lacksOf(ticket: UnderWay, workflows: Workflows): string[] {
  const now = Object.hasOwn(workflows, ticket.workflow) ? workflows[ticket.workflow] : undefined;
  if (now === undefined) return ['the process itself'];
  if (ticket.workflowVersion === now.version) return [];
  const isStateGone = !isEverywhere(ticket.state) && !Object.hasOwn(now.states, ticket.state);
  const gone = ticket.open.filter((ask) => !listens(now, ticket.state, ask));
  return [
    ...(isStateGone ? [`the state ${ticket.state}`] : []),
    ...(isStateGone ? gone.filter((ask) => !Object.hasOwn(now.asks, ask)) : gone).map(
      (ask) => `a step for the answer to ${ask} in ${ticket.state}`,
    ),
  ];
}

const isEverywhere = (state: string): boolean => state === closed || state === 'paused';

/** While it is paused, what counts is where it goes on. */
const listens = ({ asks, steps }: Workflow, state: string, ask: string): boolean =>
  Object.hasOwn(asks, ask) &&
  (isEverywhere(state) || steps.some(({ trigger, from }) => 'ask' in trigger && trigger.ask === ask && from.includes(state)));
