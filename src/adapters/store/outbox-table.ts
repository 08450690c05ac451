import type { Generated } from 'kysely';
import type { ArrivalId, MessageId, OutboxId, Sha256, TicketNo } from '../../domain/ids.ts';
import type { OutboxRow } from '../../domain/outbox.ts';
import type { LimitName } from '../../domain/settings.ts';

/** Mails that go out, as queries see them; by the rules of the other tables. */
export type OutboxTable = {
  id: Generated<OutboxId>;
  ticket: TicketNo | null;
  template: string;
  language: string;
  to_name: string;
  to_address: string;
  party: OutboxRow['party'];
  from_name: string;
  subject: string | null;
  message_id: MessageId;
  in_reply_to: MessageId | null;
  refs: string;
  automatic: OutboxRow['automatic'];
  attachments: string;
  state: OutboxRow['state'];
  attempts: number;
  next: number | null;
  error: string | null;
  created: number;
  lease_owner: string | null;
  lease_until: number | null;
  settled: number | null;
  arrival: ArrivalId | null;
  data: string;
  /** How long it may be made to wait for a later mail to the same reader; null: it leaves for itself. */
  fold_until: number | null;
  /** The mail that it leaves with. */
  folded_into: OutboxId | null;
  /** When it was last taken to be sent. */
  claimed: number | null;
  /** Of a mail that goes outside; null before it was first due. */
  to_domain: string | null;
  /** The limit that it waits for. */
  limited: LimitName | null;
  /** The bytes that left; of a redacted mail the hash stays, the file is gone. */
  copy: Sha256 | null;
  /** JSON of a `Digest`. */
  digest: string | null;
};
