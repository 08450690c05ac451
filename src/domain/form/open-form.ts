import type { Ticket } from '../ticket.ts';
import type { Forms, Questionnaire } from './questionnaire.ts';

/** Questions that were mailed on a ticket, and the fields that have no answer yet. */
export type OpenForm = { questionnaire: Questionnaire; open: readonly string[] };

/** The name that stands for all questionnaires of a ticket's type. */
export const background = 'background';

/** The field that remembers what was mailed: `slow-pages: since, reach`. */
export const formField = 'questionnaire';

type Filled = Pick<Ticket, 'type' | 'fields'>;

/** The questionnaire of a name, for a ticket; null where there is none, and where a type has no background. */
export function formNamed(name: string, { questionnaires }: Forms, { type }: Pick<Ticket, 'type'>): Questionnaire | null {
  const one = Object.values(questionnaires).find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (one !== undefined || name.toLowerCase() !== background) return one ?? null;
  const [first, ...others] = Object.values(questionnaires).filter(({ types }) => types.includes(type ?? ''));
  return first === undefined ? null : others.reduce(joined, { ...first, name: background });
}

/** Both, each field asked once. */
const joined = (one: Questionnaire, other: Questionnaire): Questionnaire => ({
  ...one,
  questions: [...one.questions, ...other.questions.filter(({ field }) => one.questions.every((known) => known.field !== field))],
  levels: [...one.levels, ...other.levels],
});

/** Fields of a questionnaire that a ticket has nothing in. */
export const emptyFields = ({ questions }: Questionnaire, { fields }: Pick<Ticket, 'fields'>): string[] =>
  questions.map(({ field }) => field).filter((field) => (fields[field] ?? '') === '');

/** What the ticket remembers of questions that wait for their answers; null: nothing was mailed, or all is answered. */
export function openForm(forms: Forms, ticket: Filled): OpenForm | null {
  const [, name = '', rest = ''] = /^([^:]+):(.*)$/.exec(ticket.fields[formField] ?? '') ?? [];
  const questionnaire = name === '' ? null : formNamed(name, forms, ticket);
  if (questionnaire === null) return null;
  const open = rest.split(',').map((field) => field.trim());
  return { questionnaire, open: questionnaire.questions.map(({ field }) => field).filter((field) => open.includes(field)) };
}

/** The ticket's fields, with what is asked on it now; with nothing open they say nothing of it. */
export function withForm(fields: Ticket['fields'], { questionnaire: { name }, open }: OpenForm): Ticket['fields'] {
  const { [formField]: _, ...others } = fields;
  return open.length === 0 ? others : { ...others, [formField]: `${name}: ${open.join(', ')}` };
}
