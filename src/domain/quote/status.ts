import { Temporal } from 'temporal-polyfill';
import type { Quote, QuoteStatus } from './quote.ts';

/** How an offer stands at `now`: an open one whose last day is over has expired, whether anybody noticed or not. */
export function quoteStatus(
  { status, offer }: Pick<Quote, 'status'> & { offer: Pick<Quote['offer'], 'valid' | 'zone'> },
  now: number,
): QuoteStatus {
  return status === 'open' && now >= endOf(offer.valid, offer.zone) ? 'expired' : status;
}

/**
 * The first instant after a day in a zone; where clocks skip that midnight, the first instant after the gap.
 *
 * @param day ISO date
 */
export const endOf = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds;

/** The day that is so many days after the one that clocks of a zone show at `now`; ISO. */
export const dayAfter = (days: number, now: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString();
