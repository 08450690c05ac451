import type { JournalRow, TicketMessage } from '../ticket.ts';
import type { Deeds } from './courses.ts';

/** What clocks begin and end with, as the entries and the journal of a ticket have it. */
export function deedsOf(messages: readonly TicketMessage[], journal: readonly JournalRow[]): Deeds {
  const ours = journal.filter(({ actor }) => isOurs(actor));
  const written = messages.filter(({ direction, status }) => direction !== 'in' && status === 'filed');
  return {
    said: messages.flatMap(({ direction, status, at }) =>
      direction === 'note' || status !== 'filed' ? [] : [{ at, by: direction === 'out' ? ('us' as const) : ('them' as const) }],
    ),
    stirred: Math.max(0, ...ours.map(({ at }) => at), ...written.map(({ at }) => at)),
    began: ours.find(isWork)?.at ?? null,
  };
}

/** A journal names us by handle, people outside by address, and the desk by this word. */
const isOurs = (actor: string): boolean => actor !== 'desk' && !actor.includes('@');

/** Giving a ticket to somebody, or saying how grave it is, is not yet work on it; taking it is. */
const isWork = ({ event, actor, data }: JournalRow): boolean => work.has(event) || (event === 'assigned' && data['to'] === actor);

const work: ReadonlySet<string> = new Set([
  ...['answered', 'noted', 'moved', 'worked', 'reported', 'quoted', 'fee-offered', 'released', 'closed'],
  ...['questions-mailed', 'ready-answer', 'handed-outside', 'eta-set', 'ticked', 'told-of-master'],
]);
