import { type Part, type Saying, say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import type { JournalRow } from '../../ticket.ts';
import type { Deed, Scene } from './command.ts';
import { takesBack } from './undone.ts';

type Refusal = Extract<Deed, { kind: 'refused' }>;

/**
 * What a colleague set since the sender last saw the ticket is not overwritten unasked.
 *
 * @param again the command that insists: `severity! low`
 */
export function newerChange(field: string, shown: string | null, again: string, scene: Scene): Refusal | null {
  const { journal, seen, actor, insists, now } = scene;
  const last = journal.findLast((row) => touches(row, field));
  if (insists || last === undefined || last.at <= seen || last.actor === actor.handle) return null;
  const { people } = scene.settings;
  const colleague = people.find(({ handle }) => handle === last.actor);
  if (colleague === undefined) return null;
  const name = shortName(colleague, people);
  const when = ago(now - last.at);
  return {
    kind: 'refused',
    problem: shown === null ? say`${name} changed ${field} ${when}` : say`${name} set ${field} to ${shown} ${when}`,
    expected: say`\`${again}\` to set it all the same`,
    suggestions: [again],
  };
}

/** What says of itself that the state is another. */
const stateEvents: readonly string[] = ['closed', 'withdrawn', 'reopened', 'paused', 'resumed', 'spam', 'moved'];

function touches({ event, data }: JournalRow, field: string): boolean {
  if (takesBack(event)) return Array.isArray(data.set) && data.set.includes(field);
  if (field === 'state' && stateEvents.includes(event)) return true;
  if (field === 'assignee' && (event === 'assigned' || 'holder' in data)) return true;
  return data.field === field;
}

/** The first name, where only one of us has it. */
function shortName({ name }: Person, people: readonly Person[]): string {
  const [first = name] = name.split(/\s+/);
  return people.filter((other) => other.name.split(/\s+/)[0] === first).length === 1 ? first : name;
}

const small: readonly Saying[] = [
  ...[say('two'), say('three'), say('four'), say('five'), say('six'), say('seven')],
  ...[say('eight'), say('nine'), say('ten'), say('eleven'), say('twelve')],
];

/** How long ago, as one says it: `four minutes ago`. */
export function ago(ms: number): Saying {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return say('a moment ago');
  if (minutes === 1) return say('one minute ago');
  if (minutes < 90) return say`${inWords(minutes)} minutes ago`;
  return minutes < 36 * 60
    ? say`${inWords(Math.round(minutes / 60))} hours ago`
    : say`${inWords(Math.round(minutes / 1440))} days ago`;
}

/** From two on. */
const inWords = (count: number): Part => small[count - 2] ?? count;
