import type { Ticket } from '../ticket.ts';
import { simple } from './simple.ts';
import type { Workflow } from './workflow.ts';

/** The processes that the files tell now, by name. */
export type Workflows = Readonly<Record<string, Workflow>>;

export type WorkflowReads = {
  /** As it was in that version; null where none of that was ever kept. */
  workflow(name: string, version: string): Promise<Workflow | null>;
};

/** The process that a new ticket follows. */
export const workflowNamed = (name: string, workflows: Workflows): Workflow =>
  (Object.hasOwn(workflows, name) ? workflows[name] : undefined) ?? simple;

/** The process of a ticket, in the version that it began with; `kept` is asked where the files say another by now. */
export async function workflowOf(
  { workflow: name, workflowVersion: version }: Pick<Ticket, 'workflow' | 'workflowVersion'>,
  workflows: Workflows,
  kept: WorkflowReads,
): Promise<Workflow> {
  const current = workflowNamed(name, workflows);
  if (version === null || version === current.version) return current;
  const before = await kept.workflow(name, version);
  if (before === null) return current;
  return current.typed === undefined ? before : { ...before, typed: current.typed };
}
