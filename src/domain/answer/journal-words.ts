import { listed, type Part, say } from '../saying.ts';
import type { DeskSettings, Person } from '../settings.ts';
import type { JournalRow, Ticket } from '../ticket.ts';
import { stateIn } from '../workflow/process-words.ts';
import type { HistoryRow } from './template-data.ts';
import { timeFor } from './time-for.ts';

/** A line of the journal, ready for the templates, which have the words of each event. */
export const historyRow = (
  row: JournalRow,
  on: Pick<Ticket, 'workflow' | 'state'>,
  reader: Person,
  desk: DeskSettings,
): HistoryRow => ({
  at: timeFor(row.at, reader, desk),
  actor: row.actor,
  event: row.event,
  detail: row.event === 'moved' ? moveOf(row, on) : detailOf(row),
});

/** From one state to another, or what happened where it stands. */
function moveOf({ data: { from, to } }: JournalRow, on: Pick<Ticket, 'workflow' | 'state'>): Part {
  if (typeof to !== 'string') return '';
  const now = stateIn(on, to);
  return typeof from !== 'string' || from === to ? listed([now]) : say`${stateIn(on, from)} → ${now}`;
}

/** Why it was believed is what `why` tells. */
const hidden = new Set(['level', 'rule', 'match', 'by', 'proposes', 'written', 'commands', 'set', 'was']);

function detailOf({ data, event }: JournalRow): string {
  const said = data[event === 'commanded' ? 'written' : 'commands'];
  if (Array.isArray(said)) return said.map(String).join('; ');
  if ('from' in data && 'to' in data) return `${shown(data['from'])} → ${shown(data['to'])}`;
  return Object.entries(data)
    .filter(([key, value]) => !hidden.has(key) && value !== null && value !== '')
    .map(([key, value]) => (key === 'reason' || key === 'until' || key === 'why' ? shown(value) : `${key}: ${shown(value)}`))
    .join('; ');
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
