import type { Workflow } from './workflow.ts';

/** Just a ticket: raised, then closed. What a ticket follows whose process no file and no store knows. */
export const simple: Workflow = {
  ...{ name: 'simple', version: 'built-in', parties: {}, fields: {}, checklists: {}, asks: {}, steps: [], reopens: 'raised' },
  entries: [{ needs: {}, state: 'raised', sets: {}, asks: [], tells: [], charges: [] }],
  states: { raised: { stage: null, status: null, group: null, waitsFor: 'staff', clock: null } },
  options: { phoneConfirmation: 'none', recordedAnswers: 'count', repliesToCustomer: [], billable: null },
};
