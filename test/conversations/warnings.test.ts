import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { webhook } from '../support/webhook.ts';
import { helpdesk } from '../support/world.ts';

const customers = `customers:
  - { id: globex, name: Globex, domains: [globex.example], plan: gold, contacts: [{ name: Jane Roe, addresses: [jane@globex.example] }] }
`;
const sla = (url: string) => `calendars: { office: { timezone: UTC, hours: { mon-fri: ["09:00-17:00"] } } }
plans:
  gold:
    calendar: office
    warn: [50%]
    escalate: [associate, { to: lead, after: 2h }]
    targets: { default: { first_response: 4h, next_response: 2h }, severe: { first_response: 4h } }
  bronze: { targets: { default: { first_response: 9h } } }
alarms: { on_call: [ravi], webhook: { url: "${url}", secret: s3cret } }
`;

test('warnings of a quarter of an hour are one mail; who answered hears no more; a missed time goes up; what is severe wakes at night', async () => {
  await using machine = await webhook();
  await using here = await helpdesk({
    desk: '  workflow: simple',
    files: { 'customers.yaml': customers, 'sla.yaml': sla(machine.url) },
  });
  const { jane, maria, ravi, desk } = here;
  for (const [number, subject] of [
    [1001, 'Printer on fire'],
    [1002, 'No network'],
  ] as const) {
    await jane.writes(subject, 'Please help.');
    await jane.receives(`[HD-${number}]`);
    await maria.receives(`[HD-${number}]`);
    await ravi.receives(`[HD-${number}]`);
  }
  await desk.settles();

  await desk.lives('2h');
  const warned = await maria.receives('HD-1001 first response, 4h: to be done by');
  expect(warned.subject).toMatch(/and 1 more$/);
  expect(warned.text).toMatch(/HD-1001[\s\S]*HD-1002/);
  await ravi.receives('HD-1001 primera respuesta, 4h: hasta');
  await desk.lives('5m');
  maria.hasNothingUnread();

  await maria.writes('[HD-1001] [take]', 'We are on our way.');
  await maria.receives('[HD-1001]');
  await desk.settles();
  await desk.lives('2h');
  expect((await maria.receives('HD-1002 first response, 4h: over since')).text).not.toContain('HD-1001');
  await ravi.receives('HD-1002');
  await jane.receives('[HD-1001]', /on our way/);
  await desk.restarts();
  await desk.lives('2h');
  await maria.receives('HD-1002 first response', /nobody has done it in the 2h after that/);
  ravi.hasNothingUnread();

  await maria.writes('[HD-1002] [sla with bronze]', '');
  await maria.receives('[HD-1002]', /first response: 9h day and night[\s\S]*left: 2h/);

  await desk.lives('6h');
  machine.answersNext(503);
  await maria.writes('[HD-1002] [severity severe]', '');
  await maria.receives('[HD-1002]');
  await desk.settles();
  await desk.lives('1m');
  await ravi.receives('ALARMA: HD-1002');
  await desk.lives('1m');
  expect(machine.posts.map(({ headers }) => headers['x-maildesk-delivery'])).toEqual(
    [1, 2].map(() => expect.stringMatching(/^HD-1002 alarm /)),
  );
  expect(JSON.parse(machine.posts[0]?.body ?? '')).toMatchObject({ event: 'severe', ticket: 'HD-1002', severity: 'severe' });
  await desk.lives('30d');
  const history = await desk.house.store.read((at) => at.journal(ticketNo(1002)));
  expect(history.filter(({ event }) => /^clock-|^alarm-/.test(event)).map(({ event }) => event)).toEqual([
    ...['clock-warned', 'clock-breached', 'clock-escalated', 'alarm-raised'],
  ]);
});

test('where the plan says so a ticket that lies at a level goes one up by itself', async () => {
  const plan = `plans: { gold: { escalate: [{ to: next-level, after: 1h }], targets: { default: { l1: 2h } } } }\n`;
  await using here = await helpdesk({
    desk: '  workflow: support-levels',
    files: { 'customers.yaml': customers, 'sla.yaml': plan },
  });
  const { jane, desk } = here;
  await jane.writes('Printer on fire', 'Please help.');
  await jane.receives('[HD-1001]');
  await desk.settles();
  await desk.lives('2h30m');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'l1' });
  await desk.lives('1h');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'l2' });
});
