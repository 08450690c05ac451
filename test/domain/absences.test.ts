import { expect, test } from 'vitest';
import { standInOf, waitingOnes } from '../../src/domain/decide/away.ts';
import { absencesNow } from '../../src/domain/directory/absences.ts';
import type { Settings } from '../../src/domain/settings.ts';

const away = (timezone: string | null) =>
  ({
    people: [{ handle: 'maria', timezone, away: [{ from: '2026-03-02', until: '2026-03-06', to: 'ravi' }] }],
    desk: { timezone: 'Europe/Berlin' },
  }) as unknown as Pick<Settings, 'people' | 'desk'>;

test.each([
  ['Europe/Berlin', '2026-03-01T22:59', null],
  ['Europe/Berlin', '2026-03-01T23:00', '2026-03-06T23:00'],
  ['Asia/Tokyo', '2026-03-01T15:00', '2026-03-06T15:00'],
  [null, '2026-03-06T22:59', '2026-03-06T23:00'],
  [null, '2026-03-06T23:00', null],
])('the days of people.yaml are those of %s: at %s away until %s', (zone, at, until) => {
  const [absence] = absencesNow(away(zone), Date.parse(`${at}:00Z`));
  expect(absence === undefined ? null : new Date(absence.until).toISOString().slice(0, 16)).toBe(until);
});

test('a stand-in who is away too stands in for nobody', () => {
  const one = (handle: string, awayUntil: number | null, awayTo: string | null = null) => ({
    handle,
    awayUntil,
    awayTo,
    open: 0,
    receipts: true,
    digestsOff: [],
    urgent: 0,
  });
  const maria = one('maria', 100, 'ravi');
  expect(standInOf(maria, [maria, one('ravi', null)], 50)).toBe('ravi');
  expect(standInOf(maria, [maria, one('ravi', 80)], 50)).toBeNull();
  expect(standInOf(maria, [maria], 50)).toBeNull();
});

test('what waits for a customer waits on; by the rule “all” nothing does', () => {
  const tickets = [{ waitsFor: 'customer' }, { waitsFor: 'staff' }, { waitsFor: 'provider' }, { waitsFor: 'lead' }] as never;
  expect(waitingOnes(tickets, 'waiting')).toMatchObject([{ waitsFor: 'staff' }, { waitsFor: 'lead' }]);
  expect(waitingOnes(tickets, 'all')).toHaveLength(4);
});
