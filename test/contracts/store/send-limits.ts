import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutboxRow } from '../../../src/domain/outbox.ts';
import type { SendLimits } from '../../../src/domain/settings.ts';
import { applied, monday, noLimits, opening, outgoing } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const minute = 60_000;
const hour = 60 * minute;
const people = ['jane@globex.example', 'john@globex.example', 'sam@other.example'];

/** What leaves no faster than it should. */
export function sendLimitsContract(open: OpenStore): void {
  describe('limits of what leaves', () => {
    const desk = useStore(open);
    const queue = (name: string, address: string, at: number, party: OutboxRow['party'] = 'contact') =>
      applied(
        desk.store,
        [{ act: 'queue-mail', mail: outgoing(1, name, { to: { name: '', address }, party, notBefore: at }) }],
        at,
      );
    const claim = (now: number, limits: SendLimits) => desk.store.write((to) => to.claimDue(now, 5, 'run', now + hour, limits));
    const send = async (now: number, limits: SendLimits) => {
      const rows = await claim(now, limits);
      for (const { id } of rows)
        await desk.store.write((to) => to.settle(id, 'run', { state: 'sent', next: null, error: null, at: now }));
      return rows;
    };
    const names = (rows: readonly OutboxRow[]) => rows.map(({ messageId: id }) => id.slice(1, id.indexOf('@')));

    test('a third mail within the hour waits for its turn and says why; others pass it', async () => {
      await applied(desk.store, opening(1));
      const limits = { ...noLimits, perRecipient: { count: 2, within: hour } };
      for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) await queue(name, 'jane@globex.example', monday + at);
      await queue('john', 'john@globex.example', monday + 10);
      expect(names(await send(monday + minute, limits))).toEqual(['a', 'b', 'john']);
      const rows = await desk.store.read((at) => at.outbox({}));
      expect(rows.filter(({ state }) => state === 'waiting').map(({ next, limited }) => [next, limited])).toEqual([
        [monday + minute + hour, 'per_recipient'],
        [monday + minute + hour, 'per_recipient'],
      ]);
      expect(await desk.store.read((at) => at.nextDue())).toBe(monday + minute + hour);
      expect(names(await send(monday + minute + hour, limits))).toEqual(['c', 'd']);
      expect((await desk.store.read((at) => at.outbox({}))).every((row) => row.limited === undefined)).toBe(true);
    });

    test('colleagues have a limit of their own, and their mails count for no domain', async () => {
      await applied(desk.store, opening(1));
      const limits = {
        perRecipient: { count: 1, within: hour },
        perDomain: { count: 1, within: hour },
        perAssociate: { count: 3, within: hour },
      };
      for (const name of ['a', 'b', 'c', 'd']) await queue(name, 'maria@globex.example', monday, 'associate');
      await queue('jane', 'jane@globex.example', monday);
      expect(names(await send(monday, limits))).toEqual(['a', 'b', 'c', 'jane']);
    });

    type Step = { wait: number; mails: readonly number[] };
    const aStep = fc.record({
      wait: fc.constantFrom(0, 1, 30_000, minute, 7 * minute, 20 * minute, hour),
      mails: fc.array(fc.nat({ max: people.length - 1 }), { maxLength: 12 }),
    });
    const aLimit = (most: number) =>
      fc.option(fc.record({ count: fc.integer({ min: 1, max: most }), within: fc.constantFrom(minute, 10 * minute, hour) }));

    test('never more than the limit in any span, none lost, none out of turn', async () => {
      let run = 0;
      await applied(desk.store, opening(1));
      await fc.assert(
        fc.asyncProperty(
          fc.record({ perRecipient: aLimit(4), perDomain: aLimit(6), perAssociate: fc.constant(null) }),
          fc.array(aStep, { maxLength: 12 }),
          async (limits, steps: readonly Step[]) => {
            run += 1;
            // Far apart, so that one run's mails are no other's.
            let now = monday + run * 5_000 * hour;
            const queued: string[] = [];
            const left: { name: string; address: string; at: number }[] = [];
            const round = async () => {
              for (;;) {
                const rows = await send(now, limits);
                for (const row of rows) left.push({ name: row.messageId, address: row.to.address, at: now });
                if (rows.length === 0) return;
              }
            };
            for (const { wait, mails } of steps) {
              now += wait;
              for (const who of mails) {
                const name = `${run}.${queued.length}`;
                queued.push(`<${name}@acme.example>`);
                await queue(name, people[who] ?? '', now);
              }
              await round();
            }
            for (let turns = 0; left.length < queued.length && turns < 400; turns++) {
              now = Math.max(now, (await desk.store.read((at) => at.nextDue())) ?? now);
              await round();
            }
            expect(left.map(({ name }) => name).toSorted()).toEqual(queued.toSorted());
            for (const address of people) {
              const mine = left.filter((one) => one.address === address);
              expect(mine.map(({ name }) => name)).toEqual(queued.filter((name) => mine.some((one) => one.name === name)));
              if (limits.perRecipient !== null) keeps(limits.perRecipient, mine);
            }
            const domain = left.filter(({ address }) => address.endsWith('@globex.example'));
            if (limits.perDomain !== null) keeps(limits.perDomain, domain);
          },
        ),
        { numRuns: 40 },
      );
    }, 60_000);
  });
}

function keeps({ count, within }: { count: number; within: number }, left: readonly { at: number }[]): void {
  for (const [first, { at }] of left.entries())
    expect(left.slice(first).filter((later) => later.at < at + within).length).toBeLessThanOrEqual(count);
}
