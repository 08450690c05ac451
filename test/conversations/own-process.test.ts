import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { taps } from '../support/tap.ts';
import { helpdesk, type World, type WorldOptions } from '../support/world.ts';

const tiny = `workflow: tiny
fields: { issue: text, wanted: text, due: date, solution: text, returned: number }
entry:
  - { state: raised, tell: { requester: acknowledged, team: new-ticket } }
asks:
  solved: { of: requester, answers: [confirm, reject], remind: [3bd] }
states:
  raised: { stage: intake, waits_for: staff, clock: first_response }
  planned: { stage: work, waits_for: staff, clock: resolution }
  fixed: { stage: work, waits_for: customer }
steps:
  - { command: clarify, from: raised, to: planned, by: [associate], collects: [issue, wanted] }
  - { command: plan, from: planned, by: [lead], collects: [due] }
  - { command: finish, from: planned, to: fixed, needs: { due: present }, collects: [solution], asks: solved }
  - { answer: { solved: confirm }, from: fixed, to: closed, tell: { requester: thanks } }
  - { answer: { solved: reject }, from: fixed, to: back, sets: { returned: +1 }, tell: { owner: again } }
  - { silent: solved, from: fixed, tell: { owner: quiet } }
`;

const desk = (options: WorldOptions = {}): Promise<World> =>
  helpdesk({ desk: '  workflow: tiny', files: { 'workflows/tiny.yaml': tiny }, ...options });

test('a process of one’s own, from the first mail to the end', async () => {
  await using world = await desk();
  const { maria, jane } = world;
  await withTicket(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ workflow: 'tiny', state: 'raised', stage: 'intake', waitsFor: 'staff' });

  await maria.replies('!clarify\nIssue: tray 2 smokes\nWanted: a tray that does not');
  await maria.receives('[HD-1001]', /raised → planned/);
  expect(await world.desk.ticket(1001)).toMatchObject({
    ...{ state: 'planned', stage: 'work', waitsFor: 'staff', trail: ['raised'] },
    fields: { issue: 'tray 2 smokes', wanted: 'a tray that does not' },
  });

  await maria.replies('!plan 2026-03-06; finish\nThe tray is a new one.');
  const receipt = await maria.receives('[HD-1001]', /planned → fixed/);
  expect(receipt.text).toMatch(/Jane Roe/);
  await later(world);
  const asked = await jane.receives('[HD-1001]', /The tray is a new one\./);
  expect(await world.desk.ticket(1001)).toMatchObject({
    ...{ state: 'fixed', waitsFor: 'customer', trail: ['raised', 'planned'] },
    fields: { due: '2026-03-06', solution: 'The tray is a new one.' },
  });

  await jane.replies('reject\nIt smokes again.', { to: asked });
  await maria.receives('[HD-1001]', /It smokes again\./);
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'planned', trail: ['raised'], fields: { returned: '1' } });

  await maria.replies('!finish\nNow it does not.');
  await maria.receives('[HD-1001]', /planned → fixed/);
  await later(world);
  const again = await jane.receives('[HD-1001]', /Now it does not\./);
  await taps(jane, again, 'Yes');
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'closed', stage: null, waitsFor: 'nobody' });
  expect((await world.desk.ticket(1001)).closed).not.toBeNull();

  await jane.writes('Re: [HD-1001] Printer on fire', 'It is back again.');
  await maria.receives('[HD-1001]', /It is back again\./);
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({
    state: 'fixed',
    waitsFor: 'staff',
    closed: null,
    trail: ['raised', 'planned'],
  });
});

test('what is not possible is told with what is, and nothing is applied', async () => {
  await using world = await desk();
  const { maria, ravi, jane } = world;
  await withTicket(world);
  await maria.replies('!severity high; finish\nDone.');
  const wrong = await maria.receives('[HD-1001]', /“finish” is possible in planned; this ticket is in raised/);
  expect(wrong.text).toMatch(/what is possible now: clarify/);
  expect(wrong.text).toContain('Done.');

  await maria.replies('!clarify');
  const lacking = await maria.receives('[HD-1001]', /`?clarify`? needs issue, wanted/);
  expect(lacking.html).toMatch(/Issue%3A%0D%0A%0D%0AWanted%3A/);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', severity: null, fields: {} });

  await maria.replies('!clarify "tray 2 smokes" "a cool tray"');
  await maria.receives('[HD-1001]', /raised → planned/);
  await ravi.replies('!plan fri');
  await ravi.receives('[HD-1001]', /lead/);
  await maria.replies('!finish\nDone.');
  await maria.receives('[HD-1001]', /due must be there/);
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'planned' });
  expect(jane.inbox()).toHaveLength(1);
});

