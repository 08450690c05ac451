import type { Asked } from '../../ask/ask.ts';
import { sidesOf } from '../../workflow/sides-of.ts';
import type { Who } from '../../workflow/who.ts';
import type { AnswerWord, Workflow } from '../../workflow/workflow.ts';
import type { Facts, TicketScene } from '../facts.ts';

/** Roles of one of us, and every side of the ticket that they stand on. */
export function whoAnswers(
  { people, customers }: Pick<Facts['settings'], 'people' | 'customers'>,
  { ticket, participants }: Pick<TicketScene, 'ticket' | 'participants'>,
  by: Asked,
): Who {
  const sides = sidesOf(by, { ticket, participants, people, customers });
  const person = by.kind === 'associate' ? people.find(({ handle }) => handle === by.handle) : undefined;
  return { roles: person?.roles ?? [], level: person?.level ?? null, sides };
}

/** What the steps of an answer collect: their words for text, the figure of a rating for all else. */
export function givenWith(
  { steps, fields }: Pick<Workflow, 'steps' | 'fields'>,
  { ask, answer, value, words }: { ask: string; answer: AnswerWord; value: string; words: string },
): Record<string, string> {
  const theirs = steps.filter(({ trigger }) => trigger.kind === 'answer' && trigger.ask === ask && trigger.answer === answer);
  const wanted = theirs.flatMap(({ collects }) => collects.map(({ field }) => field));
  const isText = (field: string): boolean => (fields[field]?.kind ?? 'text') === 'text';
  return Object.fromEntries(wanted.map((field) => [field, isText(field) ? words : value]));
}
