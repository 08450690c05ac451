import type { Ask } from '../../src/domain/ask/ask.ts';
import { replyAddress } from '../../src/domain/authenticate/reply-address.ts';
import type { TicketNo } from '../../src/domain/ids.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { tagOf } from '../../src/domain/match/subject-tag.ts';
import type { OutboxRow } from '../../src/domain/outbox.ts';
import type { Person } from '../../src/domain/settings.ts';
import type { TwoDesks } from '../properties/two-desks.ts';
import { writeMail } from '../support/write-mail.ts';

/** A mail of ours that left, and when. */
export type Left = { row: OutboxRow; at: number };

export type Post = {
  /** What is due leaves, from both desks at once. */
  sends(): Promise<readonly Left[]>;
  comes(draft: { from: string; to?: string; subject: string; text: string; headers?: readonly string[] }): Promise<void>;
  /** To the address that one of us would answer to on a ticket. */
  commands(person: Person, ticket: TicketNo, text: string): Promise<void>;
  /** With the link of a mail that asks. */
  answers(address: string, ask: Ask, text: string): Promise<void>;
  /** Mails that came in. */
  count(): number;
};

const desk = 'support@acme.example';
const longest = 400 * 86_400_000;

/** Brings mails in by the way they always come, and takes those away that leave. */
export function postOf({ house, clock, parts }: TwoDesks): Post {
  let serial = 0;
  const comes: Post['comes'] = async ({ to = desk, ...draft }) => {
    const raw = writeMail({ ...draft, to, date: clock.now(), messageId: `<s${++serial}@client.example>` });
    const source = { kind: 'pipe', mailbox: null } as const;
    const [id] = await house.intake.receive([
      { source, content: Buffer.from(raw), envelope: null, authUser: null, receivedAt: clock.now(), imported: false },
    ]);
    if (id !== undefined) await house.intake.take([id]);
  };
  const expires = () => clock.now() + longest;
  const settings = () => house.settings();
  return {
    comes,
    count: () => serial,
    async sends() {
      const now = clock.now();
      const claimed = await Promise.all(
        parts.map(async ({ store }, owner) => {
          const name = `desk ${owner}`;
          return store.write(async (at) => {
            const rows = await at.claimDue(now, 500, name, now + 60_000, settings().outgoing.limits);
            for (const { id } of rows) await at.settle(id, name, { state: 'sent', next: null, error: null, at: now });
            return rows;
          });
        }),
      );
      return claimed.flat().map((row) => ({ row, at: now }));
    },
    async commands({ handle, addresses, name }, ticket, text) {
      const id = (await house.store.read((at) => at.associateId(handle))) ?? 0;
      const principal = { kind: 'associate', id } as const;
      const to = replyAddress(settings().desk, house.signer, { purpose: 'reply', ticket, principal, expires: expires() });
      await comes({ from: `${name} <${addresses[0]}>`, to, subject: `Re: [${tagOf('HD', ticket)}] At work`, text });
    },
    async answers(address, ask, text) {
      const person = settings().people.find(({ addresses }) => addresses.includes(address));
      const principal =
        person === undefined
          ? { kind: 'contact' as const, id: (await house.store.read((at) => at.contactId(address))) ?? 0 }
          : { kind: 'associate' as const, id: (await house.store.read((at) => at.associateId(person.handle))) ?? 0 };
      const to = replyAddress(settings().desk, house.signer, {
        ...{ purpose: 'approve', ticket: ticketNo(ask.id), principal, expires: expires() },
      });
      await comes({ from: `Somebody <${address}>`, to, subject: `Re: [${tagOf('HD', ask.ticket)}] Your question`, text });
    },
  };
}
