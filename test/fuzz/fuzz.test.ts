import { expect, test } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

test('A13, A14: 2,000 broken and hostile mails: each is a mail or unreadable, none stops its reader or takes 2 s', async () => {
  const cases = 2_000;
  const { mails, unreadable, failures, slowest } = await runFuzz({ cases, seed: 20_260_302 });
  expect(failures).toEqual([]);
  expect(mails + unreadable).toBe(cases);
  expect(slowest.ms).toBeLessThan(2_000);
}, 120_000);
