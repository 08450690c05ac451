import type { Asked } from '../../ask/ask.ts';
import type { CalendarNews } from '../../calendar/calendar-news.ts';
import { askedTo } from '../../calendar/talk.ts';
import type { Effect } from '../../effect.ts';
import { isOutside } from '../../handover/their-numbers.ts';
import type { MadeFile } from '../../mail.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { isSame } from '../../workflow/people-of.ts';
import { customerThread, delayed, threadData, toAssociate, toContact } from '../outgoing.ts';
import { meetingShown } from './meeting-shown.ts';
import { type Reader, readerOf } from './reader.ts';
import { standingFor } from './standing-for.ts';
import type { Shown } from './telling.ts';

/** Puts news for somebody's calendar into the mail that goes to them anyway; `left`: those whom no mail goes to. */
export function withCalendars(
  shown: Shown,
  mails: readonly Effect[],
  news: readonly CalendarNews[],
): { effects: readonly Effect[]; left: readonly CalendarNews[] } {
  const all = news.flatMap((one) => one.to.map((who) => ({ ...one, to: [who], address: addressOf(who, shown), who })));
  const isTold = (address: string): boolean =>
    mails.some((effect) => effect.act === 'queue-mail' && effect.mail.to.address.toLowerCase() === address);
  const effects = mails.map((effect) => {
    if (effect.act !== 'queue-mail') return effect;
    const one = all.findLast(({ address }) => address === effect.mail.to.address.toLowerCase());
    const file = one === undefined ? null : fileFor(shown, one, one.who);
    return file === null ? effect : { ...effect, mail: { ...effect.mail, attachments: [file, ...effect.mail.attachments] } };
  });
  return { effects, left: all.filter(({ address }) => address !== '' && !isTold(address)) };
}

/** Mails of their own, for those whom no other goes to. */
export function tellCalendars(shown: Shown, news: readonly CalendarNews[]): Effect[] {
  return news.flatMap((one) =>
    one.to.flatMap((who) => {
      const reader = readerOf(who, shown);
      const file = fileFor(shown, one, who);
      return reader === null || file === null ? [] : mailTo(shown, one, reader, file);
    }),
  );
}

function mailTo(shown: Shown, { talk, time, says }: CalendarNews, reader: Reader, file: MadeFile): Effect[] {
  const { scene, settings, by } = shown;
  const { ticket } = scene;
  const data = {
    ...threadData(shown, ticket),
    ...{ lead: null, also: [], question: null, asks: [], body: '', associateName: '', quoted: null },
    ...standingFor(scene, reader, settings.desk),
    ours: reader.kind === 'ours',
    meeting: meetingShown({ ...talk, times: [time] }, says === 'cancel' ? 'off' : 'fixed', reader, settings.desk),
  };
  const common = { ticket, template: 'invited', data, attachments: [file], automatic: 'auto-generated' } as const;
  if (reader.kind === 'ours') return withFile(toAssociate(shown, reader.person, common), file);
  const waits = by.kind === 'associate' ? delayed(shown) : {};
  const { to, language } = reader;
  return toContact(shown, { ...common, ...waits, to, language, thread: customerThread(scene) });
}

/** Whoever is outside the desk gets no file of a customer's, but this one is made for them. */
const withFile = (effects: readonly Effect[], file: MadeFile): Effect[] =>
  effects.map((effect) => (effect.act === 'queue-mail' ? { ...effect, mail: { ...effect.mail, attachments: [file] } } : effect));

/** For the calendar of one person. Who works outside the desk reads no title there, and no names of the customer's people. */
function fileFor(shown: Shown, { talk, time, says }: CalendarNews, who: Asked): MadeFile | null {
  const { scene, settings, now } = shown;
  const reader = readerOf(who, shown);
  const address = addressOf(who, shown);
  if (reader === null || address === '') return null;
  const { desk } = settings;
  const { uid, sequence, place, number } = talk;
  const tag = tagOf(desk.prefix, scene.ticket.number);
  const isApart = reader.kind === 'ours' && isOutside(reader.person);
  const others = isApart ? [] : [...askedTo(talk, scene.records.asks), { kind: 'associate', handle: talk.by } as const];
  return {
    filename: number === 1 ? 'invite.ics' : `invite-${number}.ics`,
    contentType: 'text/calendar',
    makes: {
      says,
      meeting: {
        ...{ uid, sequence, place, start: time.start, end: time.end },
        summary: isApart ? `${tag}: ${desk.name}` : `${tag}: ${scene.ticket.subject}`,
        organizer: { name: desk.name, address: desk.address },
      },
      attendee: { name: reader.kind === 'ours' ? reader.person.name : reader.to.name, address },
      language: reader.language,
      ours: reader.kind === 'ours',
      others: others.filter((one) => !isSame(one, who)).map((one) => nameOf(one, shown)),
      at: now,
    },
  };
}

/** Lower-cased; '' where there is none. */
function addressOf(who: Asked, { settings }: Shown): string {
  if (who.kind === 'contact') return who.address.toLowerCase();
  return settings.people.find(({ handle }) => handle === who.handle)?.addresses[0]?.toLowerCase() ?? '';
}

function nameOf(who: Asked, shown: Shown): string {
  const reader = readerOf(who, shown);
  if (reader === null) return '';
  return reader.kind === 'ours' ? reader.person.name : reader.to.name || reader.to.address;
}
