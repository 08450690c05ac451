import type { House } from '../app/house.ts';
import { storedMail } from '../app/stored-mail.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import type { Arrival } from '../domain/ticket.ts';
import { type CliCommand, exitCodes } from './command.ts';
import { minute, short, table } from './table.ts';
import { withHouseToRead } from './with-house.ts';

/** What waits for a person: mails that nothing was done with, because their sender or their text left a doubt. */
export const held: CliCommand = {
  name: 'held',
  args: '',
  summary: 'lists the mails that wait for a person, and why',
  flags: [],
  run: (invocation) =>
    withHouseToRead(invocation, async (house) => {
      const { terminal, common } = invocation;
      const arrivals = await house.store.read((at) => at.heldArrivals());
      const mails: HeldMail[] = [];
      for (const arrival of arrivals) mails.push(await heldMail(house, arrival));
      if (common.json) for (const mail of mails) terminal.out(JSON.stringify(mail));
      else if (mails.length === 0) terminal.out('nothing is held');
      else {
        const rows = mails.map(({ received, ticket, from, subject, sha256, why }) => [
          minute(Date.parse(received)),
          ticket,
          short(from, 32),
          short(subject, 40),
          sha256.slice(0, 12),
          why,
        ]);
        terminal.out(table(head, rows, terminal));
        terminal.out('\nMore on one: maildesk why SHA-256; its ticket, with the text: maildesk ticket N');
      }
      return exitCodes.done;
    }),
};

const head = ['received (UTC)', 'ticket', 'from', 'subject', 'sha-256', 'why'];

type HeldMail = Awaited<ReturnType<typeof heldMail>>;

async function heldMail(house: House, arrival: Arrival) {
  const { id, receivedAt, ticket, messageId, sha256, why } = arrival;
  const mail = await storedMail(house, arrival);
  return {
    id,
    received: new Date(receivedAt).toISOString(),
    ticket: ticket === null ? null : tagOf(house.settings().desk.prefix, ticket),
    from: mail?.from.address ?? '',
    subject: mail?.subject ?? '',
    messageId: messageId ?? '',
    sha256,
    why,
  };
}
