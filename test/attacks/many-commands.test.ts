import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const many = (line: (at: number) => string) => Array.from({ length: 20_000 }, (_, at) => line(at)).join('\n');

test.each([
  ['searches', false, (at: number) => `!find word${at}`],
  ['words that are no commands', false, (at: number) => `!foo${at} bar`],
  ['commands by one of us', true, (at: number) => `!tag t${at}`],
  ['lines that name tickets, by one of us', true, (at: number) => `!HD-${1001 + at} take`],
])('A13: 20,000 %s in the name of one of us hold nobody up, and do nothing', async (_, proved, line) => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  const from = Date.now();
  await maria.writes('Re: [HD-1001] Printer on fire', many(line), { proved });
  await maria.receives('', proved ? /more than 100 commands/ : /confirm|yours/i);
  expect(Date.now() - from).toBeLessThan(10_000);
  await later(world);
  expect(maria.inbox().every(({ raw }) => raw.length < 200_000)).toBe(true);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null, tags: [] });
  expect(jane.inbox()).toHaveLength(1);
});
