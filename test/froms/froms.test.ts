import { expect, test } from 'vitest';
import { runFroms } from './run-froms.ts';

test('A12, 5322-2, 6854-1: 2,000 From fields: none that any two of three readers read otherwise proves a sender', async () => {
  const { heads, proved, disagreed, failures } = await runFroms({ headers: 2_000, seed: 20_260_302 });
  expect(failures).toEqual([]);
  expect(heads).toBe(2_000);
  expect(proved).toBeGreaterThan(200);
  expect(disagreed).toBeGreaterThan(200);
}, 120_000);
