import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { applied, decided, fetched, monday, opening, outgoing, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const [t1, t2, t3, t4, t5] = [1, 2, 3, 4, 5].map(ticketNo);
const close = (ticket: number, closed: number | null): Effect => ({
  act: 'change-ticket',
  ticket: ticketNo(ticket),
  set: { closed },
});

/** Tickets that were closed longer ago than tickets are kept. */
export function outlivedContract(open: OpenStore): void {
  describe('outlived', () => {
    const desk = useStore(open);
    const due = (before: number, limit = 10) => desk.store.read((at) => at.outlived(before, limit));

    test('those closed before, the oldest first, with what was merged into them; no open, no deleted one', async () => {
      await applied(desk.store, [
        ...[1, 2, 3, 4, 5].flatMap((number) => opening(number)),
        ...[close(1, monday + 9), close(2, monday + 5), close(5, monday)],
        { act: 'change-ticket', ticket: ticketNo(5), set: { deleted: monday } },
        { act: 'merge-ticket', ticket: ticketNo(4), into: ticketNo(3) },
        { act: 'merge-ticket', ticket: ticketNo(3), into: ticketNo(2) },
      ]);
      expect(await due(monday + 5)).toEqual([]);
      expect(await due(monday + 6)).toEqual([t2, t3, t4]);
      expect(await due(monday + 10)).toEqual([t2, t3, t4, t1]);
      expect(await due(monday + 10, 1)).toEqual([t2]);
      expect(await due(monday + 10)).not.toContain(t5);
    });

    test('each once, and once more where it was opened and closed again since', async () => {
      await applied(desk.store, [...opening(1), close(1, monday)]);
      await applied(desk.store, [{ act: 'purge', tickets: [ticketNo(1)], keeps: 'evidence' }], monday + 10);
      expect(await due(monday + 20)).toEqual([]);
      await applied(desk.store, [close(1, null)]);
      expect(await due(monday + 20)).toEqual([]);
      await applied(desk.store, [close(1, monday + 15)]);
      expect(await due(monday + 20)).toEqual([t1]);
    });

    test('5.3: mails that the chain of evidence names stay, whichever ticket they came for; all others go', async () => {
      const [answer, other] = [await received(desk.store, fetched(1)), await received(desk.store, fetched(2))];
      for (const arrival of [answer, other]) await decided(desk.store, arrival, { ticket: ticketNo(1) });
      await applied(desk.store, [...opening(1), close(1, monday)]);
      await applied(desk.store, [proofOn(1)], monday, answer);
      await applied(desk.store, [{ act: 'purge', tickets: [ticketNo(1)], keeps: 'evidence' }], monday + 10);
      const left = await desk.store.read(async (at) => [await at.erasures(), (await at.evidenceChain()).length]);
      expect(left).toEqual([[{ kind: 'mail', sha256: fetched(2).sha256 }], 1]);
      await applied(desk.store, [{ act: 'change-ticket', ticket: ticketNo(1), set: { deleted: monday + 20 } }]);
      expect(await desk.store.read((at) => at.purgeable(monday + 30, 10))).toEqual([t1]);
    });

    test('a mail of theirs that has not left is never sent', async () => {
      await applied(desk.store, [
        ...opening(1),
        close(1, monday),
        { act: 'queue-mail', mail: outgoing(1, 'held', { data: { body: 'Sesame' }, notBefore: monday + 1_000 }) },
        { act: 'purge', tickets: [ticketNo(1)], keeps: 'evidence' },
      ]);
      expect(await desk.store.read((at) => at.outbox({ ticket: ticketNo(1) }))).toMatchObject([{ state: 'cancelled', data: {} }]);
    });
  });
}

const proofOn = (ticket: number): Effect => ({
  act: 'keep-proof',
  proof: {
    ...{ ticket: ticketNo(ticket), ask: 1 as never, name: 'offer', round: 1, answer: 'approve', decision: 'counted' },
    ...{ by: { kind: 'contact', address: 'jane@globex.example' }, rule: 'C5 needs E3', level: 'E3', about: null },
    ...{ via: 'mail', recordedBy: null, token: null },
  },
});
