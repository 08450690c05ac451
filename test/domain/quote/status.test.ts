import { expect, test } from 'vitest';
import { dayAfter, endOf, quoteStatus } from '../../../src/domain/quote/status.ts';

const statusAt = (valid: string, zone: string, at: string) =>
  quoteStatus({ status: 'open', offer: { valid, zone } }, Date.parse(at));

test.each([
  ['London, winter', '2026-12-01', 'Europe/London', '2026-12-02T00:00:00Z'],
  ['Berlin, winter', '2026-12-01', 'Europe/Berlin', '2026-12-01T23:00:00Z'],
  ['Berlin, clocks go forward that day', '2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
  ['Berlin, clocks go back that day', '2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
  ['Auckland is a day ahead', '2026-12-01', 'Pacific/Auckland', '2026-12-01T11:00:00Z'],
  ['Honolulu is behind', '2026-12-01', 'Pacific/Honolulu', '2026-12-02T10:00:00Z'],
  ['Santiago has no midnight on the day after', '2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
])('an offer counts to the end of its last day where the customer is: %s', (_where, valid, zone, over) => {
  const end = Date.parse(over);
  expect(endOf(valid, zone)).toBe(end);
  expect(statusAt(valid, zone, new Date(end - 1).toISOString())).toBe('open');
  expect(statusAt(valid, zone, over)).toBe('expired');
});

test('what was settled stays as it was settled, however late it is', () => {
  const offer = { valid: '2026-12-01', zone: 'UTC' };
  for (const status of ['approved', 'declined', 'superseded'] as const)
    expect(quoteStatus({ status, offer }, Date.parse('2027-01-01T00:00:00Z'))).toBe(status);
});

test('days are counted where the customer is', () => {
  expect(dayAfter(30, Date.parse('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toBe('2026-12-23');
  expect(dayAfter(30, Date.parse('2026-11-22T23:30:00Z'), 'Europe/London')).toBe('2026-12-22');
});
