import type { Guard, Workflow } from './workflow.ts';

/** Whether a process asks anywhere if a contract pays. */
export const usesContracts = ({ entries, steps }: Pick<Workflow, 'entries' | 'steps'>): boolean =>
  [...entries, ...steps].some(({ needs, tells }) => asks(needs) || tells.some(({ when }) => asks(when))) ||
  steps.some(({ trigger }) => trigger.kind === 'event' && trigger.event !== 'bounced');

const asks = (guard: Guard): boolean => ['contract', 'covered', 'exception'].some((fact) => Object.hasOwn(guard, fact));
