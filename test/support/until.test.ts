import { expect, test } from 'vitest';
import { until } from './until.ts';

test('gives what the condition gave, as soon as it is something', async () => {
  let looks = 0;
  expect(await until(() => (++looks === 3 ? 'there' : undefined))).toBe('there');
  expect(await until(async () => 0)).toBe(0);
});

test('says what was waited for, how long, and what the last look gave', async () => {
  await expect(until(() => false, { within: 20, what: 'the moon' })).rejects.toThrow(
    'Waited 20 ms for the moon; the last look gave false',
  );
});

test('a condition that throws is not true yet; the last throw is told', async () => {
  let looks = 0;
  const shy = () => {
    if (++looks < 3) throw new Error('not yet');
    return true;
  };
  expect(await until(shy)).toBe(true);
  const broken = () => {
    throw new Error('no file');
  };
  await expect(until(broken, { within: 20 })).rejects.toThrow('the last look threw Error: no file');
});
