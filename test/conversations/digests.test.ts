import { expect, test } from 'vitest';
import { withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const sla = `calendars: {}
plans: {}
jobs: { worklist: "0 8 * * mon-fri", overview: "0 8 * * mon-fri", ledger: "0 6 * * *" }
`;

test('a Monday morning after the desk was down: each gets one mail when their day begins, and none that they turned off', async () => {
  await using world = await helpdesk({ opens: '2026-02-27T09:00:00Z', files: { 'sla.yaml': sla } });
  const { jane, maria, ravi, desk, clock } = world;
  const till = (moment: string) => clock.passes(Date.parse(moment) - clock.now());
  await desk.lives('10m');
  maria.hasNothingUnread();

  await withTicket(world);
  await maria.replies('!take; eta 2026-03-02');
  await maria.receives('[HD-1001]');
  await jane.writes('The screen is dark', 'Since noon.');
  await jane.receives('[HD-1002]');
  await maria.receives('[HD-1002]');
  await ravi.receives('[HD-1002]');
  await desk.settles();

  await desk.daemon.stop();
  till('2026-03-02T07:30:00Z');
  await desk.restarts();
  await desk.lives('10m');
  maria.hasNothingUnread();
  await desk.lives('25m');
  const work = await maria.receives('Mar 2, 2026: 1 of your tickets', /Due today\n+HD-1001 .* promised for Mar 2, 2026/);
  expect(work.text).toContain('Open tickets that nobody has: 1.');
  expect(work.html).toContain(encodeURIComponent('[digest worklist off]'));
  expect(work.parsed.headers.get('list')).toMatchObject({
    unsubscribe: { mail: expect.stringContaining('support@acme.example') },
  });
  await maria.receives('Mar 2, 2026: 2 open, 1 with nobody (web)', /HD-1002 .*The screen is dark/);
  await desk.lives('3h');
  maria.hasNothingUnread();
  ravi.hasNothingUnread();

  await maria.writes('[digest worklist off]', '');
  await maria.receives('digest worklist off', /worklist: on → off/);
  await desk.settles();
  till('2026-03-03T08:30:00Z');
  await desk.lives('5m');
  await maria.receives('Mar 3, 2026: 2 open');
  await maria.receives('Mail on Mar 2, 2026: 1 seen, 0 unaccounted', /1 seen = 1 commands \+ 0 unaccounted/);
  maria.hasNothingUnread();
  ravi.hasNothingUnread();

  await maria.writes('[report week]', '');
  const report = await maria.receives('Acme Support: Week of Feb 23, 2026 to Mar 1, 2026', /Tickets in · 2/);
  expect(report.parsed.attachments.map(({ contentType, related }) => [contentType, related])).toContainEqual(['image/png', true]);
  expect(report.html).toMatch(/alt="In and out: Tickets in: .*Fri 2/);
});
