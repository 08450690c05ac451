import { type Correspondent, correspondent, type Manner } from './correspondent.ts';
import type { SinkMail } from './smtp-mail.ts';
import { taps } from './tap.ts';
import type { World } from './world.ts';

/** What a conversation is about: the subject of its first mail, and the tag that the desk puts before it. */
export type Subject = { text: string; tag: string };

/** Somebody in one conversation of several: reads and answers only what is about it. */
export type Voice = Pick<Correspondent, 'address' | 'writes' | 'inbox' | 'hasNothingUnread'> & {
  /** Waits for an unread mail on this ticket, and reads it. */
  receives(text?: RegExp, subject?: string): Promise<SinkMail>;
  /** Answers the mail they read last. */
  replies(text: string, manner?: Manner): Promise<string>;
  /** Taps a button of the mail they read last, with `more` written below. */
  taps(words: string, more?: string, manner?: Manner): Promise<string>;
};

/** Milliseconds: many mails are under way at once. */
const patience = 40_000;

/** Gives somebody a voice in one conversation; the first mail that they write on it is what it is about. */
export function voice(world: Pick<World, 'dovecot' | 'sink' | 'clock'>, about: Subject, name: string, address: string): Voice {
  const mails = () => world.sink.mails.filter(({ subject }) => subject.includes(about.tag === '' ? about.text : about.tag));
  const sink = Object.defineProperty({ ...world.sink }, 'mails', { get: mails });
  const own = correspondent({ ...world, sink }, name, address, patience);
  let last: SinkMail | undefined;
  return {
    address,
    ...{ inbox: own.inbox, hasNothingUnread: own.hasNothingUnread },
    writes: (subject, text, manner) => {
      if (about.text === '') about.text = subject.replace(/^\[[^\]]*\]\s*/, '');
      return own.writes(subject, text, manner);
    },
    async receives(text, subject = '') {
      last = await own.receives(subject, text);
      about.tag = about.tag === '' ? (/\[HD-\d+\]/.exec(last.subject)?.[0] ?? '') : about.tag;
      return last;
    },
    replies: (text, manner = {}) => own.replies(text, { ...manner, to: last }),
    taps: (words, more, manner) => {
      if (last === undefined) throw new Error(`${name} has read no mail`);
      return taps(own, last, words, more, manner);
    },
  };
}
