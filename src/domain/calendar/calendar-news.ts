import type { Ask, Asked } from '../ask/ask.ts';
import type { NewAsk } from '../ask/open-ask.ts';
import type { Ticket } from '../ticket.ts';
import type { Moved } from '../workflow/moved.ts';
import { isSame } from '../workflow/people-of.ts';
import { closed } from '../workflow/workflow.ts';
import type { OfferedTime } from './proposed-times.ts';
import { askedTo, type Talk, talkAbout, talksAhead, timeInCalendars } from './talk.ts';

/** What the calendars of some people are told of a talk: come then, or it is off. */
export type CalendarNews = { talk: Talk; time: OfferedTime; says: 'request' | 'cancel'; to: readonly Asked[] };

/** A move as far as calendars are concerned; `asks` and `talks` as they are after it, without the questions that are put now. */
export type Moving = {
  moved: Moved;
  put: readonly NewAsk[];
  asks: readonly Ask[];
  talks: readonly Talk[];
  ticket: Pick<Ticket, 'assignee'>;
  now: number;
};

/** What a move means for calendars; `off`: talks that will not be because of it. */
export function calendarNews(moving: Moving): { news: readonly CalendarNews[]; off: readonly Talk[] } {
  const off = talksEnded(moving);
  return { news: [...asked(moving), ...fixed(moving), ...off.flatMap((talk) => calledOff(talk, moving))], off };
}

/** One time that is proposed is an invitation already. */
const asked = ({ put, talks }: Moving): CalendarNews[] =>
  put.flatMap(({ about, of }): CalendarNews[] => {
    const talk = talkAbout(about, talks);
    return talk === undefined || talk.times.length > 1 ? [] : [{ talk, time: talk.times[0], says: 'request', to: of }];
  });

/** Whoever was asked has it where it was the only one. */
function fixed({ moved, asks, talks, ticket }: Moving): CalendarNews[] {
  const trigger = moved.steps[0]?.trigger;
  if (trigger?.kind !== 'answer') return [];
  const ask = asks.findLast((one) => one.ask === trigger.ask);
  const talk = talkAbout(ask?.about ?? null, talks);
  const time = talk?.state === 'fixed' ? timeInCalendars(talk) : null;
  if (ask === undefined || talk === undefined || time === null) return [];
  const to = [...(talk.times.length > 1 ? ask.of : []), ...oursOf(talk, ticket)];
  return [{ talk, time, says: 'request', to: to.filter((one, at) => to.findIndex((other) => isSame(one, other)) === at) }];
}

/** The ticket ends, or goes on without its answer. */
const talksEnded = ({ moved, put, talks, now }: Moving): Talk[] =>
  talksAhead(talks, now).filter(
    (talk) =>
      put.every(({ about }) => talkAbout(about, [talk]) === undefined) &&
      (moved.state === closed || moved.withdraws.includes(talk.ask)),
  );

/** To all who have it in their calendars. */
export function calledOff(talk: Talk, { asks, ticket }: Pick<Moving, 'asks' | 'ticket'>): CalendarNews[] {
  const time = timeInCalendars(talk);
  const to = [...askedTo(talk, asks), ...(talk.state === 'fixed' ? oursOf(talk, ticket) : [])];
  return time === null || to.length === 0 ? [] : [{ talk: offNow(talk), time, says: 'cancel', to }];
}

/** As it stands once it is called off. */
export const offNow = (talk: Talk): Talk => ({
  ...talk,
  state: 'off',
  sequence: timeInCalendars(talk) === null ? talk.sequence : talk.sequence + 1,
});

/** Of us, whoever proposed it and whoever holds the ticket. */
export const oursOf = ({ by }: Pick<Talk, 'by'>, { assignee }: Pick<Ticket, 'assignee'>): Asked[] =>
  [...new Set([by, ...(assignee === null ? [] : [assignee])])].map((handle) => ({ kind: 'associate', handle }));
