import type { Meeting } from '../../src/domain/calendar/meeting.ts';
import { day } from './letters.ts';

const hour = 3_600_000;

/** A visit that was agreed. */
export const meeting: Meeting = {
  uid: 'hd-1042-1@initech.example',
  sequence: 0,
  start: day + 48 * hour,
  end: day + 49 * hour,
  summary: 'Printer on floor 2: our visit',
  description: 'We bring the roller kit and 200 sheets to try it.\nYour ticket: HD-1042',
  place: 'Ringstraße 5, 10115 Berlin',
  organizer: { name: 'Initech Support', address: 'support+hd-1042@initech.example' },
  attendees: [{ name: 'Jana Müller', address: 'jana@globex.example' }],
};
