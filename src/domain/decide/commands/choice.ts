import { say } from '../../saying.ts';
import type { Ticket, TicketChange } from '../../ticket.ts';
import type { Word } from '../grammar/words.ts';
import { readValue } from '../values/read-value.ts';
import { changeValue } from './change-value.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

type Choice = Pick<Command, 'name' | 'translations' | 'help'> & {
  values: readonly string[];
  of(ticket: Ticket): string | null;
  set(to: string | null, ticket: Ticket): TicketChange;
};

/** A command that sets a field of the ticket to one of a few values. */
export const choice = ({ name, translations, help, values, of, set }: Choice): Command => ({
  name,
  translations,
  args: values.length > 5 ? 'KIND' : values.join('|'),
  roles: insiders,
  class: 'C3',
  help,
  inTitle: true,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const found = chosen(name, words, values);
    if (found.kind === 'refused') return found;
    const { value: to } = found;
    const again = `${name}! ${to ?? 'none'}`;
    return changeValue({ field: name, from: of(scene.ticket), to, set: set(to, scene.ticket), again }, scene);
  },
});

type Chosen = { kind: 'chosen'; value: string | null } | Extract<Deed, { kind: 'refused' }>;

/** Reads the words as one of the values; `lead` is the command that a right form begins with. */
export function chosen(lead: string, words: readonly Word[], values: readonly string[]): Chosen {
  const [word] = words;
  const text = words.map((one) => one.text).join(' ');
  const expected = say`one of ${values.join(', ')}`;
  const right = (near: readonly string[]) => near.map((value) => `${lead} ${value}`);
  if (word === undefined || text.trim() === '')
    return { kind: 'refused', problem: say`\`${lead}\` needs a value`, expected, suggestions: right(values.toReversed()) };
  const read = readValue(text, values);
  if (read.kind === 'one') return { kind: 'chosen', value: read.value };
  if (read.kind === 'none') return { kind: 'chosen', value: null };
  const problem = say`“${text}” is no ${lead.replace(/^set /, '')}`;
  const near = read.near.length > 0 ? read.near : values.toReversed();
  return { kind: 'refused', problem, expected, word, suggestions: right(near) };
}

/** A field that the ticket keeps among those without a column of their own. */
export const inFields = (name: string): Pick<Choice, 'of' | 'set'> => ({
  of: ({ fields }) => fields[name] ?? null,
  set: (to, { fields }) => ({ fields: withField(fields, name, to) }),
});

/** The fields with one set, or emptied. */
export function withField(fields: Scene['ticket']['fields'], name: string, to: string | null): Readonly<Record<string, string>> {
  const { [name]: _was, ...others } = fields;
  return to === null ? others : { ...others, [name]: to };
}
