import type { Moved } from '../../workflow/moved.ts';
import type { Records } from '../../workflow/records.ts';

/** What is on record once a move is carried out, for what the same mail commands next: questions it took back wait no more. */
export function recordsAfter(records: Records, moved: Moved | undefined): Records {
  if (moved === undefined) return records;
  const { withdraws } = moved;
  const asks = records.asks.map((one) =>
    one.state === 'open' && withdraws.includes(one.ask) ? { ...one, state: 'withdrawn' as const } : one,
  );
  return { ...records, asks };
}
