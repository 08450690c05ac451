import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Notice } from '../../../src/domain/attention/notice.ts';
import { toldNow } from '../../../src/domain/attention/told-now.ts';
import { nextWorking } from '../../../src/domain/calendar/working-time.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { at, office } from '../due/due-facts.ts';

const notice = (id: number, when: string, severe = false): Notice => ({
  ...{ id, handle: 'maria', ticket: ticketNo(1001), clock: 'resolution', kind: 'warned', said: '50%' },
  ...{ at: at(when), severe },
});
const early = notice(1, '2026-03-02T07:00');
const severe = notice(2, '2026-03-02T07:00', true);

test.each<[string, readonly Notice[], string | null, string, number[]]>([
  ['at work, never told: at once', [early], null, '2026-03-02T09:00', [1]],
  ['at night: not yet', [early], null, '2026-03-02T08:59', []],
  ['told a moment ago: later', [early], '2026-03-02T09:00', '2026-03-02T09:14', []],
  ['a quarter of an hour later', [early], '2026-03-02T09:00', '2026-03-02T09:15', [1]],
  ['what is severe at night, by itself', [early, severe], null, '2026-03-02T07:01', [2]],
  ['what is severe at work takes the rest along', [early, severe], '2026-03-02T09:00', '2026-03-02T09:01', [1, 2]],
  ['on a Sunday', [early], null, '2026-03-08T12:00', []],
])('%s', (_name, notices, last, now, expected) => {
  const told = toldNow(notices, last === null ? null : at(last), office, at(now));
  expect(told.map(({ id }) => id)).toEqual(expected);
});

test('law: minute by minute, no two mails within a quarter of an hour, none at night, and nothing is left over', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(moments, (minutes) => {
      const start = at('2026-03-02T00:00');
      let waiting = minutes.map((minute, id): Notice => ({ ...early, id, at: start + minute * 60_000 }));
      const mails: number[] = [];
      for (let now = start; now < start + 5 * 24 * 3_600_000; now += 60_000) {
        const told = toldNow(
          waiting.filter((one) => one.at <= now),
          mails.at(-1) ?? null,
          office,
          now,
        );
        if (told.length === 0) continue;
        mails.push(now);
        waiting = waiting.filter((one) => !told.includes(one));
      }
      expect(waiting).toEqual([]);
      for (const [index, mail] of mails.entries()) {
        expect(nextWorking(office, mail)).toBe(mail);
        expect(mail - (mails[index - 1] ?? 0)).toBeGreaterThanOrEqual(15 * 60_000);
      }
    }),
    { numRuns: 20 },
  );
});
