import type { Span } from '../digest/days.ts';
import { totalsOf } from '../quote/totals.ts';
import type { ContractSettings } from '../settings.ts';
import { type Age, ages, type Flow, type ReportFacts } from './facts.ts';
import { type Percentiles, percentiles } from './percentiles.ts';
import type { Period } from './period.ts';

/** What a period came to. Times in ms of work; money in minor units, never added up across currencies. */
export type Figures = {
  came: number;
  went: number;
  backlogBefore: number;
  backlog: number;
  parts: readonly (Span & { came: number; went: number })[];
  states: readonly { process: string; state: string; count: number }[];
  ages: readonly { age: Age; count: number }[];
  firstResponse: Percentiles | null;
  resolution: Percentiles | null;
  clocks: ReportFacts['clocks'];
  customers: readonly { customer: string | null; came: number; went: number; backlog: number; minutes: number }[];
  people: readonly { handle: string | null; went: number; backlog: number; minutes: number }[];
  hours: readonly { kind: string; minutes: number }[];
  quotes: readonly { currency: string; made: Sum; approved: Sum; declined: Sum }[];
  contracts: readonly { number: string; customer: string; ends: string }[];
  ratings: readonly number[];
  /** Of 1 to 5; null where nobody rated. */
  satisfaction: number | null;
};

type Sum = { count: number; amount: number };

/** What a report needs beside the store. `worked`: ms of work between two instants, in the hours that count for a customer. */
export type Reckoning = {
  period: Period;
  worked(customer: string | null, from: number, to: number): number;
  contracts: readonly (Pick<ContractSettings, 'number' | 'ends'> & { customer: string })[];
};

/** Adds up a period. What came less what went is what the backlog grew by. */
export function figuresOf(facts: ReportFacts, { period, worked, contracts }: Reckoning): Figures {
  const { flows, before, after, hours } = facts;
  const done = flows.filter(({ way, deleted }) => way === 'out' && !deleted);
  const given = [1, 2, 3, 4, 5].map((figure) => facts.ratings.find((one) => one.figure === figure)?.count ?? 0);
  return {
    ...flowOf(flows),
    backlogBefore: before,
    backlog: sum(after.map(({ count }) => count)),
    parts: period.parts.map((part) => ({ ...part, ...flowOf(flows.filter(({ at }) => at >= part.from && at < part.to)) })),
    states: statesOf(after),
    ages: ages.map((age) => ({ age, count: sum(after.filter((one) => one.age === age).map(({ count }) => count)) })),
    firstResponse: percentiles(facts.answered.map(({ customer, opened, at }) => worked(customer, opened, at))),
    resolution: percentiles(done.map(({ customer, opened, at }) => worked(customer, opened, at))),
    clocks: facts.clocks,
    customers: byCustomer(facts),
    people: byPerson(facts, done),
    hours: summed(
      hours,
      ({ kind }) => kind,
      ({ minutes }) => minutes,
    ).map(([kind, minutes]) => ({ kind, minutes })),
    quotes: quotesOf(facts.quotes, period),
    contracts: contracts.toSorted((one, other) => one.ends.localeCompare(other.ends) || one.number.localeCompare(other.number)),
    ratings: given,
    satisfaction: averageOf(given),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const flowOf = (flows: readonly Flow[]): { came: number; went: number } => {
  const came = flows.filter(({ way }) => way === 'in').length;
  return { came, went: flows.length - came };
};

/** Sums by a key, the largest first. */
function summed<Row, Key extends string | null>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  amountOf: (row: Row) => number,
): [Key, number][] {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + amountOf(row));
  return [...sums].toSorted(([a, one], [b, other]) => other - one || String(a).localeCompare(String(b)));
}

function statesOf(after: ReportFacts['after']): Figures['states'] {
  const keyOf = ({ process, state }: { process: string; state: string }): string => `${process} ${state}`;
  return summed(after, keyOf, ({ count }) => count).map(([key, count]) => {
    const [process = '', state = ''] = key.split(' ');
    return { process, state, count };
  });
}

function byCustomer({ flows, after, hours }: ReportFacts): Figures['customers'] {
  const all = [...new Set([...flows, ...after, ...hours].map(({ customer }) => customer))];
  const isOf = (customer: string | null) => (one: { customer: string | null }) => one.customer === customer;
  return all
    .map((customer) => ({
      customer,
      ...flowOf(flows.filter(isOf(customer))),
      backlog: sum(after.filter(isOf(customer)).map(({ count }) => count)),
      minutes: sum(hours.filter(isOf(customer)).map(({ minutes }) => minutes)),
    }))
    .toSorted((one, other) => other.came - one.came || other.backlog - one.backlog || other.minutes - one.minutes);
}

function byPerson({ after, hours }: ReportFacts, done: readonly Flow[]): Figures['people'] {
  const all = [...new Set([...[...done, ...after].map(({ assignee }) => assignee), ...hours.map(({ handle }) => handle)])];
  return all
    .map((handle) => ({
      handle,
      went: done.filter(({ assignee }) => assignee === handle).length,
      backlog: sum(after.filter(({ assignee }) => assignee === handle).map(({ count }) => count)),
      minutes: sum(hours.filter((one) => one.handle === handle).map(({ minutes }) => minutes)),
    }))
    .toSorted((one, other) => other.went - one.went || other.backlog - one.backlog || other.minutes - one.minutes);
}

function quotesOf(quotes: ReportFacts['quotes'], { from, to }: Span): Figures['quotes'] {
  const isIn = (at: number | null): boolean => at !== null && at >= from && at < to;
  const currencies = [...new Set(quotes.map(({ offer }) => offer.currency))].toSorted();
  return currencies.map((currency) => {
    const ofIt = quotes.filter(({ offer }) => offer.currency === currency);
    const settled = (status: 'approved' | 'declined') => sumOf(ofIt.filter((one) => one.status === status && isIn(one.settled)));
    return {
      currency,
      made: sumOf(ofIt.filter(({ made }) => isIn(made))),
      approved: settled('approved'),
      declined: settled('declined'),
    };
  });
}

/** Before tax. */
const sumOf = (quotes: ReportFacts['quotes']): Sum => ({
  count: quotes.length,
  amount: sum(quotes.map(({ offer }) => totalsOf(offer).net.amount)),
});

function averageOf(given: readonly number[]): number | null {
  const all = sum(given);
  return all === 0 ? null : sum(given.map((count, at) => count * (at + 1))) / all;
}
