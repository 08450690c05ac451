import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import { keptFor } from './commands/restore.ts';

/** What was deleted before this instant can come back no more. */
export const lastRestorable = (now: number): number => now - keptFor;

/** Tickets that can come back no more lose what was written on them. */
export const purgeDeleted = (tickets: readonly TicketNo[]): Effect[] => [
  { act: 'purge', tickets },
  ...tickets.map((ticket): Effect => ({ act: 'journal', ticket, actor: { kind: 'desk' }, event: 'purged', data: {} })),
];
