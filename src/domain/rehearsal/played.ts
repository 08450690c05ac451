import type { Outcome } from '../ticket.ts';

/** A mail that would go out. */
export type WouldSend = {
  template: string;
  /** The address it goes to. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Names of the files that come with it. */
  files: readonly string[];
  /** Epoch ms when it leaves. */
  at: number;
  /** Why it cannot be written, or waits for a person; null where nothing is in its way. */
  trouble: string | null;
};

/** Where a ticket stands, each value as a person reads it; '' where there is none. */
export type Stand = Readonly<Record<string, string>>;

/** What one configuration makes of one mail. */
export type Played = {
  outcome: Outcome;
  why: string;
  /** `HD-1042`; null where the mail came to none. */
  ticket: string | null;
  /** It opened that ticket. */
  opened: boolean;
  /** Of its ticket, once the mail was taken. */
  stands: Stand | null;
  /** Mails that it caused, whenever they leave. */
  mails: readonly WouldSend[];
};

/** What became of a ticket by itself, when its time had come. */
export type Later = { mails: readonly WouldSend[]; stands: Stand | null };

/** What one configuration makes of all mails of a folder, in their order. */
export type Run = {
  played: readonly Played[];
  /** By its tag. */
  later: ReadonlyMap<string, Later>;
  /** What could not be done, a line each. */
  troubles: readonly string[];
};
