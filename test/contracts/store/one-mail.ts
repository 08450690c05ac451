import { describe, expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { NewOutboxRow } from '../../../src/domain/outbox.ts';
import { applied, monday, noLimits, one, opening, outgoing } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const minute = 60_000;
const delay = 3 * minute;

/** Mails to one reader of one ticket that wait at the same time. */
export function oneMailContract(open: OpenStore): void {
  describe('several mails leave as one', () => {
    const desk = useStore(open);
    const queue = (name: string, at: number, change: Partial<NewOutboxRow> = {}) =>
      applied(
        desk.store,
        [
          {
            act: 'queue-mail',
            mail: outgoing(1, name, { template: 'reply', notBefore: at + delay, foldUntil: at + 2 * delay, ...change }),
          },
        ],
        at,
      );
    const states = async () =>
      Object.fromEntries(
        (await desk.store.read((at) => at.outbox({}))).map(({ messageId: id, state, next }) => [
          id.slice(1, -'@acme.example>'.length),
          next === null ? state : `${state} ${(next - monday) / minute}`,
        ]),
      );
    const claimed = async (now: number) =>
      (await desk.store.write((to) => to.claimDue(now, 10, 'run 1', now + delay, noLimits))).map(({ messageId: id }) => id);
    const cancel = (name: string, at: number) =>
      applied(desk.store, [{ act: 'cancel-mails', mails: [outgoing(1, name).messageId] }], at);
    const opened = () => applied(desk.store, [...opening(1), ...opening(2)]);

    test('the first waits for the second, and both leave under its id', async () => {
      await opened();
      await queue('a', monday);
      await queue('b', monday + 2 * minute);
      expect(await states()).toEqual({ a: 'delayed 5', b: 'delayed 5' });
      expect(await claimed(monday + 4 * minute)).toEqual([]);
      expect(await claimed(monday + 5 * minute)).toEqual(['<a@acme.example>']);
      expect(await states()).toEqual({ a: 'sending 5', b: 'folded' });
      const rows = await desk.store.read((at) => at.outbox({}));
      const [a] = rows;
      if (a === undefined) throw new Error('two rows expected');
      expect(rows.map(({ foldedInto }) => foldedInto)).toEqual([undefined, a.id]);
      const parts = await desk.store.read((at) => at.foldedInto(a.id));
      expect(one(parts)).toMatchObject({ messageId: '<b@acme.example>', template: 'reply' });
    });

    test('nothing waits longer than twice the delay: what comes too late leaves for itself', async () => {
      await opened();
      await queue('a', monday);
      await queue('b', monday + 2 * minute);
      await queue('c', monday + 3 * minute);
      await queue('d', monday + 4 * minute);
      expect(await states()).toEqual({ a: 'delayed 6', b: 'delayed 6', c: 'delayed 6', d: 'delayed 7' });
      expect(await claimed(monday + 6 * minute)).toEqual(['<a@acme.example>']);
      expect(await claimed(monday + 7 * minute)).toEqual(['<d@acme.example>']);
    });

    test('other readers, other tickets and mails that do not wait are left alone', async () => {
      await opened();
      await queue('a', monday);
      await queue('john', monday + minute, { to: { name: '', address: 'john@globex.example' } });
      await queue('other', monday + minute, { ticket: ticketNo(2) });
      await applied(
        desk.store,
        [{ act: 'queue-mail', mail: outgoing(1, 'now', { notBefore: monday + minute }) }],
        monday + minute,
      );
      expect(await states()).toEqual({ a: 'delayed 3', john: 'delayed 4', other: 'delayed 4', now: 'waiting 1' });
      expect(await claimed(monday + 4 * minute)).toHaveLength(4);
    });

    test('a desk that was down sends what became due meanwhile as one', async () => {
      await opened();
      await queue('a', monday);
      await queue('b', monday + 60 * minute);
      expect(await claimed(monday + 120 * minute)).toEqual(['<a@acme.example>']);
      expect(await states()).toEqual({ a: 'sending 3', b: 'folded' });
    });

    test('one of them taken back leaves the others as they were', async () => {
      await opened();
      await queue('a', monday);
      await queue('b', monday + minute);
      await cancel('a', monday + 2 * minute);
      expect(await claimed(monday + 4 * minute)).toEqual(['<b@acme.example>']);
      expect(await states()).toEqual({ a: 'cancelled', b: 'sending 4' });
    });

    test('put off by a server, each may still be taken back', async () => {
      await opened();
      for (const [at, name] of ['a', 'b', 'c'].entries()) await queue(name, monday + at);
      const later = monday + 10 * minute;
      const [a] = await desk.store.write((to) => to.claimDue(later, 10, 'run 1', later + delay, noLimits));
      if (a === undefined) throw new Error('a mail expected');
      await cancel('b', later); // it is with the server just now
      expect(await states()).toMatchObject({ b: 'folded' });
      await desk.store.write((to) =>
        to.settle(a.id, 'run 1', { state: 'waiting', next: later + delay, error: '450', at: later }),
      );
      await cancel('b', later);
      expect(await states()).toMatchObject({ a: 'waiting 13', b: 'cancelled', c: 'folded' });
      expect(await desk.store.read((at) => at.foldedInto(a.id))).toHaveLength(1);
      await cancel('a', later);
      expect(await states()).toEqual({ a: 'cancelled', b: 'cancelled', c: 'delayed 10' });
      expect(await claimed(later)).toEqual(['<c@acme.example>']);
    });

    test('F-8: what leaves with a mail leaves with it after a crash too, and comes back with its words', async () => {
      await opened();
      await queue('a', monday, { data: { body: 'Tray 2.' } });
      await queue('b', monday + minute, { data: { body: 'It is done.' } });
      expect(await claimed(monday + 5 * minute)).toHaveLength(1);
      await desk.store.write((to) => to.releaseLeases('run 2', monday + 6 * minute));
      expect(await states()).toEqual({ a: 'waiting 6', b: 'folded' });
      const [a] = await desk.store.write((to) => to.claimDue(monday + 6 * minute, 10, 'run 2', monday + delay, noLimits));
      expect(a?.messageId).toBe('<a@acme.example>');
      expect(await desk.store.read((at) => at.sentMail(outgoing(1, 'a').messageId))).toMatchObject({
        body: 'Tray 2.\n\nIt is done.',
      });
    });
  });
}
