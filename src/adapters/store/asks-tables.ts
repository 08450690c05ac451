import type { Generated } from 'kysely';
import type { Ask, Given } from '../../domain/ask/ask.ts';
import type { ArrivalId, AskId, AssociateId, MessageId, Sha256, TicketNo } from '../../domain/ids.ts';

/** `address`: of `contact_addresses`, so that it is blanked there; either that or `associate` is set. */
type Somebody = { address: number | null; associate: AssociateId | null };

/** Questions put to people. What they wrote stands in `ask_answers.words` alone, where it can be blanked. */
export type AskTables = {
  asks: {
    id: Generated<AskId>;
    ticket: TicketNo;
    name: string;
    round: number;
    state: Ask['state'];
    /** JSON of an `About`. */
    about: string | null;
    /** JSON. */
    answers: string;
    need: Ask['need'];
    asked: number;
    expires: number | null;
    /** JSON. */
    reminds: string;
  };
  ask_people: Somebody & { id: Generated<number>; ask: AskId };
  ask_mails: { ask: AskId; message_id: MessageId };
  ask_answers: Somebody & {
    id: Generated<number>;
    ask: AskId;
    answer: Given['answer'];
    value: string;
    at: number;
    arrival: ArrivalId | null;
    via: Given['via'];
    recorded_by: AssociateId | null;
    words: string;
    state: Given['state'];
    until: number | null;
    /** JSON of an `Undo`; null where nothing takes it back. */
    undo: Generated<string | null>;
  };
  /** Never changed and never deleted; `proof`: JSON of a `Proof`, exactly as its digest was made from it. */
  evidence_chain: {
    id: Generated<number>;
    ticket: TicketNo;
    arrival: ArrivalId | null;
    proof: string;
    digest: Sha256;
    previous: Sha256;
    hash: Sha256;
  };
};
