import type { About, Ask, Asked } from '../ask/ask.ts';
import { type MessageId, messageId, type TicketNo } from '../ids.ts';
import type { OfferedTime } from './proposed-times.ts';

/** Times to talk that were put to people on a ticket, and what came of it. */
export type Talk = {
  ticket: TicketNo;
  /** On its ticket; the first is 1. */
  number: number;
  /** The question of the process that it is about: times for another one are another talk. */
  ask: string;
  /** How often times were proposed for it, this time included. */
  revision: number;
  /**
   * The same in all invitations to it: a Message-ID of ours without its brackets, so that an answer which names it proves what
   * a reply to a mail of ours does.
   */
  uid: string;
  /** What calendars were told last; -1 where they know nothing of it (RFC 5545 §3.8.7.4). */
  sequence: number;
  times: readonly [OfferedTime, ...OfferedTime[]];
  /** A room, or the link of a call; '' where nobody said. */
  place: string;
  /** `open`: somebody has to choose or accept. `off`: it will not be. */
  state: 'open' | 'fixed' | 'off';
  /** Which of the times was agreed, from 1; null while none is. */
  agreed: number | null;
  /** Handle of who proposed it. */
  by: string;
  /** SHA-256 of what was proposed: an answer counts for these very times. */
  hash: string;
};

export type TalkReads = {
  /** All of a ticket, the first one first. */
  talks(ticket: TicketNo): Promise<readonly Talk[]>;
};

export type TalkEffect =
  /** As it is from now on. */
  | { act: 'keep-talk'; talk: Talk }
  /** It was never proposed: taken back before it left. */
  | { act: 'drop-talk'; ticket: TicketNo; number: number };

/** What stands in calendars: the time that was agreed, or the only one that was proposed; null where they know of none. */
export function timeInCalendars({ times, state, agreed }: Pick<Talk, 'times' | 'state' | 'agreed'>): OfferedTime | null {
  if (state === 'off') return null;
  if (agreed !== null) return times[agreed - 1] ?? null;
  return times.length === 1 ? times[0] : null;
}

/** Those that people still come to, or are still asked about. */
export const talksAhead = (talks: readonly Talk[], now: number): Talk[] =>
  talks.filter((talk) => {
    const ends = [timeInCalendars(talk) ?? talk.times].flat().map(({ end }) => end);
    return talk.state !== 'off' && Math.max(...ends) > now;
  });

/** The times that a question of that name is about: an answer counts for this revision of them. */
export function aboutTalk(kind: About['kind'], ask: string, talks: readonly Talk[]): About | null {
  const talk = talks.findLast((one) => one.ask === ask);
  if (kind !== 'invitation' || talk === undefined || talk.state === 'off') return null;
  return { kind, id: talk.number, revision: talk.revision, hash: talk.hash };
}

/** The talk that a question is about, as it stands now; undefined where it is about none, or about times that were changed since. */
export function talkAbout(about: About | null, talks: readonly Talk[]): Talk | undefined {
  if (about?.kind !== 'invitation') return undefined;
  return talks.find(({ number, revision, hash }) => number === about.id && revision === about.revision && hash === about.hash);
}

/** Whoever was last asked to a talk. */
export const askedTo = ({ number }: Talk, asks: readonly Ask[]): readonly Asked[] =>
  asks.findLast(({ about }) => about?.kind === 'invitation' && about.id === number)?.of ?? [];

/** What an answer of a calendar names, as the id of a mail that it answers. */
export const idOfUid = (uid: string): MessageId => messageId(`<${uid}>`);

/** What invitations name, of an id of ours. */
export const uidOfId = (id: MessageId): string => id.slice(1, -1);
