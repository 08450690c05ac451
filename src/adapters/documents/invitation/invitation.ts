import ICAL from 'ical.js';
import type { Meeting } from '../../../domain/calendar/meeting.ts';
import type { Address } from '../../../domain/mail.ts';
import { folded } from './folded.ts';
import { oneLine, severalLines } from './safe-text.ts';

/**
 * Writes a meeting for calendars, to go as `text/calendar; method=REQUEST` (or CANCEL) beside the words of a mail.
 *
 * Times are UTC: every program shows them in its own zone, and no description of a zone can be wrong.
 * @see RFC 5545, RFC 5546 §3.2.2 (REQUEST), §3.2.5 (CANCEL)
 */
export function invitation(meeting: Meeting, says: 'request' | 'cancel', at: number): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Maildesk//Maildesk//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', says.toUpperCase());
  calendar.addSubcomponent(eventOf(meeting, says, at));
  return folded(calendar.toString());
}

function eventOf(meeting: Meeting, says: 'request' | 'cancel', at: number): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', oneLine(meeting.uid));
  event.addPropertyWithValue('sequence', meeting.sequence);
  event.addPropertyWithValue('dtstamp', utc(at));
  event.addPropertyWithValue('dtstart', utc(meeting.start));
  event.addPropertyWithValue('dtend', utc(meeting.end));
  event.addPropertyWithValue('summary', oneLine(meeting.summary));
  if (meeting.description !== '') event.addPropertyWithValue('description', severalLines(meeting.description));
  if (meeting.place !== '') event.addPropertyWithValue('location', oneLine(meeting.place));
  event.addPropertyWithValue('status', says === 'cancel' ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', 'OPAQUE');
  event.addProperty(person('organizer', meeting.organizer, {}));
  for (const one of meeting.attendees) event.addProperty(person('attendee', one, says === 'cancel' ? {} : asked));
  return event;
}

/** What has a client show its buttons. */
const asked = { cutype: 'INDIVIDUAL', role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'TRUE' };

function person(kind: string, { name, address }: Address, parameters: Readonly<Record<string, string>>): ICAL.Property {
  const property = new ICAL.Property(kind);
  // A quote cannot stand in a parameter (RFC 5545 §3.2), and few programs know the way round it (RFC 6868).
  const called = oneLine(name).replaceAll('"', '’');
  if (called !== '') property.setParameter('cn', called);
  for (const [key, value] of Object.entries(parameters)) property.setParameter(key, value);
  property.setValue(`mailto:${encodeURI(oneLine(address))}`);
  return property;
}

const utc = (instant: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(instant), true);
