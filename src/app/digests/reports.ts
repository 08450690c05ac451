import type { Effect } from '../../domain/effect.ts';
import type { Reading } from '../../domain/ports.ts';
import { lastPeriod, type PeriodKind } from '../../domain/report/period.ts';
import { reportMail } from '../../domain/report/report-mail.ts';
import type { Writing } from './writers.ts';

/** The report on the last whole week or month; nothing where no mail came in it and nothing is open. */
export const writeReport =
  (kind: PeriodKind) =>
  async (at: Reading, { settings, person, now, newId }: Writing): Promise<Effect[]> => {
    const { period } = lastPeriod(kind, now, settings.desk.timezone);
    const { seen } = await at.mailLedger(period.from, period.to);
    const open = await at.ticketCount({ open: true });
    return seen + open === 0 ? [] : reportMail({ settings, now, newId }, person, kind, null);
  };
