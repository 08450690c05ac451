import type { Chart, Unit } from '../charts/chart.ts';
import { printed } from '../charts/numbers.ts';
import { localMoney } from '../money.ts';
import type { Figures } from './figures.ts';
import type { Percentiles } from './percentiles.ts';

/** A part of a report, in its reader's language: a picture where one helps, and all its numbers in lines. */
export type Section = { title: string; chart: Chart | null; rows: readonly ReportRow[] };

/** `before`: of the period before; '' where nothing is compared. */
export type ReportRow = { label: string; value: string; before: string };

/** How a reader reads it. */
export type Wording = {
  language: string;
  /** A title or label by its key. */
  word(key: string): string;
  /** A value of a field. */
  value(key: string): string;
  clock(name: string): string;
  state(process: string, state: string): string;
  /** A day of the desk, epoch ms: short, for an axis, and whole. */
  shortDay(at: number): string;
  day(at: number): string;
  customer(id: string | null): string;
  person(handle: string | null): string;
};

/** Customers, people and states that are shown one by one. */
const most = 12;
/** Hours shown as such. */
const hour = 3_600_000;

/** What a report says, in the order of its parts; those that have nothing to say are left out. */
export function sectionsOf(now: Figures, before: Figures, say: Wording): Section[] {
  return [
    inShort(now, before, say),
    flow(now, say),
    ...(now.backlog === 0 ? [] : [states(now, say), age(now, before, say)]),
    ...(now.clocks.length === 0 ? [] : [promises(now, before, say)]),
    ...(now.customers.length === 0 ? [] : [customers(now, before, say)]),
    ...(now.people.length === 0 ? [] : [people(now, say)]),
    ...(now.hours.length === 0 ? [] : [hours(now, before, say)]),
    ...(now.quotes.length === 0 ? [] : [quotes(now, before, say)]),
    ...(now.contracts.length === 0 ? [] : [contracts(now, say)]),
    ...(now.satisfaction === null ? [] : [ratings(now, say)]),
  ];
}

const count: Unit = { kind: 'count' };
const share: Unit = { kind: 'share' };
const inHours: Unit = { kind: 'hours' };

function inShort(now: Figures, before: Figures, say: Wording): Section {
  const row = (label: string, of: (figures: Figures) => string): ReportRow[] =>
    of(now) === '' ? [] : [{ label, value: of(now), before: of(before) }];
  const number = (value: number): string => printed(value, count, say.language);
  const time = (of: (figures: Figures) => Percentiles | null) => (figures: Figures) => timesText(of(figures), say);
  const rows = [
    ...row(say.word('came'), ({ came }) => number(came)),
    ...row(say.word('went'), ({ went }) => number(went)),
    ...row(say.word('backlog'), ({ backlog }) => number(backlog)),
    ...row(
      say.word('firstResponse'),
      time((figures) => figures.firstResponse),
    ),
    ...row(
      say.word('resolution'),
      time((figures) => figures.resolution),
    ),
    ...row(say.word('inTime'), ({ clocks }) => shareText(keptOf(clocks), say)),
    ...row(say.word('satisfaction'), ({ satisfaction }) => (satisfaction === null ? '' : number(satisfaction))),
  ];
  return { title: say.word('summary'), chart: null, rows };
}

const timesText = (times: Percentiles | null, say: Wording): string =>
  times === null
    ? ''
    : [
        `${say.word('median')} ${hoursText(times.median, say)}`,
        `${say.word('ninetieth')} ${hoursText(times.ninetieth, say)}`,
      ].join(', ');

const hoursText = (ms: number, { language }: Wording): string => printed(Math.round((ms / hour) * 10) / 10, inHours, language);

function keptOf(clocks: Figures['clocks']): number | null {
  const [kept, all] = clocks.reduce(([some, sum], one) => [some + one.kept, sum + one.kept + one.missed], [0, 0]);
  return all === 0 ? null : (kept ?? 0) / (all ?? 1);
}

const shareText = (value: number | null, { language }: Wording): string =>
  value === null ? '' : printed(value, share, language);

function flow({ parts }: Figures, say: Wording): Section {
  const title = say.word('flow');
  const labels = parts.map(({ from }) => say.shortDay(from));
  const series = [
    { name: say.word('came'), values: parts.map(({ came }) => came) },
    { name: say.word('went'), values: parts.map(({ went }) => went) },
  ];
  const rows = parts.map(({ from, came, went }) => ({
    label: say.day(from),
    value: `${say.word('came')} ${came}, ${say.word('went')} ${went}`,
    before: '',
  }));
  return { title, chart: { kind: 'bars', stacked: false, title, language: say.language, unit: count, labels, series }, rows };
}

