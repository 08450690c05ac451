import { z } from 'zod';
import { list, named } from '../shapes.ts';
import { name } from '../words.ts';
import { own } from './names.ts';
import { ask, checklists, entry, fields, options, parties, state } from './parts.ts';
import { step } from './step.ts';

/** `config/workflows/NAME.yaml`. */
export const workflow = z.strictObject({
  workflow: name.describe('Its name, that of the file'),
  parties: parties.describe('Own names of the sides, each with the side it stands for'),
  fields: fields.describe('What its steps collect and set, by name: text where it is not told'),
  checklists: checklists.describe('Lists that are ticked off, their items by name'),
  options: options.describe('What goes for the process as a whole'),
  entry: z
    .array(entry, { error: 'expected a list' })
    .min(1, { error: 'expected one entry or more' })
    .describe('Where a ticket begins: the first that holds'),
  asks: named(own, ask).describe('Questions that wait for an answer'),
  states: z.record(own, state).describe('Where a ticket stands; `closed` is always there, as the end'),
  steps: list(step).describe('What takes a ticket from state to state: the first that holds does'),
});

export type WorkflowInput = z.output<typeof workflow>;
