import type { Facts } from '../../domain/decide/facts.ts';
import type { DigestName } from '../../domain/digest/digest.ts';
import type { Check } from '../../domain/digest/ledger-mail.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Person, Settings } from '../../domain/settings.ts';
import { writeLedger } from './ledger.ts';
import { writeOverview } from './overview.ts';
import { writeReport } from './reports.ts';
import { writeWorklist } from './worklist.ts';

/** Of one mail to one person. `settings`: with all customers; `checks`: what the desk found when it looked itself over. */
export type Writing = {
  settings: Settings;
  person: Person;
  now: number;
  newId: Facts['newId'];
  checks: readonly Check[];
};

/** What each of them says; nothing where there is nothing to say. */
export const writers: Readonly<Record<DigestName, (at: Reading, on: Writing) => Promise<Effect[]>>> = {
  worklist: writeWorklist,
  overview: writeOverview,
  ledger: writeLedger,
  weekly: writeReport('week'),
  monthly: writeReport('month'),
};
