import { bareName, type Label, type Part } from '../saying.ts';
import type { Ticket } from '../ticket.ts';
import { planOf } from './state-plan.ts';
import type { Workflow } from './workflow.ts';

/** What people read and type in place of the names of a process: the language files, each in the nearest language that has it. */
export type ProcessWords = {
  /** Its words in a language; the bare name where no language has any. */
  labelOf(label: Label, language: string): string;
  /** How a verb of a process may be typed beside its own name, by language. */
  namesOf(workflow: string, verb: string): Readonly<Record<string, readonly string[]>>;
  /** Its words in every language that has any. */
  spellingsOf(label: Label): readonly string[];
};

/** Where there are no language files. */
export const bareNames: ProcessWords = { labelOf: bareName, namesOf: () => ({}), spellingsOf: () => [] };

/** A state as those inside read it. */
export const stateLabel = (process: string, state: string): Label => ({ label: `states.${state}`, process });

/** Where a ticket stands, or another state of its process. */
export const stateIn = ({ workflow, state }: Pick<Ticket, 'workflow' | 'state'>, other: string = state): Label =>
  stateLabel(workflow, other);

/** What customers read of a state; a status that has no words is read as the state of that name. */
export const statusLabel = (workflow: Pick<Workflow, 'name' | 'states'>, state: string): Label => ({
  label: `statuses.${planOf(workflow, state).status ?? state}`,
  process: workflow.name,
});

/**
 * What a step says or asks: words of the language files and what goes into them, printed when their mail is written.
 * `text`: their place, such as `texts.fee-offer` or `asks.offer`.
 */
export type StepText = { process: string; text: string; values: StepValues };

/**
 * What a text may name; '' where nothing is known. Dates, amounts and names of people come ready for their reader; states and
 * values that have words come as labels.
 */
export type StepValues = {
  tag: string;
  title: string;
  desk: string;
  /** Who did it: one of us, or somebody outside. */
  person: string;
  /** The organisation. */
  customer: string;
  requester: string;
  /** Of us, who has the ticket. */
  owner: string;
  /** Where it stands now, where it was before, and what customers read of that. */
  state: Part;
  was: Part;
  stage: Part;
  status: Part;
  level: string;
  severity: Part;
  complexity: Part;
  /** All that the process declares, each on one line. */
  fields: Readonly<Record<string, Part>>;
  /** Those that hold somebody's words, as many lines as they wrote: for `{{paragraphs whole.issue}}`. */
  whole: Readonly<Record<string, string>>;
  quote: { number: string; total: string; valid: string; eta: string; hours: string };
  fee: { amount: string; valid: string };
  contract: { number: string; ends: string };
  hours: { used: string; approved: string };
};
