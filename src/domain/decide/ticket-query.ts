import { either, type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { TicketFilter } from '../ticket-filter.ts';
import type { ListKind } from './commands/command.ts';
import type { Word } from './grammar/words.ts';

/** Which tickets somebody asks for, or the word that cannot be meant. `said`: as they wrote it, for the head of the list. */
export type TicketQuery =
  | { kind: 'query'; what: ListKind; filter: TicketFilter; said: string }
  | { kind: 'wrong'; word: Word; problem: Saying; expected: Saying; suggestions: readonly string[] };

/** Lists that have a name. */
export const listNames = ['mine', 'open', 'unassigned', 'breached', 'held'] as const;

/** Words that every message's index is searched for, and `field=value`; a list's own name alone is that list. */
export function readQuery(words: readonly Word[], actor: Pick<Person, 'handle'>, limit: number): TicketQuery {
  const said = words
    .map(({ text }) => text)
    .join(' ')
    .replace(/[[\]]/g, ' ')
    .trim();
  const named = listNames.find((name) => name === said.toLowerCase());
  if (named !== undefined) return { kind: 'query', what: named, filter: { ...filterOf(named, actor), limit }, said };
  let filter: TicketFilter = { limit };
  const searched: string[] = [];
  for (const word of words) {
    const [, field, value] = /^(\p{L}+)=(.+)$/u.exec(word.text) ?? [];
    if (field === undefined || value === undefined) {
      searched.push(word.text);
      continue;
    }
    const narrowed = narrowedBy(field.toLowerCase(), value, actor);
    if (narrowed === null) return unknownField(word, field);
    filter = { ...filter, ...narrowed };
  }
  const search = searched.length === 0 ? {} : { search: searched.join(' ') };
  return { kind: 'query', what: 'query', filter: { ...filter, ...search }, said };
}

function filterOf(name: (typeof listNames)[number], { handle }: Pick<Person, 'handle'>): TicketFilter {
  if (name === 'held') return { held: true };
  if (name === 'breached') return { open: true, breached: true };
  if (name === 'unassigned') return { open: true, unassigned: true };
  return name === 'mine' ? { open: true, mine: handle } : { open: true };
}

function narrowedBy(field: string, value: string, { handle }: Pick<Person, 'handle'>): TicketFilter | null {
  const wanted = value.toLowerCase();
  switch (field) {
    case 'state':
      return wanted === 'open' ? { open: true } : wanted === 'held' ? { held: true } : { state: wanted };
    case 'assignee':
      return wanted === 'nobody' ? { unassigned: true } : { mine: wanted === 'me' ? handle : value };
    case 'customer':
    case 'team':
      return { [field]: value };
    case 'severity':
    case 'priority':
    case 'type':
      return { [field]: wanted };
    default:
      return null;
  }
}

const fields = ['state', 'assignee', 'customer', 'severity', 'priority', 'type', 'team'];

const unknownField = (word: Word, field: string): TicketQuery => ({
  kind: 'wrong',
  word,
  problem: say`tickets cannot be looked for by “${field}”`,
  expected: say`${either(fields)}`,
  suggestions: [],
});
