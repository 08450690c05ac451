import { dayOf } from '../../domain/digest/days.ts';
import { ledgerMail } from '../../domain/digest/ledger-mail.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Writing } from './writers.ts';

/** What became of yesterday's mail, by the desk's clocks, and how the desk is. */
export async function writeLedger(at: Reading, { settings, person, now, newId, checks }: Writing): Promise<Effect[]> {
  const { date, from, to } = dayOf(now, settings.desk.timezone, 1);
  return ledgerMail({ settings, person, now, newId, date, checks, ledger: await at.mailLedger(from, to) });
}
