import type { Address, Invitation } from '../mail.ts';

/** A time agreed with a customer, as it stands in everybody's calendar. Times in epoch ms. */
export type Meeting = {
  /** The same for all mails about it, and for nothing else ever. */
  uid: string;
  /** 0 at first; one more each time its time, its place or its people change (RFC 5545 §3.8.7.4). */
  sequence: number;
  start: number;
  end: number;
  summary: string;
  description: string;
  /** '' where it has none; a link for a call. */
  place: string;
  /** Who gets the answers: the desk. */
  organizer: Address;
  attendees: readonly Address[];
};

/** What an answer of somebody's calendar means for a meeting of ours. */
export type MeetingAnswer =
  | { kind: 'answered'; by: string; answer: 'accepted' | 'declined' | 'tentative'; comment: string }
  /** Another time that would suit them. */
  | { kind: 'proposed'; by: string; start: number; end: number; comment: string }
  /** Of an earlier time of this meeting: it says nothing of the present one. */
  | { kind: 'outdated'; by: string }
  /** From an address that was not asked: a forwarded invitation, another address of somebody who was. A person looks at it. */
  | { kind: 'uninvited'; by: string; answer: Invitation['answer'] }
  | { kind: 'none'; why: string };

/** Reads an answer against the meeting that it is for. It proves nothing of who wrote it: that is the mail's matter. */
export function answerTo(meeting: Meeting, said: Invitation): MeetingAnswer {
  const by = said.attendee;
  if (said.uid !== meeting.uid) return { kind: 'none', why: 'another meeting' };
  if (said.method !== 'reply' && said.method !== 'counter') return { kind: 'none', why: 'no answer' };
  if (said.sequence < meeting.sequence) return { kind: 'outdated', by };
  if (!meeting.attendees.some(({ address }) => address.toLowerCase() === by))
    return { kind: 'uninvited', by, answer: said.answer };
  if (said.method === 'counter') return proposal(meeting, said);
  return said.answer === null
    ? { kind: 'none', why: 'not decided yet' }
    : { kind: 'answered', by, answer: said.answer, comment: said.comment };
}

/** One without an end lasts as long as ours. */
function proposal({ start, end }: Meeting, said: Invitation): MeetingAnswer {
  if (said.start === null) return { kind: 'none', why: 'a time that cannot be read' };
  const until = said.end !== null && said.end > said.start ? said.end : said.start + (end - start);
  return { kind: 'proposed', by: said.attendee, start: said.start, end: until, comment: said.comment };
}
