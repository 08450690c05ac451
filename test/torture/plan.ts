import { faultPoints } from '../../src/app/fault-points.ts';
import type { Chance } from './chance.ts';

/** How one run of the desk ends. */
export type Ending =
  | { kind: 'point'; at: string; count: number }
  /** SIGKILL so many milliseconds after its start: also while it starts or recovers. */
  | { kind: 'random'; after: number }
  /** SIGTERM in the middle of work: it must stop by itself in time (F-12). */
  | { kind: 'stop'; after: number };

/** Every named point once, then for ever points, random moments and stops. */
export function* endings(chance: Chance): Generator<Ending> {
  for (const at of faultPoints) yield { kind: 'point', at, count: 1 };
  for (;;) {
    const kind = chance.weighted({ point: 60, random: 30, stop: 10 });
    if (kind === 'point') yield* pointAgain(chance);
    else yield { kind, after: chance.whole(0, kind === 'random' ? 3_000 : 2_000) };
  }
}

/** Recovery has something to do only after mails were received and not decided. */
function* pointAgain(chance: Chance): Generator<Ending> {
  const at = chance.pick(faultPoints);
  if (at === 'resuming') yield { kind: 'point', at: 'durable', count: chance.whole(1, 3) };
  yield { kind: 'point', at, count: at === 'resuming' || at === 'connected' ? 1 : chance.whole(1, 12) };
}

export const shown = (ending: Ending): string =>
  ending.kind === 'point' ? `${ending.at}:${ending.count}` : `${ending.kind} after ${ending.after} ms`;
