import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { applied, decided, fetched, idOf, monday, opening, person, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const t1 = ticketNo(1);
const jane = 'jane@globex.example';

/** The journal. */
export function journalContract(open: OpenStore): void {
  describe('the journal', () => {
    const desk = useStore(open);
    test('names who, what, and by which mail', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria')], monday));
      const id = await received(desk.store, fetched(1));
      await decided(desk.store, id, { messageId: idOf('first') });
      const line = (actor: Extract<Effect, { act: 'journal' }>['actor'], event: string): Effect => ({
        act: 'journal',
        ticket: t1,
        actor,
        event,
        data: { n: 1 },
      });
      const lines = [
        line({ kind: 'contact', address: jane }, 'opened'),
        line({ kind: 'desk' }, 'acknowledged'),
        line({ kind: 'associate', handle: 'maria' }, 'taken'),
        line({ kind: 'associate', handle: 'left' }, 'noted'),
      ];
      await applied(desk.store, [...opening(1), ...lines], monday, id);
      const row = { at: monday, evidence: idOf('first'), data: { n: 1 } };
      expect(await desk.store.read((at) => at.journal(t1))).toEqual([
        { ...row, actor: jane, event: 'opened' },
        { ...row, actor: 'desk', event: 'acknowledged' },
        { ...row, actor: 'maria', event: 'taken' },
        { ...row, actor: 'left', event: 'noted' },
      ]);
      expect(await desk.store.read((at) => at.associateId('left'))).not.toBeNull();
      expect(await desk.store.write((to) => to.syncPeople([], monday).then(() => to.journal(ticketNo(2))))).toEqual([]);
    });

    test('what somebody typed stands beside it, and goes with the ticket', async () => {
      const reason = 'Bob Miller is ill';
      const line: Effect = {
        act: 'journal',
        ticket: t1,
        actor: { kind: 'desk' },
        event: 'paused',
        data: { from: 'raised' },
        words: { reason },
      };
      await applied(desk.store, [...opening(1), line, { ...line, event: 'resumed', words: { reason: '' } }]);
      const rows = () => desk.store.read((at) => at.journal(t1));
      expect((await rows()).map(({ data }) => data)).toEqual([{ from: 'raised', reason }, { from: 'raised' }]);
      await applied(desk.store, [{ act: 'redact', ticket: t1, what: { kind: 'words', words: 'bob miller' } }]);
      expect((await rows())[0]?.data).toEqual({ from: 'raised', reason: '[removed] is ill' });
      await applied(desk.store, [{ act: 'purge', tickets: [t1] }]);
      expect((await rows()).map(({ event, data }) => [event, data])).toEqual([
        ['paused', { from: 'raised' }],
        ['resumed', { from: 'raised' }],
      ]);
    });
  });
}
