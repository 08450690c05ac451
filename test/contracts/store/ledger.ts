import { describe, expect, test } from 'vitest';
import { arrivalId, ticketNo } from '../../../src/domain/ids.ts';
import { decided, fetched, hashOf, idOf, monday, one, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const hour = 3_600_000;
const t1 = ticketNo(1);
const jane = 'jane@globex.example';

/** The ledger of mails. */
export function ledgerContract(open: OpenStore): void {
  describe('the ledger of mails', () => {
    const desk = useStore(open);
    test('9051-1: a place in a mailbox met before gives its row again', async () => {
      const ids = await desk.store.write((to) => to.addArrivals([fetched(1), fetched(2), fetched(1)]));
      expect(ids[2]).toBe(ids[0]);
      expect(await received(desk.store, fetched(2))).toBe(ids[1]);
      const elsewhere = fetched(1, { source: { kind: 'imap', mailbox: 'support', folder: 'INBOX', uidValidity: '8', uid: 1 } });
      expect(ids).not.toContain(await received(desk.store, elsewhere));
    });

    test('what came by a listener is a new row each time', async () => {
      const pushed = fetched(0, {
        source: { kind: 'smtp', mailbox: null },
        envelope: { from: jane, to: ['support@acme.example'] },
        authUser: 'maria',
        imported: true,
      });
      const first = await received(desk.store, pushed);
      expect(await received(desk.store, pushed)).not.toBe(first);
      expect(one(await desk.store.read((at) => at.arrivals([first])))).toEqual({
        ...pushed,
        id: first,
        state: 'received',
        attempts: 0,
        outcome: null,
        ticket: null,
        why: '',
        messageId: null,
      });
    });

    test('rows come in the order asked for; unknown ones are left out', async () => {
      const ids = await desk.store.write((to) => to.addArrivals([fetched(1), fetched(2)]));
      const rows = await desk.store.read((at) => at.arrivals([...ids].reverse().concat(arrivalId(99))));
      expect(rows.map(({ id }) => id)).toEqual([...ids].reverse());
      expect(await desk.store.read((at) => at.arrivals([]))).toEqual([]);
      expect((await desk.store.read((at) => at.arrivalAt(fetched(2).source)))?.id).toBe(ids[1]);
      expect(await desk.store.read((at) => at.arrivalAt(fetched(3).source))).toBeNull();
      expect(await desk.store.read((at) => at.arrivalAt({ kind: 'pipe', mailbox: null }))).toBeNull();
    });

    test('LAW-1: a mail is decided once, whoever else tries', async () => {
      const id = await received(desk.store, fetched(1));
      expect(
        await decided(desk.store, id, { outcome: 'created', ticket: t1, messageId: idOf('a'), contentHash: hashOf('a') }),
      ).toBe(true);
      expect(await decided(desk.store, id, { outcome: 'held', why: 'again' })).toBe(false);
      const row = one(await desk.store.read((at) => at.arrivals([id])));
      expect(row).toMatchObject({ state: 'decided', outcome: 'created', ticket: 1, why: 'new', messageId: idOf('a') });
    });

    test('F-6, F-7: undecided and unfiled mails are found again', async () => {
      const [a, b, c] = await desk.store.write((to) => to.addArrivals([fetched(1), fetched(2), fetched(3)]));
      if (a === undefined || b === undefined || c === undefined) throw new Error('three rows expected');
      expect(await desk.store.read((at) => at.undecided(monday + 3, 10))).toEqual([a, b]);
      expect(await desk.store.read((at) => at.undecided(monday + hour, 1))).toEqual([a]);
      await decided(desk.store, a);
      await decided(desk.store, c);
      const unfiled = () => desk.store.read((at) => at.unfiled('support', 'INBOX', '7'));
      expect((await unfiled()).map(({ id }) => id)).toEqual([a, c]);
      await desk.store.write((to) => to.closeArrivals([a, b]));
      expect((await unfiled()).map(({ id }) => id)).toEqual([c]);
      expect(await desk.store.read((at) => at.undecided(monday + hour, 10))).toEqual([b]);
      expect(await desk.store.read((at) => at.unfiled('support', 'INBOX', '8'))).toEqual([]);
    });

    test('F-33: tries are counted', async () => {
      const id = await received(desk.store, fetched(1));
      await desk.store.write((to) => to.countAttempt([id]));
      await desk.store.write((to) => to.countAttempt([id]));
      expect(one(await desk.store.read((at) => at.arrivals([id]))).attempts).toBe(2);
      await desk.store.write((to) => to.clearAttempts([id]));
      expect(one(await desk.store.read((at) => at.arrivals([id]))).attempts).toBe(0);
    });

    test('F-36: a double is found by its content; a double of a double by the first', async () => {
      const ids = await desk.store.write((to) => to.addArrivals([fetched(1), fetched(2), fetched(3)]));
      const content = hashOf('content');
      const first = (except: number) => desk.store.read((at) => at.firstWithContent(content, arrivalId(except)));
      for (const [place, id] of ids.entries())
        await decided(desk.store, id, { outcome: place === 1 ? 'created' : 'duplicate', contentHash: content });
      expect((await first(99))?.id).toBe(ids[1]);
      expect(await first(Number(ids[1]))).toBeNull();
      expect(await desk.store.read((at) => at.firstWithContent(hashOf('other'), arrivalId(99)))).toBeNull();
    });

    test('LAW-1: the sums of a time are told by outcome', async () => {
      const ids = await desk.store.write((to) => to.addArrivals([fetched(1), fetched(2), fetched(3), fetched(4)]));
      await decided(desk.store, ids[0] ?? arrivalId(0), { outcome: 'held' });
      await decided(desk.store, ids[1] ?? arrivalId(0), { outcome: 'created' });
      expect(await desk.store.read((at) => at.ledger(monday, monday + 4))).toEqual({
        created: 1,
        appended: 0,
        commanded: 0,
        bounced: 0,
        ignored: 0,
        held: 1,
        duplicate: 0,
        undecided: 1,
      });
    });

    test('a position is kept by folder', async () => {
      const position = { uidValidity: '7', nextUid: 12, since: monday };
      expect(await desk.store.read((at) => at.position('support', 'INBOX'))).toBeNull();
      await desk.store.write((to) => to.setPosition('support', 'INBOX', { ...position, nextUid: 3 }));
      await desk.store.write((to) => to.setPosition('support', 'INBOX', position));
      expect(await desk.store.read((at) => at.position('support', 'INBOX'))).toEqual(position);
      expect(await desk.store.read((at) => at.position('support', 'Archive'))).toBeNull();
    });
  });
}
