import { expect, test } from 'vitest';
import { type ProcessDesk, processDesk } from '../../support/process-desk.ts';
import { taps } from '../../support/tap.ts';

/** HD-1001, confirmed and reported to the provider, who has evaluated it as high. */
async function evaluated({ jane, maria, pablo, desk }: ProcessDesk): Promise<void> {
  await jane.writes('The app closes by itself', 'SECRET-4711: every time I open the map.');
  await jane.receives('[HD-1001]', /We try to see the error ourselves/);
  await maria.receives('[HD-1001]', /`ask` asks users and subscriber/);
  await maria.replies('!ask\nOn which phone and version does it happen?');
  await maria.receives('[HD-1001]', /Gathering information/);
  await jane.receives('[HD-1001]', /On which phone and version/);
  await jane.replies('Version 3.1, on all our phones.');
  await maria.receives('[HD-1001]', /New facts are here/);
  await desk.settles();
  await maria.replies('!confirmed mostly\nSteps to reproduce: open the map\nUsers affected: all of one town');
  await maria.receives('[HD-1001]', /Error confirmed/);
  await jane.receives('[HD-1001]', /We can see the error/);
  await maria.replies('!operator\nDescription: The app closes when the map opens, version 3.1.');
  await maria.receives('[HD-1001]', /Pending evaluation/);
  await jane.receives('[HD-1001]', /With the provider/);
  await desk.settles();
  await maria.replies('!severity high');
  await maria.receives('[HD-1001]', /Evaluated/);
  await jane.receives('[HD-1001]', /Evaluated: high/);
  await desk.settles();
  expect(
    pablo
      .inbox()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/SECRET-4711|jane@/);
}

test('an error: reproduced together, reported, evaluated, scheduled, tested, failed, released with an update', async () => {
  await using world = await processDesk('severity-driven');
  const { jane, maria, desk } = world;
  await evaluated(world);
  await maria.replies('!schedule 2026-03-06');
  await maria.receives('[HD-1001]', /Scheduled/);
  await jane.receives('[HD-1001]', /The fix is scheduled for/);
  await maria.replies('!qa');
  await maria.receives('[HD-1001]', /QA testing/);
  await maria.replies('!failed\nReason: it closes on old phones still.');
  await maria.receives('[HD-1001]', /Scheduled/);
  await maria.replies('!qa');
  await maria.receives('[HD-1001]', /QA testing/);
  await maria.replies('!release yes\nHow to update: in your app store, version 3.2.');
  await maria.receives('[HD-1001]', /[Cc]losed/);
  const told = await jane.receives('[HD-1001]', /please update the app/);
  expect(told.text).toContain('in your app store, version 3.2');
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', severity: 'high' });
});

test('not reproduced: told what was tried, asked once more, closed when nothing comes', async () => {
  await using world = await processDesk('severity-driven');
  const { jane, maria, desk } = world;
  await jane.writes('The app closes by itself', 'Every time I open the map.');
  await maria.receives('[HD-1001]');
  await jane.receives('[HD-1001]');
  await maria.replies('!notconfirmed\nWhat was tried: the map, on five phones.');
  await maria.receives('[HD-1001]', /Not reproduced/);
  const asked = await jane.receives('[HD-1001]', /We could not reproduce it/);
  expect(asked.text).toContain('the map, on five phones');
  await desk.settles();
  for (const days of ['4d', '4d', '2d']) {
    desk.passes(days);
    await desk.settles();
  }
  await jane.receives('[HD-1001]', /Closed for now/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
});

test('a request: brief, consultation, estimate, approval, tests, monitoring, a problem, monitored again, closed', async () => {
  await using world = await processDesk('severity-driven');
  const { jane, gus, maria, desk } = world;
  await jane.writes('A map of our own', 'We would like our shops on the map.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.replies('!type custom-request');
  await maria.receives('[HD-1001]', /Request, to be briefed/);
  await jane.receives('[HD-1001]', /This is a request/);
  await maria.replies('!brief\nBrief: The shops of the town as a layer of the map.');
  await maria.receives('[HD-1001]', /Brief with the provider/);
  await jane.receives('[HD-1001]', /The brief is with the provider/);
  await maria.replies('!scope\nNotes: one layer, updated daily.');
  await maria.receives('[HD-1001]', /Scoping/);
  await maria.replies('!quote valid 2026-04-01\n20h Layer of shops @ 60 EUR\n\nThe provider would build this.');
  await maria.receives('[HD-1001]', /Estimate sent/);
  await taps(gus, await gus.receives('[HD-1001]', /Quote HD-1001-Q1/), 'Approve');
  await jane.receives('[HD-1001]', /It is agreed/);
  await maria.receives('[HD-1001]', /The estimate is approved/);
  await desk.settles();
  await maria.replies('!qa');
  await maria.receives('[HD-1001]', /Testing and staging/);
  await maria.replies('!tick all; monitor 5d no');
  await maria.receives('[HD-1001]', /Monitoring/);
  await jane.receives('[HD-1001]', /It is live, and we watch it/);
  await maria.replies('!problem\nProblem: one shop is missing.');
  await maria.receives('[HD-1001]', /Development scheduled/);
  await jane.receives('[HD-1001]', /one shop is missing/);
  await maria.replies('!qa; monitor 5d no');
  await maria.receives('[HD-1001]', /Monitoring/);
  await jane.receives('[HD-1001]', /It is live, and we watch it/);
  await desk.settles();
  for (const days of ['4d', '4d', '1d']) {
    desk.passes(days);
    await desk.settles();
  }
  await jane.receives('[HD-1001]', /All is quiet, so we close it/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
});
