import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { applied, monday, opening, person } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const hour = 3_600_000;
const t1 = ticketNo(1);
const t2 = ticketNo(2);

/** What time has to do with tickets. */
export function dueContract(open: OpenStore): void {
  describe('time', () => {
    const desk = useStore(open);
    const at = (effects: readonly Effect[], when: number) => desk.store.write((to) => to.apply(effects, when, null));
    const looked = (by: number) => desk.store.read((from) => from.toLookAt(by, 10));

    test('how a ticket stood is kept, a row for each change that counts', async () => {
      await applied(desk.store, opening(1));
      const change = (set: Extract<Effect, { act: 'change-ticket' }>['set'], hours: number) =>
        at([{ act: 'change-ticket', ticket: t1, set }], monday + hours * hour);
      await change({ waitsFor: 'customer' }, 1);
      await change({ subject: 'Another' }, 2);
      await change({ waitsFor: 'customer', severity: 'high' }, 3);
      await change({ state: 'triage', severity: null }, 4);
      const phases = await desk.store.read((from) => from.phases(t1));
      expect(phases).toEqual([
        { at: monday, state: 'raised', waitsFor: 'staff', severity: null, level: null },
        { at: monday + hour, state: 'raised', waitsFor: 'customer', severity: null, level: null },
        { at: monday + 3 * hour, state: 'raised', waitsFor: 'customer', severity: 'high', level: null },
        { at: monday + 4 * hour, state: 'triage', waitsFor: 'customer', severity: null, level: null },
      ]);
    });

    test('a ticket is looked at whenever something is done on it, and when its time comes', async () => {
      await applied(desk.store, [...opening(1), ...opening(2)]);
      expect(await looked(monday)).toEqual([t1, t2]);
      await at([{ act: 'look-again', ticket: t1, at: monday + hour }], monday);
      await at([{ act: 'look-again', ticket: t2, at: null }], monday);
      expect(await looked(monday + hour - 1)).toEqual([]);
      expect(await looked(monday + hour)).toEqual([t1]);
      expect(await desk.store.read((from) => from.nextLook(t1))).toBe(monday + hour);
      expect(await desk.store.read((from) => from.nextLook(t2))).toBeNull();
      await at([{ act: 'change-ticket', ticket: t2, set: { priority: 'p1' } }], monday + 1);
      expect(await looked(monday + 1)).toEqual([t2]);
      await at([{ act: 'look-at-all' }], monday + 2);
      expect(await looked(0)).toEqual([t1, t2]);
    });

    test('open tickets whose clock has run out are found, until what it waits for comes or they are closed', async () => {
      await applied(desk.store, [...opening(1), ...opening(2)]);
      const late = { name: 'resolution', state: 'running', due: 1, ended: null } as const;
      const answered = { name: 'first_response', state: 'breached', due: monday + 1, ended: monday + 2 } as const;
      await at([{ act: 'keep-clocks', ticket: t1, clocks: [answered, late] }], monday);
      await at([{ act: 'keep-clocks', ticket: t2, clocks: [answered] }], monday);
      const breached = () => desk.store.read((from) => from.tickets({ open: true, breached: true }));
      const kept = await desk.store.read((from) => from.clocksOn([t1, t2]));
      expect([...kept]).toEqual([
        [t1, [late, answered]],
        [t2, [answered]],
      ]);
      expect((await breached()).map(({ number }) => number)).toEqual([t1]);
      await at([{ act: 'keep-clocks', ticket: t1, clocks: [answered, { ...late, state: 'paused', due: null }] }], monday);
      expect(await breached()).toEqual([]);
    });

    test('what time brought about is known, and when it first did', async () => {
      await applied(desk.store, opening(1));
      await at([{ act: 'mark-done', ticket: t1, keys: ['after 30d', 'silent 1'] }], monday);
      await at([{ act: 'mark-done', ticket: t1, keys: ['silent 1'] }], monday + hour);
      expect(await desk.store.read((from) => from.doneByTime(t1))).toEqual(
        new Map([
          ['after 30d', monday],
          ['silent 1', monday],
        ]),
      );
      expect(await desk.store.read((from) => from.doneByTime(t2))).toEqual(new Map());
    });

    test('when one of us last stirred is known; what the desk does by itself is no stir', async () => {
      await desk.store.write((to) => to.syncPeople([person('maria')], monday));
      await applied(desk.store, opening(1));
      const entry = (kind: 'desk' | 'associate', when: number) =>
        at([{ act: 'journal', ticket: t1, actor: { kind, handle: 'maria' }, event: 'tagged', data: {} }], when);
      await entry('desk', monday + hour);
      expect(await desk.store.read((from) => from.lastByUs(t1))).toBeNull();
      await entry('associate', monday + 2 * hour);
      await entry('desk', monday + 3 * hour);
      expect(await desk.store.read((from) => from.lastByUs(t1))).toBe(monday + 2 * hour);
    });

    test('the last run of a job is kept', async () => {
      const run = { name: 'sla', at: monday, ran: monday, claimed: null, failed: null };
      await at([{ act: 'keep-job-run', run: { ...run, at: monday, failed: 'a bug' } }], monday);
      await at([{ act: 'keep-job-run', run: { ...run, at: monday + 1 } }], monday);
      expect(await desk.store.read((from) => from.jobRuns())).toEqual([{ ...run, at: monday + 1 }]);
    });
  });
}
