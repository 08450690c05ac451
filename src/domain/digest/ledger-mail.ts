import { type Desk, toAssociate } from '../answer/outgoing.ts';
import { dayFor } from '../answer/time-for.ts';
import type { Effect } from '../effect.ts';
import type { Person } from '../settings.ts';
import { comesAgain, endingLink } from './coming.ts';
import { ledgerTerms, type MailLedger } from './ledger.ts';

/** What the desk found when it looked itself over. */
export type Check = { check: string; state: 'well' | 'look' | 'trouble'; found: string; todo: string };

export type LedgerFacts = Desk & { person: Person; ledger: MailLedger; checks: readonly Check[]; date: string };

/** What became of the mail of a day, and how the desk is; nothing where no mail came and all is well. */
export function ledgerMail(facts: LedgerFacts): Effect[] {
  const { settings, person, ledger, checks, date } = facts;
  const wrong = checks.filter(({ state }) => state !== 'well');
  if (ledger.seen === 0 && wrong.length === 0) return [];
  const data = {
    deskName: settings.desk.name,
    day: dayFor(Date.parse(date), person, settings.desk),
    seen: ledger.seen,
    terms: ledgerTerms
      .map((name) => ({ name, count: ledger.terms[name] }))
      .filter(({ name, count }) => count > 0 || name === 'unaccounted'),
    unaccounted: ledger.terms.unaccounted,
    ids: ledger.unaccounted,
    checks: checks.length,
    wrong: wrong.length,
    lines: wrong.map(({ check, found, todo }) => [`${check}: ${found}`, todo].filter((one) => one !== '').join('; ')),
    off: endingLink('ledger'),
  };
  return toAssociate(facts, person, { ...comesAgain('ledger'), template: 'ledger', data });
}
