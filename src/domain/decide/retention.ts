import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import type { Settings } from '../settings.ts';

/** What was closed before this instant is kept no longer; null where all is kept. */
export const lastKept = ({ retention }: Pick<Settings, 'retention'>, now: number): number | null =>
  retention === undefined ? null : now - retention.closedAfter;

/** Tickets that were closed too long ago lose what was written on them; what approvals rest on stays. */
export const emptyClosed = (tickets: readonly TicketNo[]): Effect[] => [
  { act: 'purge', tickets, keeps: 'evidence' },
  ...tickets.map((ticket): Effect => ({ act: 'journal', ticket, actor: { kind: 'desk' }, event: 'emptied', data: {} })),
];
