import { describe, expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { applied, decided, fetched, hashOf, monday, one, opening, outgoing, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const [t1, t2] = [ticketNo(1), ticketNo(2)];
const file = (name: string) => ({
  ...{ filename: `${name}.txt`, contentType: 'text/plain', size: 9, inline: false, cid: null },
  sha256: hashOf(name),
});
const [own, shared] = [file('own'), file('shared')];

/** What is left of a ticket that was deleted for good. */
export function purgeContract(open: OpenStore): void {
  describe('purge', () => {
    const desk = useStore(open);
    const { sha256 } = fetched(1);

    /** Two tickets with one file in common; a mail of each, and a copy of the first one's mail. */
    async function given() {
      for (const [n, ticket] of [t1, t2].entries())
        await decided(desk.store, await received(desk.store, fetched(n + 1)), { ticket });
      await decided(desk.store, await received(desk.store, { ...fetched(3), sha256 }), { ticket: t1, outcome: 'duplicate' });
      await applied(desk.store, [
        ...opening(1, { fields: { code: 'sesame' } }, { sha256, text: 'Sesame.', attachments: [own, shared] }),
        ...opening(2, {}, { sha256: fetched(2).sha256, text: 'Another matter', attachments: [shared] }),
        {
          act: 'queue-mail',
          mail: outgoing(1, 'held', { data: { body: 'Sesame' }, attachments: [own], notBefore: monday + 1_000 }),
        },
        { act: 'change-ticket', ticket: t1, set: { deleted: monday } },
      ]);
    }
    const purge = () => applied(desk.store, [{ act: 'purge', tickets: [t1] }], monday + 1);

    test('only what was deleted before is due, and once', async () => {
      await given();
      const due = (before: number) => desk.store.read((at) => at.purgeable(before, 10));
      expect(await due(monday)).toEqual([]);
      expect(await due(monday + 1)).toEqual([t1]);
      await purge();
      expect(await due(monday + 1)).toEqual([]);
    });

    test('LAW-1: its texts are gone; number, entry, journal and the account of its mails stay', async () => {
      await given();
      const before = await desk.store.read((at) => Promise.all([at.ledger(0, monday * 2), at.journal(t1)]));
      await purge();
      const left = await desk.store.read(async (at) => ({
        ticket: await at.ticket(t1),
        entry: one(await at.messages(t1)),
        mail: one(await at.outbox({ ticket: t1 })),
        found: await at.ticketCount({ search: 'sesame' }),
        next: await at.nextTicketNo(1),
        kept: [await at.ledger(0, monday * 2), await at.journal(t1)],
      }));
      expect(left).toMatchObject({
        ticket: { subject: '[removed]', fields: {}, deleted: monday },
        entry: {
          subject: '[removed]',
          text: '[removed]',
          visibleText: '[removed]',
          from: { address: '' },
          to: [],
          attachments: [],
        },
        mail: { state: 'cancelled', data: {}, attachments: [] },
        found: 0,
        next: 3,
      });
      expect(left.entry.sha256).toBe(sha256);
      expect(left.kept).toEqual(before);
    });

    test('its files go, but for those that another ticket has; that one is as it was', async () => {
      await given();
      await purge();
      const erasures = await desk.store.read((at) => at.erasures());
      expect(erasures).toHaveLength(2);
      expect(erasures).toEqual(
        expect.arrayContaining([
          { kind: 'mail', sha256 },
          { kind: 'attachment', sha256: own.sha256 },
        ]),
      );
      const other = one(await desk.store.read((at) => at.messages(t2)));
      expect(other).toMatchObject({ text: 'Another matter', attachments: [shared] });
    });

    test('a mail that came for another ticket too is kept for that one', async () => {
      await given();
      await decided(desk.store, await received(desk.store, { ...fetched(4), sha256 }), { ticket: t2 });
      await purge();
      expect(await desk.store.read((at) => at.erasures())).toEqual([{ kind: 'attachment', sha256: own.sha256 }]);
    });

    test('a letter that was made for one of its mails goes', async () => {
      await given();
      const letter = file('letter');
      await applied(desk.store, [{ act: 'queue-mail', mail: outgoing(1, 'offered', { attachments: [letter] }) }]);
      await purge();
      const erasures = await desk.store.read((at) => at.erasures());
      expect(erasures).toContainEqual({ kind: 'attachment', sha256: letter.sha256 });
    });

    test('a file that comes once more before it is gone stays', async () => {
      await given();
      await purge();
      await applied(desk.store, opening(3, {}, { attachments: [own] }));
      expect(await desk.store.read((at) => at.erasures())).toEqual([{ kind: 'mail', sha256 }]);
    });
  });
}
