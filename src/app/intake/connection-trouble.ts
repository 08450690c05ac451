import type { Opening } from '../../domain/mailbox.ts';
import type { Watch } from './watch.ts';

/** How connecting to a mailbox fares. */
export type ConnectionTrouble = { note(opening: Exclude<Opening, { kind: 'open' }>): void; over(): void };

/** Without a connection for this long: somebody should know. */
const patience = 15 * 60_000;

/** Logs each failed connection, and tells a person once when it lasts, or at once where only a person can help. */
export function connectionTrouble({ mailbox, clock, log, alert }: Watch): ConnectionTrouble {
  let since: number | null = null;
  let isTold = false;
  return {
    note(opening) {
      since ??= clock.now();
      log.warn({ mailbox: mailbox.name, kind: opening.kind }, `mailbox ${mailbox.name}: ${opening.text}`);
      const needsPerson = opening.kind === 'refused' && opening.by === 'setup';
      if (isTold || !(needsPerson || clock.now() - since >= patience)) return;
      isTold = true;
      alert({ news: 'unreached', text: `mailbox ${mailbox.name} brings in no mail: ${opening.text}`, since });
    },
    over() {
      if (isTold) alert({ news: 'back', text: `mailbox ${mailbox.name} brings in mail again` });
      since = null;
      isTold = false;
    },
  };
}
