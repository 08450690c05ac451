import type { StepValues } from '../../../domain/workflow/process-words.ts';
import type { Workflow } from '../../../domain/workflow/workflow.ts';
import { anything, type Shape, shapeOf } from '../names/shape.ts';

/** What the texts of a process may name; its fields are its own. */
export function stepShape(workflow: Workflow | undefined): Shape {
  const fields: Shape =
    workflow === undefined
      ? anything
      : { kind: 'fields', fields: new Map(Object.keys(workflow.fields).map((name) => [name, aText])) };
  const common = shapeOf([example]);
  return common.kind === 'fields'
    ? { kind: 'fields', fields: new Map([...common.fields, ['fields', fields], ['whole', fields]]) }
    : common;
}

const aText: Shape = { kind: 'plain', of: 'text', examples: [] };

/** Of all but the fields, which are the process's own. */
export const example: StepValues = {
  ...{ tag: 'HD-1042', title: 'Printer on fire', desk: 'Acme Support', person: 'Maria Lopez', customer: 'Globex' },
  ...{ requester: 'Jane Roe', owner: 'Maria Lopez', state: 'Scoping', was: 'Received', stage: 'Triage', status: 'Open' },
  ...{ level: 'L2', severity: 'high', complexity: 'low', fields: {}, whole: {} },
  quote: { number: 'Q-1042-1', total: '480.00 EUR', valid: '30 Nov 2026', eta: '4 Dec 2026', hours: '8' },
  fee: { amount: '120.00 EUR', valid: '30 Nov 2026' },
  contract: { number: 'AMC-2026-017', ends: '31 Dec 2026' },
  hours: { used: '3 h', approved: '8 h' },
};
