import { closed, type StatePlan, type Workflow } from './workflow.ts';

/** What a workflow says of a state; of `closed`, `paused` and one that it does not know, what is true of them everywhere. */
export const planOf = ({ states }: Pick<Workflow, 'states'>, state: string): StatePlan =>
  (Object.hasOwn(states, state) ? states[state] : undefined) ?? {
    ...{ stage: null, status: null, group: null, clock: null },
    waitsFor: isApart(state) ? 'nobody' : 'staff',
  };

/** Where a ticket stands while a person holds it: no process declares it, each can be left for it and taken up again. */
export const paused = 'paused';

/** Whether a ticket takes no part in its process there. */
export const isApart = (state: string): boolean => state === closed || state === paused;
