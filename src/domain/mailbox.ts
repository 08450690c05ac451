import type { Bytes } from './ports.ts';
import type { MailboxSettings } from './settings.ts';

export type FetchedMail = { uid: number; internalDate: number; size: number; content: Bytes };

/** One open folder of one account; single use. */
export type Folder = {
  uidValidity: string;
  uidNext: number;
  /** A real UID SEARCH, ascending: events and counters are only hints (RFC 3501 §2.3.1.1). */
  uidsFrom(uid: number): Promise<readonly number[]>;
  /** UIDs whose INTERNALDATE is at or after `since`. */
  uidsSince(since: number): Promise<readonly number[]>;
  /** Pipelined; large mails stream and must be read before the next is asked for. A mail gone meanwhile is left out (F-14). */
  fetch(uids: readonly number[]): AsyncIterable<FetchedMail>;
  /** Harmless to repeat; UIDs that are gone are no error. */
  file(uids: readonly number[], to: { kind: 'move'; folder: string } | { kind: 'seen' }): Promise<void>;
  /** Resolves at the next sign of new mail, after `timeout` ms, or when the connection ends. */
  news(timeout: number): Promise<void>;
  isOpen(): boolean;
  close(): Promise<void>;
};

export type Opening =
  | { kind: 'open'; folder: Folder }
  /** `auth`: trying on would lock the account out; `setup`: a folder or certificate an admin must see to. */
  | { kind: 'refused'; by: 'auth' | 'setup'; text: string }
  | { kind: 'unreachable'; text: string };

export type Mailboxes = { open(mailbox: MailboxSettings): Promise<Opening> };
