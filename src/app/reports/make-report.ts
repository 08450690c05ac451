import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { workingBetween } from '../../domain/calendar/working-time.ts';
import { type Figures, figuresOf, type Reckoning } from '../../domain/report/figures.ts';
import { lastPeriod, type Period, type PeriodKind } from '../../domain/report/period.ts';
import { type Section, sectionsOf, type Wording } from '../../domain/report/sections.ts';
import type { Settings } from '../../domain/settings.ts';
import { clockWords } from '../../domain/sla/clock-words.ts';
import { stateLabel } from '../../domain/workflow/process-words.ts';
import type { House } from '../house.ts';
import { withDirectory } from '../journey/5-directory.ts';

/** A report, counted and in words. `was`: the word for what stood there before. */
export type Report = {
  period: Period;
  figures: Figures;
  before: Figures;
  title: string;
  compared: string;
  worked: string;
  was: string;
  sections: readonly Section[];
};

type Parts = Pick<House, 'store' | 'settings' | 'templates'>;

/** Days ahead in which a contract's end is worth a line. */
const soon = 60 * 86_400_000;

/** Counts the last whole week or month before an instant, and puts it into words of a language. */
export async function makeReport(parts: Parts, kind: PeriodKind, now: number, language: string): Promise<Report> {
  const { desk } = parts.settings();
  const { period, before } = lastPeriod(kind, now, desk.timezone);
  const counted = await parts.store.read(async (at) => ({
    settings: await withDirectory(at, parts.settings()),
    now: await at.reportFacts(period.from, period.to),
    before: await at.reportFacts(before.from, before.to),
  }));
  const reckoned = reckoningOf(counted.settings, now);
  const figures = figuresOf(counted.now, { ...reckoned, period });
  const earlier = figuresOf(counted.before, { ...reckoned, period: before });
  const say = wordingOf(parts, counted.settings, kind, language);
  const [first, last] = [say.day(period.from), say.day(period.to - 1)];
  return {
    ...{ period, figures, before: earlier },
    title: say.word(kind).replace('{1}', first).replace('{2}', last),
    ...{ compared: say.word('compared'), worked: say.word('worked'), was: say.word('was') },
    sections: sectionsOf(figures, earlier, say),
  };
}

function reckoningOf(settings: Settings, now: number): Omit<Reckoning, 'period'> {
  const hours = deskHours(settings);
  const [today, end] = [now, now + soon].map((at) => new Date(at).toISOString().slice(0, 10));
  const contracts = settings.customers.flatMap(({ id, contracts: all }) => all.map((one) => ({ ...one, customer: id })));
  return {
    worked: (customer, from, to) => workingBetween(hours.onTicket(customer), from, to),
    contracts: contracts.filter(({ ends }) => ends >= (today ?? '') && ends <= (end ?? '')),
  };
}

function wordingOf({ templates }: Parts, settings: Settings, kind: PeriodKind, language: string): Wording {
  const timeZone = settings.desk.timezone;
  const days = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium' });
  const short = kind === 'week' ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const);
  const shortDays = new Intl.DateTimeFormat(language, { timeZone, ...short });
  const word = (key: string): string => templates().word(language, 'report', key);
  return {
    language,
    word,
    clock: (name) => templates().print(clockWords(name), language),
    value: (key) => templates().word(language, 'value', key),
    state: (process, state) => templates().processes.labelOf(stateLabel(process, state), language),
    day: (at) => days.format(at),
    shortDay: (at) => shortDays.format(at),
    customer: (id) => (id === null ? word('noCustomer') : (settings.customers.find((one) => one.id === id)?.name ?? id)),
    person: (handle) =>
      handle === null ? word('nobody') : (settings.people.find((one) => one.handle === handle)?.name ?? handle),
  };
}
