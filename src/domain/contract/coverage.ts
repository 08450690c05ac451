import type { ContractSettings } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import type { Exception } from './exception.ts';
import { standsTo } from './term.ts';

/** What was used of a contract in its present term: minutes of work, tickets. */
export type Used = { minutes: number; incidents: number };

/** What a ticket is held against: on that day, for what it is about. */
export type Claim = {
  /** Epoch ms: when the customer asked. */
  at: number;
  /** IANA name; the customer's, else the desk's. */
  zone: string;
  type: string | null;
  site: string | null;
  product: string | null;
};

/** Whether a contract pays for a ticket, and if not, why. */
export type Coverage = {
  /** `expired`: one was there for it, and none is now. */
  contract: 'active' | 'expired' | 'none';
  covered: boolean;
  why: 'covered' | 'exception' | 'not-this-type' | 'used-up' | 'expired' | 'not-begun' | 'elsewhere' | 'none';
  /** The contract that speaks for it, or would; null where there is none. */
  number: string | null;
  /** The last day of that contract. */
  ends: string | null;
  /** Types it covers; empty: all. */
  covers: readonly string[];
  /** What it still includes; null where that is not counted. */
  minutesLeft: number | null;
  incidentsLeft: number | null;
};

/**
 * Holds a ticket against the contracts of its customer on one day.
 *
 * Of several that would do, the one that names its site or product speaks for it, then the one that ends first, so that it
 * is used while it runs.
 *
 * @param used what was used of a contract, by its number; this ticket left out
 */
export function coverageOf(
  contracts: readonly ContractSettings[],
  claim: Claim,
  used: ReadonlyMap<string, Used> = new Map(),
  exception: Exception | null = null,
): Coverage {
  const fitting = contracts.filter((one) => isFor(one, claim));
  const best = fitting.map((one) => judged(one, claim, used.get(one.number))).sort(byWorth(claim))[0]?.coverage;
  const found = best ?? { ...nothing, why: contracts.length > 0 ? ('elsewhere' as const) : ('none' as const) };
  return !found.covered && exception !== null ? { ...found, covered: true, why: 'exception' } : found;
}

/** The claim that a ticket makes on a day. */
export const claimOf = ({ type, fields }: Pick<Ticket, 'type' | 'fields'>, at: number, zone: string): Claim => ({
  at,
  zone,
  type,
  site: fields['site'] ?? null,
  product: fields['product'] ?? null,
});

const nothing: Coverage = {
  ...{ contract: 'none', covered: false, why: 'none', number: null, ends: null },
  ...{ covers: [], minutesLeft: null, incidentsLeft: null },
};

/** A contract for a site or product is for no other; what the ticket does not say speaks against none. */
const isFor = ({ sites, products }: ContractSettings, { site, product }: Claim): boolean =>
  names(sites, site) !== 'other' && names(products, product) !== 'other';

const names = (list: readonly string[], said: string | null): 'it' | 'any' | 'other' => {
  if (list.length === 0 || said === null) return 'any';
  return list.some((one) => one.toLowerCase() === said.toLowerCase()) ? 'it' : 'other';
};

type Judged = { contract: ContractSettings; coverage: Coverage };

function judged(contract: ContractSettings, claim: Claim, used: Used = { minutes: 0, incidents: 0 }): Judged {
  const { number, ends, covers, hours, incidents } = contract;
  const minutesLeft = hours === null ? null : Math.round(hours * 60) - used.minutes;
  const incidentsLeft = incidents === null ? null : incidents - used.incidents;
  const common = { number, ends, covers, minutesLeft, incidentsLeft };
  const stands = standsTo(claim.at, contract, claim.zone);
  if (stands === 'before') return { contract, coverage: { ...common, contract: 'none', covered: false, why: 'not-begun' } };
  if (stands === 'after') return { contract, coverage: { ...common, contract: 'expired', covered: false, why: 'expired' } };
  const isUsedUp = (minutesLeft !== null && minutesLeft <= 0) || (incidentsLeft !== null && incidentsLeft <= 0);
  const why = !coversType(covers, claim.type) ? 'not-this-type' : isUsedUp ? 'used-up' : 'covered';
  return { contract, coverage: { ...common, contract: 'active', covered: why === 'covered', why } };
}

/** A ticket whose type nobody has said yet is covered until it turns out to be something else. */
const coversType = (covers: readonly string[], type: string | null): boolean =>
  covers.length === 0 || type === null || covers.some((one) => one.toLowerCase() === type.toLowerCase());

const ranks: readonly Coverage['why'][] = ['covered', 'used-up', 'not-this-type', 'expired', 'not-begun'];

const byWorth =
  (claim: Claim) =>
  (a: Judged, b: Judged): number =>
    ranks.indexOf(a.coverage.why) - ranks.indexOf(b.coverage.why) ||
    closeness(b.contract, claim) - closeness(a.contract, claim) ||
    sooner(a, b);

const closeness = ({ sites, products }: ContractSettings, { site, product }: Claim): number =>
  [names(sites, site), names(products, product)].filter((one) => one === 'it').length;

/** Of those that run, the one that ends first; of those that ran out, the last. */
const sooner = (a: Judged, b: Judged): number => {
  const order = a.contract.ends < b.contract.ends ? -1 : Number(a.contract.ends > b.contract.ends);
  return a.coverage.why === 'expired' ? -order : order;
};
