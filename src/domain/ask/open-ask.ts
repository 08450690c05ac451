import { addWait, parseWait } from '../calendar/wait.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { type AskId, askId, type MessageId } from '../ids.ts';
import { endOf } from '../quote/status.ts';
import type { Ticket } from '../ticket.ts';
import { type Around, isSame, peopleOf } from '../workflow/people-of.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { About, Ask, AskEffect, Asked } from './ask.ts';

/** What it takes to put questions on a ticket. */
export type Asking = {
  ticket: Pick<Ticket, 'number'>;
  workflow: Pick<Workflow, 'asks'>;
  around: Around;
  /** All that were ever put on it. */
  asks: readonly Ask[];
  /** The number of the next one. */
  nextAsk: AskId;
  now: number;
  /** Of those who are asked; null: they work all day. */
  calendar: WorkCalendar | null;
  /** Days that a process names by a field or a record, `quote.valid`: ISO dates. */
  look: (fact: string) => string | null;
  /** Where those days end. */
  zone: string;
  /** The revision that is decided, where the question is about one. */
  aboutOf: (kind: About['kind'], ask: string) => About | null;
  /** When it is too late to answer, whatever the process says; null: never. */
  overAt: (about: About | null) => number | null;
};

/** A question as it will be put: nothing is written or sent yet. */
export type NewAsk = Omit<Ask, 'state' | 'given' | 'mails'>;

/** The questions of these names, in their order. Whom nobody can be found for is asked of nobody: its reminders say so. */
export function newAsks(names: readonly string[], asking: Asking): NewAsk[] {
  return names.flatMap((name, at): NewAsk[] => {
    const plan = asking.workflow.asks[name];
    if (plan === undefined) return [];
    const { now, asks } = asking;
    const about = plan.about === null ? null : asking.aboutOf(plan.about, name);
    const expires = (plan.expires === null ? null : endOfWait(plan.expires, asking)) ?? asking.overAt(about);
    const reminds = plan.remind.flatMap((wait) => after(wait, asking) ?? []);
    return [
      {
        id: askId(asking.nextAsk + at),
        ticket: asking.ticket.number,
        ask: name,
        round: asks.filter((one) => one.ask === name).length + 1,
        about,
        of: askedBy(plan.of.flatMap((audience) => peopleOf(audience, asking.around))),
        answers: plan.answers,
        need: plan.need,
        asked: now,
        expires,
        reminds: about?.kind === 'invitation' ? reminds.filter((at) => expires === null || at < expires) : reminds,
      },
    ];
  });
}

/** Puts them on record with the mails that ask; those of the same name that are open are over. */
export function openAsks(
  asks: readonly NewAsk[],
  mailsOf: (ask: NewAsk) => readonly MessageId[],
  earlier: readonly Ask[],
): AskEffect[] {
  const again = earlier.filter(({ ask, state }) => state === 'open' && asks.some((one) => one.ask === ask));
  return [
    ...again.map(({ id }): AskEffect => ({ act: 'settle-ask', ask: id, state: 'withdrawn' })),
    ...asks.map((ask): AskEffect => ({ act: 'open-ask', ask: { ...ask, mails: mailsOf(ask) } })),
  ];
}

/** The ticket goes on without them. */
export const withdrawAsks = (names: readonly string[], asks: readonly Ask[]): AskEffect[] =>
  asks
    .filter(({ ask, state }) => state === 'open' && names.includes(ask))
    .map(({ id }) => ({ act: 'settle-ask', ask: id, state: 'withdrawn' }));

const askedBy = (all: readonly Asked[]): Asked[] => all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);

function after(wait: string, { now, calendar }: Asking): number | null {
  const parsed = parseWait(wait);
  return parsed === null ? null : addWait(parsed, now, calendar);
}

/** A wait, or the end of a day that a field or a record names. */
function endOfWait(named: string, asking: Asking): number | null {
  const waited = after(named, asking);
  if (waited !== null) return waited;
  const day = asking.look(named)?.slice(0, 10) ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) ? endOf(day, asking.zone) : null;
}
