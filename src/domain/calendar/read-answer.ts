import type { Ask } from '../ask/ask.ts';
import type { Mail } from '../mail.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { oursOf } from './calendar-news.ts';
import { answerTo, type MeetingAnswer } from './meeting.ts';
import { askedTo, type Talk, timeInCalendars } from './talk.ts';

/** A mail that somebody's calendar wrote to answer an invitation. */
export type CalendarMail = Pick<Mail, 'calendar'> & { calendar: NonNullable<Mail['calendar']> };

/** Calendars answer by REPLY, and by COUNTER where another time would suit (RFC 5546 §3.2.3, §3.2.7). */
export const isCalendarAnswer = <M extends Pick<Mail, 'calendar'>>(mail: M): mail is M & CalendarMail =>
  mail.calendar !== null && (mail.calendar.method === 'reply' || mail.calendar.method === 'counter');

/** The talk that it answers; undefined where it is none of this ticket's. */
export const talkAnswered = ({ calendar }: CalendarMail, talks: readonly Talk[]): Talk | undefined =>
  talks.find(({ uid }) => uid.toLowerCase() === calendar.uid.trim().toLowerCase());

/**
 * What it says of that talk. Whoever writes the mail is whose answer it is: the calendar's own word for that is only believed
 * where it says the same.
 *
 * @param from whose mail it is, by every address of theirs
 */
export function readCalendarAnswer(
  { calendar }: CalendarMail,
  talk: Talk,
  from: readonly string[],
  around: { asks: readonly Ask[]; ticket: Pick<Ticket, 'assignee'>; people: readonly Person[] },
): MeetingAnswer {
  const time = timeInCalendars(talk) ?? talk.times[0];
  const invited = [...askedTo(talk, around.asks), ...oursOf(talk, around.ticket)].flatMap((who) =>
    who.kind === 'contact' ? [who.address] : (around.people.find(({ handle }) => handle === who.handle)?.addresses ?? []),
  );
  const by = calendar.attendee === '' ? (from[0] ?? '') : calendar.attendee;
  if (!from.includes(by)) return { kind: 'uninvited', by, answer: calendar.answer };
  const meeting = {
    ...{ uid: calendar.uid, sequence: talk.sequence, start: time.start, end: time.end },
    ...{ summary: '', description: '', place: '', organizer: { name: '', address: '' } },
    attendees: invited.map((address) => ({ name: '', address })),
  };
  return answerTo(meeting, { ...calendar, attendee: by });
}
