import { withCalendars } from '../answer/flow/tell-calendars.ts';
import { type Entry, tellEntry } from '../answer/flow/tell-entry.ts';
import { tellStep } from '../answer/flow/tell-step.ts';
import type { Brought, Telling } from '../answer/flow/telling.ts';
import type { Desk } from '../answer/outgoing.ts';
import { type Asking, type NewAsk, newAsks, openAsks, withdrawAsks } from '../ask/open-ask.ts';
import { type CalendarNews, calendarNews, offNow } from '../calendar/calendar-news.ts';
import { deskHours } from '../calendar/desk-hours.ts';
import { aboutTalk, type Talk, talkAbout } from '../calendar/talk.ts';
import { answeredException } from '../contract/answered-exception.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { AskId } from '../ids.ts';
import { chargesArising } from '../quote/charge.ts';
import { aboutOffer } from '../quote/offered.ts';
import type { Settings } from '../settings.ts';
import type { Actor, Ticket } from '../ticket.ts';
import type { Moved } from './moved.ts';
import { lookAt } from './place.ts';
import { words } from './words.ts';

/** What it takes to carry a move out. */
export type Enacting = Omit<Desk, 'settings'> & {
  settings: Pick<Settings, 'desk' | 'people' | 'customers' | 'sla' | 'rates' | 'forms'>;
  /** The number of the next question. */
  nextAsk: AskId;
};

/** Who or what caused it, with what, and what the ticket was before; null: it begins with this, and with the mails of `entry`. */
export type Cause = Brought & { actor: Actor; was: Ticket | null; entry?: Entry; calendars?: readonly CalendarNews[] };

/** What a move causes beside new values of its ticket. */
export type Enacted = {
  effects: readonly Effect[];
  /** Mails that go out. */
  told: readonly Effect[];
  /** Addresses that one of them goes to, lower-cased. */
  heard: ReadonlySet<string>;
  /** What is left to tell calendars: none of those mails goes to whoever has them. */
  calendars: readonly CalendarNews[];
  /** Takes back what is no mail. */
  back: readonly Effect[];
};

/** Everything that follows from a move, as data; `scene` is the ticket after it. */
export function enact(desk: Enacting, scene: TicketScene, moved: Moved, cause: Cause): Enacted {
  const { asks } = scene.records;
  const put = newAsks(moved.asks, askingOn(desk, scene));
  const charges = chargesOf(desk, scene, moved);
  const { mail, text, words: said, actor: by, was, entry } = cause;
  const telling: Telling = { ...desk, scene, moved, was, by, asks: put, mail, text, words: said };
  const { effects: mails, asking, heard } = entry === undefined ? tellStep(telling) : tellEntry(telling, entry);
  const { news, off } = calendarNews({ moved, put, asks, talks: scene.records.talks, ticket: scene.ticket, now: desk.now });
  const { effects: told, left } = withCalendars(telling, mails, [...(cause.calendars ?? []), ...news]);
  return {
    effects: [
      ...journal(scene.ticket, moved, cause),
      ...withdrawAsks(moved.withdraws, asks),
      ...openAsks(put, ({ id }) => asking.get(id) ?? [], asks),
      ...off.map((talk): Effect => ({ act: 'keep-talk', talk: offNow(talk) })),
      ...charges.map((charge): Effect => ({ act: 'keep-charge', charge })),
      ...answeredException({ ...scene, exceptions: scene.records.ofCustomer.exceptions }, moved, cause.actor, desk.now),
    ],
    ...{ told, heard, calendars: left },
    back: [
      ...off.map((talk): Effect => ({ act: 'keep-talk', talk })),
      ...charges.map(({ ticket, once }): Effect => ({ act: 'void-charge', ticket, once, why: 'undone' })),
      ...asksBack(put, moved, scene),
    ],
  };
}

/** What the common block does has a line of its own. */
function journal({ number }: Ticket, { steps: [first], state: to, why }: Moved, { actor, was }: Cause): Effect[] {
  if (first === undefined) return [];
  const data = { step: words.trigger(first.trigger), from: was?.state ?? null, to, why };
  return [{ act: 'journal', ticket: number, actor, event: 'moved', data }];
}

function askingOn({ settings, now, nextAsk }: Enacting, scene: TicketScene): Asking {
  const { ticket, workflow, participants, records } = scene;
  const { people, customers, desk } = settings;
  return {
    ...{ ticket, workflow, nextAsk, now, asks: records.asks },
    around: { ticket, participants, people, customers },
    calendar: deskHours(settings).ofCustomer(ticket.customer),
    look: lookAt(scene, now),
    zone: customers.find(({ id }) => id === ticket.customer)?.timezone ?? desk.timezone,
    aboutOf: (kind, ask) => aboutOffer(kind, records.quotes) ?? aboutTalk(kind, ask, records.talks),
    overAt: (about) => lastStart(talkAbout(about, records.talks)),
  };
}

/** A time that has begun is accepted by nobody. */
const lastStart = (talk: Talk | undefined): number | null =>
  talk === undefined ? null : Math.max(...talk.times.map(({ start }) => start));

/** What is owed from here on. */
const chargesOf = ({ settings, now }: Enacting, { ticket, records }: TicketScene, { charges }: Moved) =>
  charges.flatMap((name) =>
    chargesArising(
      name,
      { ticket: ticket.number, customer: ticket.customer, ...records },
      settings.rates,
      now,
      settings.desk.timezone,
    ),
  );

/** Questions that were put are none, and those that were taken back wait again. */
const asksBack = (put: readonly NewAsk[], { withdraws }: Moved, { records }: TicketScene): Effect[] => [
  ...put.map(({ id }): Effect => ({ act: 'settle-ask', ask: id, state: 'withdrawn' })),
  ...records.asks
    .filter(({ ask, state }) => state === 'open' && withdraws.includes(ask))
    .map(({ id }): Effect => ({ act: 'reopen-ask', ask: id })),
];
