import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Dovecot } from '../support/dovecot.ts';
import type { StoredMail } from '../support/maildir.ts';
import type { Scene } from './crash-scene.ts';
import { withCopy } from './database.ts';
import type { Injected } from './injector.ts';
import type { Delivery } from './sink-post.ts';

export type ArrivalRow = {
  id: number;
  kind: string;
  mailbox: string | null;
  sha256: string;
  size: number;
  state: string;
  outcome: string | null;
  ticket: number | null;
  why: string;
};
export type OutboxRow = {
  id: number;
  ticket: number | null;
  template: string;
  to_address: string;
  message_id: string;
  state: string;
  /** The row whose mail says this too. */
  folded_into: number | null;
  arrival: number | null;
  data: string;
};
export type MessageRow = { id: number; ticket: number; direction: string; sha256: string | null; visible_text: string };
export type JournalRow = { ticket: number | null; event: string; arrival: number | null; data: string };
/** Hashes of the raw mails, one an entry, by where they lie; `unseen`: those of the INBOX that are not marked. */
export type Folders = { mailbox: string; inbox: string[]; unseen: string[]; filed: string[] };

/** All that the laws are judged by: three ledgers that know nothing of each other, and what lies on the mail server. */
export type Evidence = {
  dir: string;
  injected: readonly Injected[];
  deliveries: readonly Delivery[];
  scenes: readonly Scene[];
  arrivals: readonly ArrivalRow[];
  outbox: readonly OutboxRow[];
  messages: readonly MessageRow[];
  journal: readonly JournalRow[];
  tickets: ReadonlySet<number>;
  attachments: readonly { sha256: string; size: number }[];
  /** Raw mails that must be gone. */
  erased: ReadonlySet<string>;
  complaints: readonly string[];
  folders: readonly Folders[];
};

/** Gathers everything once the desk has stopped for good. */
export async function gather(
  dir: string,
  dovecot: Dovecot,
  seen: Pick<Evidence, 'injected' | 'deliveries' | 'scenes'>,
): Promise<Evidence> {
  const folders = await Promise.all(['support', 'billing'].map((mailbox) => foldersOf(dovecot, mailbox)));
  const tables = withCopy(join(dir, 'data'), ({ rows, complaints }) => ({
    arrivals: rows<ArrivalRow>('select id, kind, mailbox, sha256, size, state, outcome, ticket, why from arrivals order by id'),
    outbox: rows<OutboxRow>('select id, ticket, template, to_address, message_id, state, folded_into, arrival, data from outbox'),
    messages: rows<MessageRow>(
      'select id, ticket, direction, sha256, coalesce(visible_text, text) as visible_text from messages',
    ),
    journal: rows<JournalRow>('select ticket, event, arrival, data from journal'),
    tickets: new Set(rows<{ number: number }>('select number from tickets').map(({ number }) => number)),
    attachments: rows<{ sha256: string; size: number }>('select distinct sha256, size from message_attachments'),
    erased: new Set(
      rows<{ sha256: string }>('select sha256 from raw_mails where erased is not null').map(({ sha256 }) => sha256),
    ),
    complaints: [...complaints(), ...orphans.flatMap(([what, sql]) => rows(sql).map((row) => `${what}: ${JSON.stringify(row)}`))],
  }));
  return { dir, ...seen, ...tables, folders };
}

/** Rows that point nowhere though no foreign key watches them. */
const orphans: readonly [string, string][] = [
  [
    'a mail is on a ticket that is not there',
    'select id, ticket from arrivals where ticket is not null and ticket not in (select number from tickets)',
  ],
  ['a raw mail nobody brought', 'select sha256 from raw_mails where sha256 not in (select sha256 from arrivals)'],
  ['a ticket without a message', 'select number from tickets where number not in (select ticket from messages)'],
  [
    'a ticket without its requester among the participants',
    "select number from tickets t join contact_addresses a on a.id = t.requester where a.address <> '' and not exists (select 1 from participants p where p.ticket = t.number and p.address = t.requester)",
  ],
  [
    'a ticket whose opening is not in the journal',
    "select number from tickets where number not in (select ticket from journal where event = 'opened')",
  ],
  [
    'a message of no mail',
    "select id from messages where sha256 is not null and sha256 not in (select sha256 from arrivals where outcome <> 'duplicate')",
  ],
  ['a lease that nobody holds', "select id from outbox where state <> 'sending' and lease_owner is not null"],
];

async function foldersOf(dovecot: Dovecot, mailbox: string): Promise<Folders> {
  const [inbox = [], ...filed] = await Promise.all(
    ['INBOX', 'Processed', 'Quarantine'].map((name) => dovecot.mailsIn(mailbox, name)),
  );
  const unseen = inbox.filter(({ flags }) => !flags.includes('\\Seen'));
  return { mailbox, inbox: inbox.map(hash), unseen: unseen.map(hash), filed: filed.flat().map(hash) };
}

const hash = ({ raw }: StoredMail): string => createHash('sha256').update(raw).digest('hex');
