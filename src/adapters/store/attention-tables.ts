import type { Generated } from 'kysely';
import type { Notice } from '../../domain/attention/notice.ts';
import type { AssociateId, TicketNo } from '../../domain/ids.ts';

/** What some of us are to hear of, and what goes out beside mail. */
export type AttentionTables = {
  notices: {
    id: Generated<number>;
    associate: AssociateId;
    ticket: TicketNo;
    clock: string;
    kind: Notice['kind'];
    said: string;
    at: number;
    severe: number;
  };
  /** When each of us was last told. */
  told: { associate: AssociateId; at: number };
  alarms: {
    id: Generated<number>;
    key: string;
    ticket: TicketNo;
    body: string;
    at: number;
    state: 'waiting' | 'sent' | 'failed';
    attempts: number;
    next: number | null;
    error: string | null;
    /** The admins know that it does not get through. */
    told: number;
  };
};
