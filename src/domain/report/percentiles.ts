/** How many there are, what half of them, and nine of ten, do not exceed. */
export type Percentiles = { count: number; median: number; ninetieth: number };

/** By the nearest rank, so that each figure is one that was measured; null where nothing was. */
export function percentiles(values: readonly number[]): Percentiles | null {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return sorted.length === 0 ? null : { count: sorted.length, median: rank(0.5), ninetieth: rank(0.9) };
}
