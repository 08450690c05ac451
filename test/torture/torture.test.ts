import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultPoint, faultPoints } from '../../src/app/fault-points.ts';
import { laws } from './laws.ts';
import { endings } from './plan.ts';
import { isGood, type Judgement, judge, summary } from './report.ts';
import { sabotages } from './sabotages.ts';
import { clearAway, type Torment, torment } from './torment.ts';
import { trySabotage, verdict } from './try-sabotages.ts';

/** Milliseconds, on a busy machine with two cores; a quiet one needs a fifth. */
const patience = 240_000;

const faults: readonly [string, readonly FaultPoint[]][] = [
  ['F-1: after the connection to the mailbox', ['connected']],
  ['F-3: after the fetch, before and after the raw mails are durable', ['fetched', 'kept']],
  ['F-4: inside T1, and right after it', ['receiving', 'durable', 'received']],
  ['F-5: inside T2, before and after the effects', ['deciding', 'applied']],
  ['F-6: after T2, before the mail is filed on the server', ['stored', 'decided']],
  ['F-7: after the mail was filed, before and after T3', ['moved', 'closed']],
  ['F-8: after a mail was claimed for sending', ['claimed', 'sending']],
  ['F-10: after the 250, before and after the mark', ['accepted', 'settled']],
  ['F-11: while an earlier crash is recovered from', ['resuming']],
];

describe('killed once at every named point while mails flow', () => {
  let run: Torment;
  let judgement: Judgement;
  beforeAll(async () => {
    run = await torment({ rounds: faultPoints.length, mails: 180, seconds: 0, seed: 20_261_121, plan: endings });
    judgement = judge(run);
  }, patience);
  afterAll(async () => {
    if (isGood(judgement)) await clearAway(run.dir);
    else console.error(`${summary(run, judgement)}\nevidence: ${run.dir}`);
  });

  test.each(laws)('$id: $says', ({ id }) => {
    expect(judgement.find((each) => each.id === id)?.breaches).toEqual([]);
  });

  test.each(faults)('%s', (_, points) => {
    const died = run.rounds.filter(({ outcome }) => outcome === 'killed itself').map(({ ending }) => ending);
    for (const point of points) expect(died).toContainEqual({ kind: 'point', at: point, count: 1 });
  });

  test('every named point has its fault', () => {
    expect(faults.flatMap(([, points]) => points).toSorted()).toEqual(faultPoints.toSorted());
  });
});

describe('a desk with a deliberate mistake is caught by the law it breaks', () => {
  const rows = Object.entries(sabotages).map(([name, { does, breaks }]) => ({ name, does, breaks }));
  test.concurrent.for(rows)('$breaks: $name $does', { timeout: patience }, async ({ name, breaks }) => {
    const caught = await trySabotage(name, 1);
    const broken = caught.judgement.filter(({ breaches }) => breaches.length > 0).map(({ id }) => id);
    expect(broken, verdict(caught)).toContain(breaks);
  });
});
