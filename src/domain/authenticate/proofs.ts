import { headerValues } from '../mail.ts';
import type { Person, TrustedSource } from '../settings.ts';
import { type BelievedResults, believedResults, claimedResults } from './authentication-results.ts';
import { type Dmarc, dmarcOf } from './dmarc.ts';
import { ownProof } from './own-proof.ts';
import { splitAddress } from './reply-address.ts';
import { sourcesOf } from './sources.ts';
import type { Evidence, Witness } from './verdict.ts';

/** What the checks of a mail's From say together. */
export type Proof = {
  dmarc: Dmarc['result'];
  alignedDomain: string | null;
  proved: boolean;
  failed: boolean;
  retryable: boolean;
  by: string;
  evidence: Evidence;
};

/** What one check says; `by` in words. */
type Check = Omit<Proof, 'evidence'>;
const unproved: Check = { dmarc: 'none', alignedDomain: null, proved: false, failed: false, retryable: false, by: 'none' };

/**
 * Asks every check: SMTP AUTH, our own verification, the border's header. One that proves suffices, one that fails
 * outweighs it: a border may have been told what we cannot see, and the other way round.
 */
export function proofOf(witness: Witness, identity: string | null): Proof {
  const { mail, verification } = witness;
  const believed = believedResults(mail.headers, trustedOf(witness));
  const claimed = claimedResults(mail.headers, believed).slice(0, mostClaims).map(cut);
  const evidence = { believed: (believed?.fields ?? []).map(cut), claimed, verification };
  if (identity === null) return { ...unproved, by: 'no single From address that every reader agrees on', evidence };
  const login = loginCheck(witness, identity);
  if (login !== null) return { ...login, evidence };
  const checks = [
    ownCheck(witness, identity),
    borderCheck(witness, identity, believed),
    doubtedCheck(witness, identity),
    insideCheck(witness, identity),
  ];
  return { ...together(checks.filter((check) => check !== null)), evidence };
}

const trustedOf = (witness: Witness): TrustedSource[] => sourcesOf(witness).filter(({ id }) => !witness.doubted.has(id));

/** What anybody may write is kept with the mail: not without end. */
const mostClaims = 20;
const cut = (field: string): string => (field.length > 2_000 ? `${field.slice(0, 2_000)}…` : field);

function together(checks: readonly Check[]): Check {
  const telling = checks.find(({ failed }) => failed) ?? checks.find(({ proved }) => proved);
  if (telling !== undefined) return telling;
  const retryable = checks.some((check) => check.retryable);
  const by = checks.map((check) => check.by).filter((words) => words !== 'none');
  return { ...unproved, retryable, by: by.join('; ') || 'none' };
}

/** SMTP AUTH on our own listener: the handle's password was given, and From is one of that person's addresses. */
function loginCheck({ arrival, settings }: Witness, identity: string): Check | null {
  const { authUser } = arrival;
  if (authUser === null) return null;
  const person = settings.people.find(({ handle }) => handle === authUser);
  if (!person?.addresses.includes(identity)) return { ...unproved, by: `SMTP AUTH as ${authUser}, whose address From is not` };
  return { ...unproved, proved: true, by: `SMTP AUTH as ${authUser}` };
}

function ownCheck({ mail, arrival, settings, verification }: Witness, identity: string): Check | null {
  if (verification === null) return null;
  const sealers = settings.authentication.sealers ?? [];
  const { result, alignedDomain, by, retryable } = ownProof(mail, identity, verification, arrival.receivedAt, sealers);
  const verdict = { dmarc: result, alignedDomain, proved: result === 'pass', failed: result === 'fail', retryable };
  return { ...verdict, by: `own verification: ${by}` };
}

function borderCheck({ mail, settings }: Witness, identity: string, believed: BelievedResults | null): Check | null {
  if (believed === null) return null;
  const dmarc = dmarcOf(mail, splitAddress(identity)[1], believed);
  const named = `Authentication-Results of ${believed.by}`;
  const login = believed.results
    .find(({ method, result }) => method === 'auth' && result === 'pass')
    ?.properties.get('smtp.auth');
  if (dmarc.result !== 'fail' && login !== undefined && isLoginOf(login, identity, settings.people))
    return { ...unproved, dmarc: dmarc.result, proved: true, by: `${named}: login ${login}` };
  const { result, alignedDomain } = dmarc;
  const verdict = { dmarc: result, alignedDomain, proved: result === 'pass', failed: result === 'fail', retryable: false };
  return { ...verdict, by: `${named}: dmarc ${result}` };
}

/** A source in doubt proves nobody, but whom it finds false is false (8601-4). */
function doubtedCheck(witness: Witness, identity: string): Check | null {
  const { mail, doubted } = witness;
  const found = believedResults(
    mail.headers,
    sourcesOf(witness).filter(({ id }) => doubted.has(id)),
  );
  const check = borderCheck(witness, identity, found);
  if (found === null || check === null || check.failed) return check;
  return { ...unproved, by: `Authentication-Results of ${found.by}: ${doubted.get(found.by)}` };
}

const isLoginOf = (login: string, identity: string, people: readonly Person[]): boolean =>
  login === identity || people.some(({ handle, addresses }) => handle === login && addresses.includes(identity));

/** Microsoft 365 takes these fields off whatever comes from outside, and says by them who was logged in (ms-3). */
function insideCheck(witness: Witness, identity: string): Check | null {
  const { mail, settings } = witness;
  if (!trustedOf(witness).some(({ mode }) => mode === 'm365')) return null;
  const [first = '', ...more] = headerValues(mail, 'x-ms-exchange-organization-authas');
  const isInside = more.length === 0 && first.trim().toLowerCase() === 'internal';
  if (!isInside || !settings.desk.ownDomains.includes(splitAddress(identity)[1])) return null;
  return { ...unproved, proved: true, by: 'Microsoft 365: sent from inside (AuthAs Internal)' };
}
