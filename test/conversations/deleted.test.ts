import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';

test('LAW-1: a deleted ticket comes back within 30 days; then its words and files are gone, and its mails still counted', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await deletedTicket(world);
  const before = await desk.ledger();
  const files = await rawMails(world);

  desk.passes('29d');
  await maria.replies('!restore');
  await maria.receives('[HD-1001]', /there again/);
  await maria.replies('!delete');
  await maria.receives('[HD-1001]', /brings it back until/);
  await later(world, '31d');

  const isEmpty = async () => {
    desk.passes('1h');
    return (await desk.messages(1001)).every(({ text }) => text === '[removed]');
  };
  await until(isEmpty, { what: 'an empty ticket' });
  await until(async () => (await rawMails(world)).length === 0, { what: 'no raw mail left' });
  const { commanded, ...others } = await desk.ledger();
  expect(others).toEqual({ ...before, commanded: undefined });
  expect(commanded).toBe(before.commanded + 2);
  expect(files.length).toBeGreaterThan(1);
  expect(await desk.ticket(1001)).toMatchObject({ subject: '[removed]' });
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.map(({ event }) => event)).toEqual(expect.arrayContaining(['opened', 'deleted', 'restored', 'purged']));
});

test('what fell due while the desk was down is done when it starts, and a late answer opens a ticket of its own', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  await deletedTicket(world);
  await desk.daemon.stop();
  desk.passes('31d');
  await desk.restarts();
  await until(async () => (await rawMails(world)).length === 0, { what: 'no raw mail left' });

  await jane.replies('It smokes again.');
  const notice = await maria.receives('[HD-1002]', /It smokes again/);
  expect(notice.text).toContain('HD-1001');
  await later(world);
  expect(JSON.stringify(await desk.messages(1001))).not.toContain('smokes');
});

/** HD-1001, deleted by Maria. */
async function deletedTicket(world: World): Promise<void> {
  const { maria } = world;
  await withTicket(world);
  await maria.replies('!delete');
  await maria.receives('[HD-1001]', /brings it back until/);
  await world.desk.settles();
}

const rawMails = async ({ desk }: World): Promise<string[]> => {
  const trees = ['mails', 'sent'].map((tree) => readdir(join(desk.dir, 'data', tree), { recursive: true, withFileTypes: true }));
  return (await Promise.all(trees)).flat().flatMap((one) => (one.isFile() ? [one.name] : []));
};
