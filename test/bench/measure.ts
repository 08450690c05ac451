import { setTimeout as sleep } from 'node:timers/promises';

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Linear between neighbours; NaN where there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at % 1);
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds since the epoch, finer than Date.now: two processes of one machine compare theirs. */
export const instant = (): number => performance.timeOrigin + performance.now();

/** Lets what was written sink to the disk and garbage be collected, so that one measurement does not pay for the one before. */
export const settleDown = (): Promise<void> => sleep(200);
