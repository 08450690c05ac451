import { expect, test } from 'vitest';
import { type Adapters, adapters as real } from '../../src/app/compose.ts';
import { until } from '../support/until.ts';
import { helpdesk } from '../support/world.ts';

/** A store in which marking a mail as sent fails for so long as `fails()` says. */
const failingMarks = (fails: () => boolean): Adapters => ({
  ...real,
  openRooms: async (...given) => {
    const opened = await real.openRooms(...given);
    if (opened.kind !== 'open') return opened;
    const { store } = opened;
    const settle = async () => {
      throw Object.assign(new Error('the database is held by another process'), { kind: 'busy', retry: true });
    };
    return { ...opened, store: { ...store, write: (work) => store.write((at) => work(fails() ? { ...at, settle } : at)) } };
  },
});

test('F-28, LAW-4: mails that were accepted while the mark could not be written are marked later, and not sent again', async () => {
  let isHeld = true;
  await using world = await helpdesk({ adapters: failingMarks(() => isHeld) });
  const { jane, desk, sink } = world;
  await jane.writes('Printer on fire', 'It smokes.');
  await until(() => desk.log.some((line) => line.includes('the outbox stumbled')), { what: 'the failure' });
  expect(sink.mails.length).toBeGreaterThan(0);
  isHeld = false;
  desk.passes('1m');
  await desk.settles();
  const states = await desk.house.store.read((at) => at.outbox({}));
  expect(states.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  await desk.restarts();
  await desk.settles();
  expect(sink.mails).toHaveLength(3);
});
