import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { live, type Wanted } from './life.ts';
import { sabotaged } from './sabotages.ts';

/** The laws that did not hold, each with what was wrong. */
async function broken(wanted: Wanted): Promise<Record<string, readonly string[]>> {
  const lived = await live(wanted);
  await using _desks = lived.desks;
  const findings = await judge(lived);
  return Object.fromEntries(findings.filter(({ wrong }) => wrong.length > 0).map(({ law, wrong }) => [law, wrong]));
}

test('ten days of a busy desk: nothing missed, nothing doubled, nobody woken; `npm run simulate` plays 400', async () => {
  expect(await broken({ days: 10, seed: 7, downtimes: 3, tickets: 1.5 })).toEqual({});
}, 120_000);

test.each(Object.entries({ 'forgets-what-it-did': 5, 'writes-at-night': 8, 'never-looks-again': 7 }))(
  'the laws notice a desk that %s',
  async (name, days) => {
    const found = await broken({ days, seed: 1, downtimes: 2, tickets: 2, storeOf: sabotaged(name) });
    expect(Object.keys(found)).not.toEqual([]);
  },
  120_000,
);