/** Bars across, a line each. */
function across(title: string, unit: Unit, lines: readonly Line[], say: Wording): Section {
  const shown = lines.slice(0, most);
  const rows = shown.map(({ label, value, before, text }) => ({
    label,
    value: text ?? printed(value, unit, say.language),
    before: before === undefined ? '' : printed(before, unit, say.language),
  }));
  const bars = shown.map(({ label, value }) => ({ label, value }));
  return { title, chart: { kind: 'rows', title, language: say.language, unit, rows: bars }, rows };
}

/** `text`: what the line says in place of the bare value. */
type Line = { label: string; value: number; before?: number; text?: string };

const states = (now: Figures, say: Wording): Section =>
  across(
    say.word('states'),
    count,
    now.states.map(({ process, state, count: value }) => ({ label: say.state(process, state), value })),
    say,
  );

function age(now: Figures, before: Figures, say: Wording): Section {
  const earlier = (wanted: string): number => before.ages.find((one) => one.age === wanted)?.count ?? 0;
  const lines = now.ages.map((one) => ({ label: say.word(`age.${one.age}`), value: one.count, before: earlier(one.age) }));
  return across(say.word('ages'), count, lines, say);
}

function promises(now: Figures, before: Figures, say: Wording): Section {
  const lines = now.clocks.map((clock): Line => {
    const was = keptOf(before.clocks.filter(({ name }) => name === clock.name));
    const value = keptOf([clock]) ?? 0;
    const text = `${shareText(value, say)} (${say.word('kept')} ${clock.kept}, ${say.word('missed')} ${clock.missed})`;
    return { label: say.clock(clock.name), value, text, ...(was === null ? {} : { before: was }) };
  });
  return across(say.word('sla'), share, lines, say);
}

function customers(now: Figures, before: Figures, say: Wording): Section {
  const lines = now.customers.map(({ customer, came, went, backlog, minutes }): Line => {
    const parts = [
      `${say.word('came')} ${came}`,
      `${say.word('went')} ${went}`,
      `${say.word('backlog')} ${backlog}`,
      ...(minutes > 0 ? [hoursText(minutes * 60_000, say)] : []),
    ];
    const was = before.customers.find((one) => one.customer === customer)?.came ?? 0;
    return { label: say.customer(customer), value: came, text: parts.join(', '), before: was };
  });
  return across(say.word('byCustomer'), count, lines, say);
}

function people({ people: all }: Figures, say: Wording): Section {
  const rows = all.slice(0, 2 * most).map(({ handle, went, backlog, minutes }) => ({
    label: say.person(handle),
    value: [
      `${say.word('went')} ${went}`,
      `${say.word('backlog')} ${backlog}`,
      ...(minutes > 0 ? [hoursText(minutes * 60_000, say)] : []),
    ].join(', '),
    before: '',
  }));
  return { title: say.word('people'), chart: null, rows };
}

function hours(now: Figures, before: Figures, say: Wording): Section {
  const lines = now.hours.map(({ kind, minutes }) => ({
    label: say.value(kind),
    value: minutes / 60,
    before: (before.hours.find((one) => one.kind === kind)?.minutes ?? 0) / 60,
  }));
  return across(say.word('hours'), inHours, lines, say);
}

/** Currencies stand side by side: no sum of them exists. */
function quotes(now: Figures, before: Figures, say: Wording): Section {
  const kinds = ['made', 'approved', 'declined'] as const;
  const text = (sum: { count: number; amount: number } | undefined, currency: string): string =>
    sum === undefined ? '' : `${sum.count} (${localMoney({ amount: sum.amount, currency }, say.language)})`;
  const rows = now.quotes.flatMap((quote) => {
    const was = before.quotes.find(({ currency }) => currency === quote.currency);
    return kinds.map((kind) => ({
      label: `${say.word(kind)}, ${quote.currency}`,
      value: text(quote[kind], quote.currency),
      before: text(was?.[kind], quote.currency),
    }));
  });
  return { title: say.word('quotes'), chart: null, rows };
}

const contracts = ({ contracts: all }: Figures, say: Wording): Section => ({
  title: say.word('contracts'),
  chart: null,
  rows: all.slice(0, 2 * most).map(({ number, customer, ends }) => ({
    label: number,
    value: `${say.customer(customer)}, ${say.word('ends')} ${say.day(Date.parse(`${ends}T12:00:00Z`))}`,
    before: '',
  })),
});

function ratings({ ratings: given }: Figures, say: Wording): Section {
  const lines = given.map((value, at) => ({ label: `${at + 1} ${say.word('of5')}`, value }));
  return across(say.word('ratings'), count, lines.toReversed(), say);
}
