import { allSources, isProbing, sourcesOf } from '../../domain/authenticate/sources.ts';
import { doubtOf, newTrust } from '../../domain/authenticate/trust.ts';
import type { Watched } from '../../domain/decide/watch-borders.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Arrival } from '../../domain/ticket.ts';

/** The borders that prove nobody at the moment, and why (8601-4). */
export async function doubtedNow(at: Reading): Promise<ReadonlyMap<string, string>> {
  const trusts = await at.trusts();
  return new Map(trusts.map((trust) => [trust.source, doubtOf(trust)] as const).filter(([, why]) => why !== ''));
}

/** The borders of this desk, and whether the word of each counts for a mail. */
export async function watchedOf(
  at: Reading,
  { arrival, probe }: { arrival: Pick<Arrival, 'source'>; probe: number | null },
  settings: Settings,
): Promise<Watched> {
  const counting = sourcesOf({ arrival, settings }).map(({ id }) => id);
  const probing = isProbing(settings);
  if (counting.length === 0 && probe === null) return { borders: [], probe, probing };
  const known = new Map((await at.trusts()).map((trust) => [trust.source, trust]));
  const borders = allSources(settings).map((source) => ({
    source,
    trust: known.get(source.id) ?? newTrust(source.id),
    counts: counting.includes(source.id),
  }));
  return { borders, probe, probing };
}
