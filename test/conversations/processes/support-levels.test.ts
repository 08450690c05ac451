import { expect, test } from 'vitest';
import { type ProcessDesk, processDesk } from '../../support/process-desk.ts';
import { taps } from '../../support/tap.ts';

/** HD-1001, at Maria’s hands on L1. */
async function raised({ jane, maria, desk }: ProcessDesk): Promise<void> {
  await jane.writes('The app shows yesterday’s figures', 'Since the update this morning all figures are those of yesterday.');
  await jane.receives('[HD-1001]', /keeps it whoever works on it/);
  await maria.receives('[HD-1001]', /`escalate` hands it to L2 with a summary/);
  await maria.replies('!take');
  await maria.receives('[HD-1001]');
  await desk.settles();
}

test('L1 solves it: the user is told and asked, and their yes closes', async () => {
  await using world = await processDesk('support-levels');
  const { jane, maria, desk } = world;
  await raised(world);
  await maria.replies('!resolve\nSolution: Reload the page once; the figures are fresh then.');
  await maria.receives('[HD-1001]', /Answered/);
  const asked = await jane.receives('[HD-1001]', /Did this help\?/);
  expect(asked.text).toContain('Reload the page once');
  await taps(jane, asked, 'Yes');
  await jane.receives('[HD-1001]', /It is solved and closed/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', trail: ['l1', 'answered'] });
});

test('L2 talks with the user before anything else, L3 finds the cause, and a no goes back to L3', async () => {
  await using world = await processDesk('support-levels');
  const { jane, maria, ines, otto, desk } = world;
  await raised(world);
  await maria.replies('!escalate "figures are late since the update; reload does not help"');
  await maria.receives('[HD-1001]', /With L2/);
  await jane.receives('[HD-1001]', /A specialist takes over/);
  await ines.receives('[HD-1001]', /figures are late since the update/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'l2', level: 'L2', assignee: 'ines' });
  await ines.replies('!escalate L3 code\nSummary: the job does not run');
  await ines.receives('[HD-1001]', /talked_with_user|talked/);
  await ines.replies('Which figures are late: all, or those of the shops?');
  await jane.receives('[HD-1001]', /Which figures are late/);
  await jane.replies('Those of the shops.');
  await ines.receives('[HD-1001]', /Those of the shops/);
  await desk.settles();
  await ines.replies('!escalate L3\nSummary: the nightly job of the shops does not run\nExpertise: code');
  await ines.receives('[HD-1001]', /With L3/);
  await jane.receives('[HD-1001]', /Our experts take over/);
  await otto.receives('[HD-1001]', /nightly job of the shops/);
  await desk.settles();
  await otto.replies('!root-cause\nExamined: the log of the job\nReproduced: yes\nCause: the job waits for a lock');
  await otto.receives('[HD-1001]');
  await otto.replies('!resolve\nSolution: The job no longer waits; the figures are there since 10:00.');
  await otto.receives('[HD-1001]', /Answered/);
  const asked = await jane.receives('[HD-1001]', /Did this help\?/);
  await taps(jane, asked, 'No', 'One shop is still missing.');
  await otto.receives('[HD-1001]', /It did not help/);
  await jane.receives('[HD-1001]', /We go on/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'l3', fields: { returned: '1', cause: 'the job waits for a lock' } });
});

test('a wish is a change: estimated, approved, built, published and confirmed', async () => {
  await using world = await processDesk('support-levels');
  const { jane, gus, maria, lena, desk } = world;
  await raised(world);
  await maria.replies('!type change-request');
  await maria.receives('[HD-1001]', /Change, to be estimated/);
  await jane.receives('[HD-1001]', /This is a change/);
  await maria.replies('!quote valid 2026-04-01\n5h New column @ 60 EUR\n\nThis is what we would build.');
  await maria.receives('[HD-1001]', /Estimate sent/);
  await taps(gus, await gus.receives('[HD-1001]', /Quote HD-1001-Q1/), 'Approve');
  await maria.receives('[HD-1001]', /The estimate is approved/);
  await jane.receives('[HD-1001]', /It is agreed/);
  await desk.settles();
  await lena.writes('[HD-1001] [status]', '');
  const status = await lena.receives('[HD-1001]');
  await lena.replies('!release\nVersion: 5.0\nSolution: The new column is there.', { to: status });
  await lena.receives('[HD-1001]', /Published/);
  await taps(jane, await jane.receives('[HD-1001]', /It is in version 5\.0/), 'Yes');
  await jane.receives('[HD-1001]', /It is solved and closed/);
});
