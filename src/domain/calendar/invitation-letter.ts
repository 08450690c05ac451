import type { Address } from '../mail.ts';
import type { Meeting } from './meeting.ts';

/** What makes an invitation a file for calendars, for one reader: the same of it gives the same bytes. */
export type InvitationLetter = {
  says: 'request' | 'cancel';
  meeting: Omit<Meeting, 'description' | 'attendees'>;
  /** Whose calendar it is for: nobody else's address stands in it. */
  attendee: Address;
  language: string;
  /** One of us, who knows how to answer. */
  ours: boolean;
  /** Who else comes, by name. */
  others: readonly string[];
  /** When it is said; epoch ms. */
  at: number;
};

/** Words of the reader's language by their key: the table `meeting` of the language files. */
export type MeetingWord = (key: string) => string;

/** The meeting as that reader's calendar shows it. */
export const meetingIn = ({ says, meeting, attendee, others, ours }: InvitationLetter, word: MeetingWord): Meeting => ({
  ...meeting,
  attendees: [attendee],
  description: [
    ...(others.length === 0 ? [] : [`${word('with')} ${others.join(', ')}`]),
    ...(says === 'cancel' ? [word('off')] : ours ? [] : [word('how')]),
  ].join('\n'),
});
