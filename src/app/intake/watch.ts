import type { MailboxNews } from '../../domain/answer/mailbox-alerts.ts';
import type { ArrivalId } from '../../domain/ids.ts';
import type { Mailboxes } from '../../domain/mailbox.ts';
import type { Clock, Intake, Log, Reading, Writing } from '../../domain/ports.ts';
import type { MailboxSettings } from '../../domain/settings.ts';
import type { FilingTrouble } from './filing-trouble.ts';

/** The little that the intake asks of the store. */
export type PositionStore = {
  read<T>(work: (at: Pick<Reading, 'position' | 'unfiled'>) => Promise<T>): Promise<T>;
  write<T>(work: (at: Pick<Writing, 'unfiled' | 'setPosition' | 'closeArrivals'>) => Promise<T>): Promise<T>;
};

/** Places where a crash is rehearsed, in the order a mail passes them. */
export type FaultPoint = 'connected' | 'fetched' | 'received' | 'decided' | 'moved' | 'closed';

/** What watching one mailbox is given. */
export type WatchParts = {
  mailbox: MailboxSettings;
  mailboxes: Mailboxes;
  intake: Intake;
  store: PositionStore;
  clock: Clock;
  log: Log;
  /** Something a person must see to; by a second channel, since mail may be what fails. */
  alert: (news: MailboxNews) => void;
  signal: AbortSignal;
  /** As Math.random. */
  random?: () => number;
  reached?: (point: FaultPoint) => void;
};

/** What watching one mailbox knows, over all its connections. */
export type Watch = Required<WatchParts> & {
  /** Received (T1), but the step after it broke off: first thing to do again. */
  untaken: Set<ArrivalId>;
  /** Mails that the server lists but does not give: `UIDVALIDITY/UID`, and when to ask again. */
  unfetchable: Map<string, number>;
  trouble: FilingTrouble;
};