test('undo takes a step back whole: state, values, question and mail', async () => {
  await using world = await desk();
  const { maria, jane } = world;
  await withTicket(world);
  await maria.replies('!clarify smokes cool; plan fri; finish\nThe tray is a new one.');
  await maria.receives('[HD-1001]', /planned → fixed/);
  expect(await openAsks(world)).toEqual(['solved']);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /is taken back/);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', stage: 'intake', trail: [], fields: {} });
  expect(await openAsks(world)).toEqual([]);
  await later(world, '1h');
  expect(jane.inbox()).toHaveLength(1);
});

test('a ticket keeps the version that it began with; the next one follows the new file', async () => {
  await using world = await desk();
  const { maria, jane } = world;
  await withTicket(world);
  const began = await world.desk.ticket(1001);
  const changed = tiny.replaceAll('clarify', 'understood').replaceAll('planned', 'agreed');
  await mkdir(join(world.desk.dir, 'config', 'workflows'), { recursive: true });
  await writeFile(join(world.desk.dir, 'config', 'workflows', 'tiny.yaml'), changed);
  await world.desk.restarts();

  await maria.replies('!clarify smokes cool');
  await maria.receives('[HD-1001]', /raised → planned/);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'planned', workflowVersion: began.workflowVersion });

  await jane.writes('Scanner is slow', 'Very slow.');
  await maria.receives('[HD-1002]');
  await maria.replies('!clarify smokes cool');
  await maria.receives('[HD-1002]', /there is no command “clarify”/);
  await maria.replies('!understood slow fast');
  await maria.receives('[HD-1002]', /raised → agreed/);
  const next = await world.desk.ticket(1002);
  expect(next.workflowVersion).not.toBe(began.workflowVersion);
  expect(next.state).toBe('agreed');
});

test('a plain answer to the customer takes the step that the process has for one', async () => {
  const asking = `${tiny}  - { command: reply, from: raised, to: waiting, by: [lead] }
  - { reply: customer, from: waiting, to: back }
  - { quiet: 3bd, from: waiting, tell: { owner: quiet } }
`.replace('  fixed: {', '  waiting: { stage: intake, waits_for: customer }\n  fixed: {');
  await using world = await desk({ files: { 'workflows/tiny.yaml': asking } });
  const { maria, jane } = world;
  await withTicket(world);
  await maria.replies('Which tray is it?');
  await maria.receives('[HD-1001]', /raised → waiting/);
  await later(world);
  await jane.receives('[HD-1001]', /Which tray is it\?/);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'waiting', waitsFor: 'customer', trail: ['raised'] });
  await jane.replies('The second one.');
  await maria.receives('[HD-1001]', /The second one\./);
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'staff', trail: [] });
});

test('several tickets in one mail: each is asked its own question', async () => {
  await using world = await desk();
  const { maria, jane } = world;
  await withTicket(world);
  await jane.writes('Scanner is slow', 'Very slow.');
  await maria.receives('[HD-1002]');
  const steps = 'clarify slow fast; plan fri; finish "a new one"';
  await maria.replies(`!HD-1001 ${steps}\n!HD-1002 ${steps}`);
  await later(world);
  await jane.receives('[HD-1001]', /mailto:/);
  await jane.receives('[HD-1002]', /mailto:/);
  for (const number of [1001, 1002])
    expect(await world.desk.ticket(number)).toMatchObject({ state: 'fixed', waitsFor: 'customer' });
});

const openAsks = ({ desk: { house } }: World): Promise<string[]> =>
  house.store.read(async (at) => {
    const [ticket] = await at.tickets({ limit: 1 });
    const asks = ticket === undefined ? [] : await at.asks(ticket.number);
    return asks.filter(({ state }) => state === 'open').map(({ ask }) => ask);
  });
