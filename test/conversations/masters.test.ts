import { expect, test } from 'vitest';
import { helpdesk, type World } from '../support/world.ts';

const later = async (world: World) => {
  await world.desk.settles();
  world.desk.passes('5m');
  await world.desk.settles();
};

/** Jane and John each have a ticket that hangs on HD-1003. */
async function withMaster(world: World) {
  const { jane, john, maria } = world;
  await jane.writes('No internet', 'Since eight.');
  await jane.receives('[HD-1001]');
  const first = await maria.receives('[HD-1001]');
  await john.writes('The line is dead', 'Since nine.');
  await john.receives('[HD-1002]');
  const second = await maria.receives('[HD-1002]');
  await maria.writes('Cable cut in Harbour Street', 'For all who are cut off.');
  await maria.receives('[HD-1003]', /number HD-1003/);
  const master = maria.inbox().at(-1);
  await maria.replies('!master HD-1003', { to: first });
  await maria.receives('[HD-1001]', /hangs on HD-1003 “Cable cut in Harbour Street”/);
  await maria.replies('!master HD-1003', { to: second });
  await maria.receives('[HD-1002]', /hangs on HD-1003/);
  await world.desk.settles();
  return master;
}

test('when a master is answered with reply, and when it closes, each customer hears it once on their own ticket', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, desk } = world;
  await withMaster(world);
  await maria.writes('[HD-1003] Cable cut in Harbour Street', '!reply\nThe digger has been moved.');
  const receipt = await maria.receives('[HD-1003]', /Jane Roe/);
  expect(receipt.text).toMatch(/John Doe: a notification/);
  await later(world);
  await jane.receives('[HD-1001] No internet', /news about what lies behind your request[\s\S]*digger has been moved/);
  await john.receives('[HD-1002] The line is dead', /digger has been moved/);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'out', visibleText: 'The digger has been moved.' });

  await maria.replies('A plain answer stays where it is.');
  await later(world);
  await maria.replies('!close', { to: receipt });
  await desk.settles();
  await maria.receives('[HD-1003]', /raised → closed/);
  await later(world);
  await jane.receives('[HD-1001]', /lay behind your request is solved/);
  await john.receives('[HD-1002]', /is solved/);
  jane.hasNothingUnread();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', master: 1003 });
});

test('undo calls the notices off, and what they said is not said', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, desk } = world;
  await withMaster(world);
  await maria.writes('[HD-1003] Cable cut in Harbour Street', '!reply\nThe digger has been moved.');
  await maria.receives('[HD-1003]', /Jane Roe/);
  await maria.replies('!undo');
  await maria.receives('[HD-1003]', /the mail to .*Jane Roe.* does not go out/);
  await later(world);
  jane.hasNothingUnread();
  john.hasNothingUnread();
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'out', status: 'dropped' });
});

const builds = `workflow: builds
fields: { version: text }
entry:
  - { state: raised }
states:
  raised: { waits_for: staff }
  published: { waits_for: staff }
steps:
  - { command: release, from: raised, to: published, by: [associate], collects: [version], tell: { waiting: published } }
  - { command: finish, from: published, to: closed, by: [associate] }
`;
const buildsWords = `texts:
  published:
    title: It is there
    text: "Version {{fields.version}} is out, and brings what you wait for under {{tag}}."
`;

test('a release on the root cause tells everybody who waits for it once, under their own number; closing follows on its own', async () => {
  await using world = await helpdesk({
    desk: '  workflow: builds',
    files: { 'workflows/builds.yaml': builds, 'templates/en/workflows/builds.yaml': buildsWords },
  });
  const { jane, john, maria, desk } = world;
  await withMaster(world);
  await maria.writes('[HD-1003] Cable cut in Harbour Street', '!take');
  await maria.receives('[HD-1003]', /nobody → maria/);
  await maria.replies('!release 4.2');
  const receipt = await maria.receives('[HD-1003]', /raised → published/);
  expect(receipt.text).toMatch(/Jane Roe[\s\S]*John Doe/);
  await later(world);
  await jane.receives('[HD-1001] No internet', /Version 4\.2 is out, and brings what you wait for under HD-1001/);
  await john.receives('[HD-1002] The line is dead', /Version 4\.2 is out[\s\S]*HD-1002/);
  jane.hasNothingUnread();
  john.hasNothingUnread();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', master: 1003 });
  expect(await desk.ticket(1003)).toMatchObject({ state: 'published', fields: { version: '4.2' } });
});
