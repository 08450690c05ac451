import type { TicketNo } from '../ids.ts';

/** Something on a ticket that one of us is to hear of, until a mail tells them. */
export type Notice = {
  id: number;
  handle: string;
  ticket: TicketNo;
  /** Of its plan; '' where it is the ticket itself. */
  clock: string;
  kind: 'warned' | 'breached' | 'escalated' | 'severe';
  /** As the plan has it: `80%`, `2h`; '' for the time itself. */
  said: string;
  /** Epoch ms. */
  at: number;
  /** It is told at any hour. */
  severe: boolean;
};

/** What on call is told by more than mail. `key`: the same however often it is sent. `body`: JSON, fixed when it was raised. */
export type Alarm = { id: number; key: string; ticket: TicketNo; body: string; at: number; attempts: number };

export type AttentionEffect =
  | { act: 'keep-notice'; notice: Omit<Notice, 'id'> }
  /** They are told, or there is nothing to tell any more. */
  | { act: 'drop-notices'; ids: readonly number[] }
  /** A mail of this kind went to one of us. */
  | { act: 'note-told'; handle: string }
  | { act: 'raise-alarm'; alarm: Omit<Alarm, 'id' | 'attempts'> }
  /** `next`: when it is tried again; null: it is done with. `told`: the admins know that alarms do not get through. */
  | { act: 'settle-alarm'; alarm: number; state: 'waiting' | 'sent' | 'failed'; next: number | null; error: string | null }
  | { act: 'alarms-told'; told: boolean };

export type AttentionReads = {
  /** In the order they came. */
  notices(): Promise<readonly Notice[]>;
  /** When each of us was last told, by handle. */
  lastTold(): Promise<ReadonlyMap<string, number>>;
  alarmsDue(now: number, limit: number): Promise<readonly Alarm[]>;
  /** Whether the admins know that alarms do not get through. */
  alarmsTold(): Promise<boolean>;
};
