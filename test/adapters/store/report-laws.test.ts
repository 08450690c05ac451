import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { ledgerTerms } from '../../../src/domain/digest/ledger.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { TicketChange } from '../../../src/domain/ticket.ts';
import { fetched, monday, ticket } from '../../support/store-facts.ts';

const hour = 3_600_000;
const opening = async (now: () => number) => {
  const store = await openStore({ file: ':memory:', now });
  return Object.assign(store, { [Symbol.asyncDispose]: () => store.close() });
};

/** What may happen to a ticket, with what it means at that time. */
const deeds: Readonly<Record<string, (now: number) => TicketChange>> = {
  close: (now) => ({ state: 'closed', closed: now, waitsFor: 'nobody' }),
  reopen: () => ({ state: 'raised', closed: null, waitsFor: 'staff' }),
  wait: () => ({ waitsFor: 'customer' }),
  delete: (now) => ({ deleted: now }),
  restore: () => ({ deleted: null }),
  move: () => ({ state: 'scoping', closed: null }),
};

const life = fc.record({
  opened: fc.integer({ min: 0, max: 100 }),
  deeds: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(...Object.keys(deeds))), { maxLength: 6 }),
});

test('law: what came less what went is what the backlog grew by, whatever is done to tickets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { maxLength: 6 }), fc.nat(220), fc.nat(120), async (lives, start, length) => {
      await using store = await opening(() => monday);
      await store.write(async (at) => {
        for (const [index, { opened, deeds: done }] of lives.entries()) {
          let now = monday + opened * hour;
          const number = ticketNo(index + 1);
          await at.apply([{ act: 'open-ticket', ticket: ticket(number, { opened: now, updated: now }) }], now, null);
          for (const [after, name] of done) {
            now += after * hour;
            await at.apply([{ act: 'change-ticket', ticket: number, set: deeds[name]?.(now) ?? {} }], now, null);
          }
        }
      });
      const [from, to] = [monday + start * hour, monday + (start + length) * hour];
      const { flows, before, after } = await store.read((at) => at.reportFacts(from, to));
      const came = flows.filter(({ way }) => way === 'in').length;
      const backlog = after.reduce((sum, { count }) => sum + count, 0);
      expect(came - (flows.length - came)).toBe(backlog - before);
      expect(flows.every(({ at }) => at >= from && at < to)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

const outcomes = ['created', 'appended', 'commanded', 'bounced', 'ignored', 'held', 'duplicate'] as const;
const arrival = fc.record({
  day: fc.integer({ min: 0, max: 2 }),
  outcome: fc.option(fc.constantFrom(...outcomes)),
  isThere: fc.boolean(),
});

test('law: each mail that was taken stands in one term of one day, and the terms add up to all that was seen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { maxLength: 12 }), async (mails) => {
      let now = monday;
      await using store = await opening(() => now);
      let lost = 0;
      await store.write(async (at) => {
        await at.apply([{ act: 'open-ticket', ticket: ticket(1) }], now, null);
        for (const [uid, { day, outcome, isThere }] of mails.entries()) {
          now = monday + day * 24 * hour;
          const [id] = await at.addArrivals([fetched(uid + 1)]);
          const named = outcome === 'created' || outcome === 'appended';
          if (outcome === null || (named && !isThere)) lost += 1;
          if (id === undefined || outcome === null) continue;
          const on = named ? ticketNo(isThere ? 1 : 99) : null;
          await at.decide(id, { outcome, ticket: on, why: '', messageId: null, contentHash: null });
        }
      });
      const days = await store.read((at) =>
        Promise.all([0, 1, 2].map((day) => at.mailLedger(monday + day * 24 * hour, monday + (day + 1) * 24 * hour))),
      );
      for (const { seen, terms } of days) expect(ledgerTerms.reduce((sum, name) => sum + terms[name], 0)).toBe(seen);
      expect(days.reduce((sum, { seen }) => sum + seen, 0)).toBe(mails.length);
      expect(days.flatMap(({ unaccounted }) => unaccounted)).toHaveLength(lost);
    }),
    { numRuns: 40 },
  );
});
