import type { Adapters } from '../../src/app/compose.ts';
import type { Folder, Mailboxes } from '../../src/domain/mailbox.ts';

/** Tells the desk of a mail the moment it lies in the mailbox. */
export type Doorbell = {
  ring(): void;
  /** The same adapters, whose open folders hear the bell besides the server. */
  hears(adapters: Adapters): Adapters;
};

/**
 * Dovecot says EXISTS half a second after a mail was written, and no setting changes that; a conversation of ten mails would
 * mostly wait for it. The bell is one more hint to search: whether IDLE and polls work is shown by the tests of the adapter.
 */
export function doorbell(): Doorbell {
  let rings = 0;
  let bell = Promise.withResolvers<void>();
  const listening = (folder: Folder): Folder => {
    let heard = 0;
    return {
      ...folder,
      async news(timeout) {
        if (heard === rings) await Promise.race([folder.news(timeout), bell.promise]);
        heard = rings; // a search follows
      },
    };
  };
  const listeningAll = ({ open }: Mailboxes): Mailboxes => ({
    open: async (mailbox) => {
      const opening = await open(mailbox);
      return opening.kind === 'open' ? { kind: 'open', folder: listening(opening.folder) } : opening;
    },
  });
  return {
    ring() {
      rings += 1;
      bell.resolve();
      bell = Promise.withResolvers();
    },
    hears: (adapters) => ({ ...adapters, openMailboxes: (house) => listeningAll(adapters.openMailboxes(house)) }),
  };
}
