import { describe, expect, test } from 'vitest';
import { applied, monday, opening } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

/** Transactions. */
export function transactionsContract(open: OpenStore): void {
  describe('transactions', () => {
    const desk = useStore(open);
    test('F-4, F-5: a throw undoes everything and is passed on', async () => {
      const undone = desk.store.write(async (to) => {
        await to.apply(opening(1), monday, null);
        throw new Error('killed between two statements');
      });
      await expect(undone).rejects.toThrow('killed between two statements');
      expect(await desk.store.read((at) => at.tickets({}))).toEqual([]);
    });

    test('a savepoint that throws leaves the rest', async () => {
      await desk.store.write(async (to) => {
        await to.apply(opening(1), monday, null);
        const inner = to.savepoint(async () => {
          await to.apply(opening(2), monday, null);
          await to.savepoint(() => to.apply(opening(3), monday, null));
          throw new Error('this mail only');
        });
        await expect(inner).rejects.toThrow('this mail only');
        expect(await to.savepoint(() => to.nextTicketNo(1))).toBe(2);
        await to.apply(opening(4), monday, null);
      });
      expect((await desk.store.read((at) => at.tickets({}))).map(({ number }) => number)).toEqual([4, 1]);
    });

    test('writers take turns, so that no ticket number is given twice', async () => {
      const openNext = () =>
        desk.store.write(async (to) => {
          const number = await to.nextTicketNo(1000);
          await to.apply(opening(number), monday, null);
          return number;
        });
      const numbers = await Promise.all(Array.from({ length: 10 }, openNext));
      expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => 1000 + at));
    });

    test('a handle kept beyond its transaction is refused', async () => {
      const kept = await desk.store.write(async (to) => to);
      await expect(kept.nextTicketNo(1)).rejects.toThrow();
    });

    test('own commits are not foreign ones', async () => {
      const before = await desk.store.foreignCommits();
      await applied(desk.store, opening(1));
      expect(await desk.store.foreignCommits()).toBe(before);
    });
  });
}
