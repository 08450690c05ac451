import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { cadenceFor, lastOver, type NamedPeriod } from '../../domain/review/cadence.ts';
import { regularReview, reviewKey } from '../../domain/review/regular-review.ts';
import type { CustomerSettings, Settings } from '../../domain/settings.ts';
import { withDirectory } from '../journey/5-directory.ts';
import { reviewFacts } from '../review/review-facts.ts';
import type { JobParts } from './job.ts';

/** Drafts the reviews of the last period that is over, each once; of several that were missed, the last. */
export async function draftReviews({ store, clock, settings, newId }: JobParts): Promise<void> {
  const now = clock.now();
  const all = await store.read((at) => withDirectory(at, settings()));
  const hours = deskHours(all);
  for (const [customer, period] of dueReviews(all, now)) {
    const key = reviewKey(customer, period);
    if ((await store.read((at) => at.toldOnce([key]))).has(key)) continue;
    await store.write(async (at) => {
      const facts = (await at.toldOnce([key])).has(key) ? null : await reviewFacts(at, all, customer.id);
      if (facts !== null) await at.apply(regularReview({ settings: all, now, newId }, hours, facts, period), now, null);
    });
  }
}

function dueReviews({ customers, sla, desk }: Settings, now: number): [CustomerSettings, NamedPeriod][] {
  return customers.flatMap((customer) => {
    const cadence = cadenceFor(customer, sla.reviews);
    return cadence === null ? [] : [[customer, lastOver(cadence, now, customer.timezone ?? desk.timezone)]];
  });
}
