import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { messageId, ticketNo } from '../../../src/domain/ids.ts';
import type { TicketFilter } from '../../../src/domain/ticket-filter.ts';
import { simple } from '../../../src/domain/workflow/simple.ts';
import * as given from '../../support/store-facts.ts';
import { applied, monday, opening, person } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const hour = 3_600_000;
const t1 = ticketNo(1);
const jane = 'jane@globex.example';

/** Tickets. */
export function ticketsContract(open: OpenStore): void {
  describe('tickets', () => {
    const desk = useStore(open);
    test('a ticket is kept whole', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria')], monday));
      const whole = given.ticket(7, {
        assignee: 'maria',
        customer: 'globex',
        severity: 'high',
        closed: monday + hour,
        stage: 'repair',
        workflowVersion: 'abc',
        trail: ['raised', 'triage'],
      });
      await applied(desk.store, [{ act: 'open-ticket', ticket: whole }]);
      expect(await desk.store.read((at) => at.ticket(ticketNo(7)))).toEqual(whole);
      expect(await desk.store.read((at) => at.ticket(ticketNo(8)))).toBeNull();
    });

    test('a process is kept in each version that it had', async () => {
      const before = { ...simple, version: 'before' };
      await desk.store.write((to) => to.keepWorkflows([before]));
      await desk.store.write((to) => to.keepWorkflows([{ ...before, reopens: null }, simple]));
      const kept = (version: string) => desk.store.read((at) => at.workflow('simple', version));
      expect(await kept('before')).toEqual(before);
      expect(await kept(simple.version)).toEqual(simple);
      expect(await kept('never')).toBeNull();
    });

    test('numbers count up from the first', async () => {
      const next = (first: number) => desk.store.read((at) => at.nextTicketNo(first));
      expect(await next(1042)).toBe(1042);
      await applied(desk.store, opening(1042));
      expect(await next(1042)).toBe(1043);
      expect(await next(5000)).toBe(5000);
    });

    test('a change sets what it names, and when', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria')], monday));
      await applied(desk.store, opening(1));
      const change = (set: Extract<Effect, { act: 'change-ticket' }>['set'], at: number) =>
        applied(desk.store, [{ act: 'change-ticket', ticket: t1, set }], at);
      await change(
        {
          ...{ assignee: 'maria', waitsFor: 'customer', customer: 'globex', requester: 'joe@globex.example' },
          ...{ trail: ['raised'], workflowVersion: 'abc' },
        },
        monday + hour,
      );
      expect(await desk.store.read((at) => at.ticket(t1))).toEqual(
        given.ticket(1, {
          assignee: 'maria',
          waitsFor: 'customer',
          customer: 'globex',
          requester: 'joe@globex.example',
          trail: ['raised'],
          workflowVersion: 'abc',
          updated: monday + hour,
        }),
      );
      await change({ assignee: null, state: 'closed', closed: monday + 2 * hour }, monday + 2 * hour);
      expect(await desk.store.read((at) => at.ticket(t1))).toMatchObject({
        assignee: null,
        state: 'closed',
        updated: monday + 2 * hour,
      });
    });

    test('lists: by state, by assignee, the latest touched first, so many', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria'), person('ravi')], monday));
      await applied(desk.store, [
        ...opening(1, { assignee: 'maria' }),
        ...opening(2, { state: 'closed' }),
        ...opening(3, { assignee: 'ravi', updated: monday - hour }),
      ]);
      await applied(desk.store, [{ act: 'add-message', ticket: t1, message: given.message() }], monday + hour);
      const numbers = async (filter: TicketFilter) =>
        (await desk.store.read((at) => at.tickets(filter))).map(({ number }) => number);
      expect(await numbers({})).toEqual([1, 3, 2]);
      expect(await numbers({ state: 'raised' })).toEqual([1, 3]);
      expect(await numbers({ mine: 'maria' })).toEqual([1]);
      expect(await numbers({ mine: 'nobody' })).toEqual([]);
      expect(await numbers({ limit: 1 })).toEqual([1]);
      expect(await numbers({ state: 'closed', mine: 'maria' })).toEqual([]);
      expect(await desk.store.read((at) => at.ticketCount({ state: 'raised', limit: 1 }))).toBe(2);
    });

    test('lists: open, nobody’s, with something held, by value', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria')], monday));
      await applied(desk.store, [
        ...opening(1, { assignee: 'maria', customer: 'globex', severity: 'high' }),
        ...opening(2, { state: 'closed', closed: monday, priority: 'low' }),
        ...opening(3, { team: 'web', type: 'incident' }),
        ...opening(4),
        { act: 'merge-ticket', ticket: ticketNo(4), into: t1 },
        { act: 'add-message', ticket: ticketNo(3), message: given.message({ status: 'held' }) },
      ]);
      const numbers = async (filter: TicketFilter) =>
        (await desk.store.read((at) => at.tickets(filter))).map(({ number }) => number).sort();
      const rows: readonly (readonly [TicketFilter, number[]])[] = [
        [{ open: true }, [1, 3]],
        [{ open: true, unassigned: true }, [3]],
        [{ held: true }, [3]],
        [{ customer: 'globex', severity: 'high' }, [1]],
        [{ priority: 'low' }, [2]],
        [{ team: 'web', type: 'incident' }, [3]],
        [{ customer: 'globex', severity: 'low' }, []],
        [{ open: true, search: 'nowhere' }, []],
        [{ search: '*' }, []],
      ];
      for (const [filter, expected] of rows) {
        expect(await numbers(filter), JSON.stringify(filter)).toEqual(expected);
        expect(await desk.store.read((at) => at.ticketCount(filter))).toBe(expected.length);
      }
    });

    test('a call waits for its caller’s word, and what was noted of it is blanked then', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria')], monday));
      const asked = messageId('<call@acme.example>');
      const noted = { address: jane, name: 'Jane Roe', title: 'Printer', text: 'sounded angry', at: monday };
      await applied(desk.store, [...opening(1), { act: 'keep-call', call: { ...noted, messageId: asked, handle: 'maria' } }]);
      const open = (...ids: string[]) => desk.store.read((at) => at.openCall(ids.map(messageId)));
      expect(await open('<other@acme.example>', '<call@acme.example>')).toEqual({ ...noted, messageId: asked, handle: 'maria' });
      expect(await open('<other@acme.example>')).toBeNull();
      expect(await open()).toBeNull();
      await applied(desk.store, [{ act: 'call-answered', call: asked, ticket: t1 }]);
      expect(await open('<call@acme.example>')).toBeNull();
    });

    test('participants are kept once, by address', async () => {
      await applied(desk.store, opening(1));
      const adds = (role: 'cc' | 'watcher', address: string, name = ''): Effect => ({
        act: 'add-participant',
        ticket: t1,
        participant: { address, name, role },
      });
      await applied(desk.store, [
        adds('cc', jane),
        adds('cc', 'joe@globex.example', 'Joe'),
        adds('watcher', 'joe@globex.example', 'Joe'),
      ]);
      expect(await desk.store.read((at) => at.participants(t1))).toEqual([
        { address: jane, name: 'Jane Roe', role: 'requester' },
        { address: 'joe@globex.example', name: 'Joe', role: 'cc' },
      ]);
      expect(await desk.store.read((at) => at.participants(ticketNo(9)))).toEqual([]);
    });

    test('a link is noted once', async () => {
      await applied(desk.store, [...opening(1), ...opening(2)]);
      const link: Effect = { act: 'link-tickets', ticket: ticketNo(2), to: t1, why: 'a stranger quoted its number' };
      await applied(desk.store, [link, link]);
    });
  });
}
