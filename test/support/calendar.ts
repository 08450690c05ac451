import type { Correspondent } from './correspondent.ts';
import type { SinkMail } from './smtp-mail.ts';

/** An invitation as a calendar takes it: its lines unfolded, the properties of its event by name, with their parameters. */
export type Invite = { text: string; method: string; lines: readonly string[]; get(name: string): string };

/** What a mail brings for calendars; both copies of it must say the same. */
export function inviteIn({ parsed }: SinkMail): Invite {
  const copies = parsed.attachments.filter(({ contentType }) => /^(?:text\/calendar|application\/ics)$/.test(contentType));
  const [first, ...others] = copies.map(({ content }) => content.toString('utf8'));
  if (first === undefined) throw new Error(`no invitation in “${parsed.subject}”:\n${parsed.text}`);
  if (others.some((one) => one !== first)) throw new Error(`its copies differ:\n${JSON.stringify([first, ...others], null, 1)}`);
  const lines = first.replace(/\r\n[ \t]/g, '').split('\r\n');
  const get = (name: string): string => lines.find((line) => new RegExp(`^${name}[:;]`).test(line))?.replace(/^[^:]*:/, '') ?? '';
  return { text: first, method: get('METHOD'), lines, get };
}

/** What a calendar answers. */
export type CalendarAnswer = {
  partstat?: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  method?: 'REPLY' | 'COUNTER';
  comment?: string;
  /** Another time: iCalendar UTC, `20260305T140000Z`. */
  start?: string;
  end?: string;
  /** Of the invitation, unless told. */
  uid?: string;
  attendee?: string;
  /** The words that the program writes beside. */
  text?: string;
  headers?: readonly string[];
  proved?: boolean;
  /** Lines more in the event. */
  more?: readonly string[];
};

let serial = 0;

/** The answer of somebody's calendar program, as Google, Exchange and Apple send it: a mail of its own, in no thread. */
export async function calendarAnswers(who: Correspondent, invite: Invite, answer: CalendarAnswer): Promise<void> {
  const { partstat = 'ACCEPTED', method = 'REPLY', comment, attendee = who.address, text = '', headers = [], more = [] } = answer;
  const domain = who.address.replace(/^.*@/, '');
  const verdict = `Authentication-Results: mx.acme.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`;
  const calendar = [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Calendars//EN', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT'],
    `UID:${answer.uid ?? invite.get('UID')}`,
    `SEQUENCE:${invite.get('SEQUENCE')}`,
    'DTSTAMP:20260302T120000Z',
    `DTSTART:${answer.start ?? invite.get('DTSTART')}`,
    `DTEND:${answer.end ?? invite.get('DTEND')}`,
    `SUMMARY:${invite.get('SUMMARY')}`,
    `ORGANIZER:${invite.get('ORGANIZER')}`,
    `ATTENDEE;PARTSTAT=${method === 'COUNTER' ? 'TENTATIVE' : partstat}:mailto:${attendee}`,
    ...(comment === undefined ? [] : [`COMMENT:${comment}`]),
    ...more,
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
  const says = { ACCEPTED: 'Accepted', DECLINED: 'Declined', TENTATIVE: 'Tentative' }[partstat];
  await who.sendsRaw(
    [
      ...headers,
      ...(answer.proved === false ? [] : [verdict]),
      ...[`From: ${who.address}`, 'To: support@acme.example', `Subject: ${says}: ${invite.get('SUMMARY')}`],
      ...[`Message-ID: <calendar-${++serial}@${domain}>`, 'Date: Mon, 02 Mar 2026 12:00:00 +0000', 'MIME-Version: 1.0'],
      ...['Content-Type: multipart/alternative; boundary="=_two"', '', '--=_two', 'Content-Type: text/plain; charset=utf-8', ''],
      ...[text, '--=_two', `Content-Type: text/calendar; charset=utf-8; method=${method}`, '', calendar, '--=_two--', ''],
    ].join('\r\n'),
  );
}
