import type { Facts } from '../decide/facts.ts';
import type { Ticket } from '../ticket.ts';
import { filesForUs } from './passed-on.ts';

/** Who wrote the mail in hand, and for which customer. */
export const senderData = (facts: Facts, ticket: Pick<Ticket, 'customer'> | null) => {
  const id = facts.sender.kind === 'associate' ? null : (ticket?.customer ?? facts.customer);
  return {
    senderName: facts.mail.from.name,
    senderAddress: facts.mail.from.address,
    customerName: facts.settings.customers.find((customer) => customer.id === id)?.name ?? '',
  };
};

/** Its files but for logos; what is held stays here, whatever it may be. */
export const filesOf = ({ mail, decoration, settings }: Facts) =>
  filesForUs(
    mail.attachments.filter(({ sha256 }) => !decoration.has(sha256)),
    settings.outgoing.attachUpToMb,
  );

/** Where whoever may read the mailbox finds the mail as it came. */
export const originalOf = ({ mailbox }: Facts): { mailbox: string; folder: string } | null =>
  mailbox && { mailbox: mailbox.name, folder: mailbox.after.kind === 'move' ? mailbox.after.to : mailbox.folder };
