import { describe, expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { applied, fetched, idOf, monday, one, opening, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const [t1, t2, t3] = [ticketNo(1), ticketNo(2), ticketNo(3)];
const hour = 3_600_000;

/** Tickets that hang together, entries that change theirs, senders that are blocked. */
export function kinContract(open: OpenStore): void {
  describe('kin', () => {
    const desk = useStore(open);
    const kin = (ticket = t1) => desk.store.read((at) => at.kin(ticket));

    test('links are seen from both sides and end from either', async () => {
      await applied(desk.store, [...opening(1), ...opening(2), ...opening(3)]);
      await applied(desk.store, [
        { act: 'link-tickets', ticket: t1, to: t3, why: 'alike' },
        { act: 'link-tickets', ticket: t2, to: t1, why: 'alike' },
      ]);
      expect(await kin()).toEqual({ links: [2, 3], merged: [], hanging: [] });
      expect((await kin(t2)).links).toEqual([1]);
      await applied(desk.store, [{ act: 'unlink-tickets', ticket: t1, to: t2 }]);
      expect((await kin()).links).toEqual([3]);
      expect((await kin(t2)).links).toEqual([]);
    });

    test('what was merged into a ticket and what hangs on it is known, and can be taken back', async () => {
      await applied(desk.store, [...opening(1), ...opening(2), ...opening(3)]);
      await applied(desk.store, [
        { act: 'merge-ticket', ticket: t2, into: t1 },
        { act: 'hang-ticket', ticket: t3, on: t1 },
      ]);
      expect(await kin()).toEqual({ links: [], merged: [2], hanging: [3] });
      expect(await desk.store.read((at) => at.ticket(t2))).toMatchObject({ mergedInto: 1 });
      expect(await desk.store.read((at) => at.ticket(t3))).toMatchObject({ master: 1 });
      await applied(desk.store, [
        { act: 'merge-ticket', ticket: t2, into: null },
        { act: 'hang-ticket', ticket: t3, on: null },
      ]);
      expect(await kin()).toEqual({ links: [], merged: [], hanging: [] });
      expect(await desk.store.read((at) => at.ticket(t2))).not.toHaveProperty('mergedInto');
    });

    test('an entry that is moved takes its id and its mail along, and is found where it stands', async () => {
      const id = await received(desk.store, fetched(1));
      const { sha256 } = fetched(1);
      await desk.store.write((to) =>
        to.decide(id, { outcome: 'appended', ticket: t1, why: '', messageId: idOf('first-1'), contentHash: null }),
      );
      await applied(desk.store, [...opening(1, {}, { sha256, text: 'crowbar' }), ...opening(2)]);
      await applied(desk.store, [{ act: 'learn-id', ticket: t1, messageId: idOf('first-1') }]);
      const entry = one(await desk.store.read((at) => at.messages(t1))).id;
      await applied(desk.store, [{ act: 'move-entry', entry, ticket: t2 }]);
      const seen = await desk.store.read(async (at) => ({
        left: await at.messages(t1),
        there: (await at.messages(t2)).map((message) => message.id),
        known: (await at.knownIds([idOf('first-1')])).get(idOf('first-1')),
        arrival: one(await at.arrivals([id])).ticket,
        found: (await at.tickets({ search: 'crowbar' })).map(({ number }) => number),
      }));
      expect(seen).toMatchObject({ left: [], arrival: 2, found: [2], known: { ticket: 2, moved: true } });
      expect(seen.there).toContain(entry);
    });

    test('a deleted ticket is left out of lists and searches, and can still be looked at', async () => {
      await applied(desk.store, [...opening(1), { act: 'change-ticket', ticket: t1, set: { deleted: monday } }]);
      expect(await desk.store.read((at) => at.tickets({}))).toEqual([]);
      expect(await desk.store.read((at) => at.tickets({ search: 'printer' }))).toEqual([]);
      expect(await desk.store.read((at) => at.ticket(t1))).toMatchObject({ deleted: monday });
    });

    test('a block stands for an address or a domain, for a time or for good', async () => {
      const blockOf = (sender: string, at = monday) => desk.store.read((reading) => reading.blockOf(sender, at));
      await applied(desk.store, [
        { act: 'block-sender', sender: 'Sam@Elsewhere.example', until: monday + hour },
        { act: 'block-sender', sender: 'spam.example', until: null },
      ]);
      expect(await blockOf('sam@elsewhere.example')).toEqual({ sender: 'sam@elsewhere.example', until: monday + hour });
      expect(await blockOf('sam@elsewhere.example', monday + hour)).toBeNull();
      expect(await blockOf('joe@elsewhere.example')).toBeNull();
      expect(await blockOf('Anybody@SPAM.example')).toEqual({ sender: 'spam.example', until: null });
      await applied(desk.store, [{ act: 'unblock-sender', sender: 'SPAM.example' }]);
      expect(await blockOf('anybody@spam.example')).toBeNull();
    });
  });
}
