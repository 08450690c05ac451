import type { Person } from '../settings.ts';
import type { StepValues } from '../workflow/process-words.ts';
import { type Conversation, carriedOver } from './carried-over.ts';

/** What the words of a process may name to somebody outside: nobody of the customer's, and no value that carries their words. */
export function valuesForOutside(values: StepValues, conversation: Conversation, people: readonly Person[]): StepValues {
  const isOurs = people.some(({ name }) => name === values.person);
  const fits = (value: unknown): boolean => typeof value !== 'string' || carriedOver(value, conversation).length === 0;
  const fitting = <Value>(all: Readonly<Record<string, Value>>, none: Value): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, fits(value) ? value : none]));
  return {
    ...values,
    ...{ title: '', customer: '', requester: '', person: isOurs ? values.person : '' },
    fields: fitting(values.fields, ''),
    whole: fitting(values.whole, ''),
  };
}
