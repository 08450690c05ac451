import type { TicketNo } from '../ids.ts';

/** A Message-ID we have met. `from` and `date` tell a copy from a forgery (F-39). */
export type KnownId = {
  ticket: TicketNo;
  ours: boolean;
  /** Only a mail that answers it told of it: the mail that bears it has not come (yet). */
  cited?: true;
  /** A person put its mail there: that outdoes what the thread's other mails say. */
  moved?: true;
};
