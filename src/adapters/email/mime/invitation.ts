import ICAL from 'ical.js';
import type { Invitation } from '../../../domain/mail.ts';

const methods: Readonly<Record<string, Invitation['method']>> = {
  request: 'request',
  reply: 'reply',
  cancel: 'cancel',
  counter: 'counter',
};
const answers: Readonly<Record<string, Invitation['answer']>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
};

/**
 * What a calendar part says of its first event; null where it cannot be read or has none.
 *
 * @param declared the method that the part's type names, where the calendar itself names none
 * @see RFC 5546 §3.2
 */
export function readInvitation(text: string, declared: string): Invitation | null {
  const calendar = parsed(text);
  const event = calendar?.getFirstSubcomponent('vevent') ?? calendar?.getFirstSubcomponent('vtodo') ?? null;
  if (!calendar || !event) return null;
  const method = methods[(textOf(calendar, 'method') || declared).toLowerCase()] ?? 'other';
  const attendee = method === 'reply' || method === 'counter' ? answering(event) : null;
  return {
    method,
    answer: method === 'reply' ? answerOf(attendee) : null,
    attendee: addressOf(attendee),
    comment: textOf(event, 'comment').trim(),
    summary: textOf(event, 'summary').replace(/\s+/g, ' ').trim(),
    start: timeOf(event, 'dtstart'),
    end: timeOf(event, 'dtend'),
    uid: textOf(event, 'uid'),
    sequence: sequenceOf(event),
  };
}

/** Lines that are none of RFC 5545 §3.1, at which its reader would stop, are left out; one that is too long to be read whole ends there. */
const parsed = (text: string): ICAL.Component | null => {
  const lines = text.replace(/\r\n?/g, '\n');
  return calendarIn(text) ?? calendarIn(lines.replace(strayLine, '')) ?? calendarIn(cutShort(lines));
};

/** The last line may be half of one. */
const cutShort = (text: string): string =>
  `${text.slice(0, text.lastIndexOf('\n') + 1).replace(strayLine, '')}END:VEVENT\nEND:VCALENDAR\n`;

const strayLine = /^(?![ \t]|[\w-]+[:;]).*\n?/gm;

function calendarIn(text: string): ICAL.Component | null {
  try {
    const found: unknown = ICAL.parse(text);
    if (!Array.isArray(found)) return null;
    const root = new ICAL.Component(Array.isArray(found[0]) ? found[0] : found);
    return root.name === 'vcalendar' ? root : null;
  } catch {
    return null; // what is no calendar, it throws at
  }
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

/** Who answers: the one who has decided, where a program lists all who were asked. */
function answering(event: ICAL.Component): ICAL.Property | null {
  const all = event.getAllProperties('attendee');
  return all.find((one) => answerOf(one) !== null) ?? all[0] ?? null;
}

function answerOf(attendee: ICAL.Property | null): Invitation['answer'] {
  const state: unknown = attendee?.getFirstParameter('partstat');
  return typeof state === 'string' ? (answers[state.toLowerCase()] ?? null) : null;
}

/** Its own address, or the parameter that names it where a server put its own name for the person (RFC 7986 §6.2). */
function addressOf(attendee: ICAL.Property | null): string {
  const named: readonly unknown[] = [attendee?.getFirstValue(), attendee?.getFirstParameter('email')];
  const address = named.filter((one) => typeof one === 'string').find((one) => one.includes('@')) ?? '';
  return decoded(address.replace(/^mailto:/i, ''))
    .trim()
    .toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that means itself
  }
}

function sequenceOf(event: ICAL.Component): number {
  const value: unknown = event.getFirstPropertyValue('sequence');
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}

/** Null where the time stands in a zone that the calendar does not define: it may be any of a day's. */
function timeOf(event: ICAL.Component, name: 'dtstart' | 'dtend'): number | null {
  try {
    const time: unknown = event.getFirstPropertyValue(name);
    if (!(time instanceof ICAL.Time)) return null;
    if (time.isDate) return Date.UTC(time.year, time.month - 1, time.day);
    if (time.zone === ICAL.Timezone.localTimezone)
      return inZone(time, String(event.getFirstProperty(name)?.getFirstParameter('tzid')));
    return finite(time.toUnixTime() * 1000);
  } catch {
    return null;
  }
}

/** Zones by their common name, which clients refer to without a definition. */
function inZone({ year, month, day, hour, minute, second }: ICAL.Time, zone: string): number | null {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = offsetAt(wall, zone);
  if (offset === null) return null;
  return finite(wall - (offsetAt(wall - offset, zone) ?? offset));
}

/** Milliseconds by which the zone is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
    const at = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => at.get(name) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant;
  } catch {
    return null; // no such zone
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
