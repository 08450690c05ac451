import { sentPath } from '../../domain/bundle/verify-bundle.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { OutboxRow } from '../../domain/outbox.ts';

/** Mails of ours that left on a ticket, in the order they did; one that others were folded into stands for all of them. */
export const ourMails = (outbox: readonly OutboxRow[]) =>
  outbox
    .flatMap((row) => (row.copy === undefined ? [] : [{ row, copy: row.copy }]))
    .toSorted((one, other) => one.copy.at - other.copy.at)
    .map(({ row: { to, messageId, template }, copy }) => ({
      ...{ path: sentPath(copy.sha256), name: copy.sha256, at: copy.at },
      ...{ to: to.address, messageId, template },
    }));

/** Which of the files is which mail. */
export function listOfOurMails(mails: ReturnType<typeof ourMails>, isThere: (name: Sha256) => boolean): string {
  const rows = mails.map(({ path, name, at, ...mail }) => ({
    ...{ sent: new Date(at).toISOString(), ...mail },
    file: isThere(name) ? path : null,
  }));
  return `${JSON.stringify(rows, null, 1)}\n`;
}
