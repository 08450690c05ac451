import type { DeskSettings } from '../settings.ts';
import type { Ticket } from '../ticket.ts';

/** Whether a customer's reply no longer opens this ticket again, but one that follows it (`desk.reopen_within`). */
export const isLongClosed = (
  { state, closed }: Pick<Ticket, 'state' | 'closed'>,
  { reopenWithin }: Pick<DeskSettings, 'reopenWithin'>,
  now: number,
): boolean => state === 'closed' && closed !== null && now - closed > reopenWithin;
