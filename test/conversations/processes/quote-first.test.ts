import { expect, test } from 'vitest';
import { type ProcessDesk, processDesk } from '../../support/process-desk.ts';
import { taps } from '../../support/tap.ts';

/** HD-1001, raised by Jane. */
async function raised({ jane, maria, desk }: ProcessDesk): Promise<void> {
  await jane.writes('The export is empty', 'The monthly export has no rows since Monday.');
  await jane.receives('[HD-1001]', /If all is clear, a quote comes next/);
  await maria.receives('[HD-1001]', /`clear` leads to the quote/);
  await desk.settles();
}

/** Offered by Maria, approved by Gus, set up, and done by Emil, Jane’s contact with us. */
async function agreedAndDone({ jane, gus, maria, lena, emil, desk }: ProcessDesk): Promise<void> {
  await maria.replies(
    '!quote valid 2026-04-01 eta 2026-03-20\n3h Fix the export @ 60 EUR\nScope: the monthly export\n\nThis is our offer.',
  );
  await maria.receives('[HD-1001]', /Quote sent/);
  await taps(gus, await gus.receives('[HD-1001]', /Quote HD-1001-Q\d/), 'Approve', 'Our contact is Jane.');
  await maria.receives('[HD-1001]', /The quote is approved/);
  await jane.receives('[HD-1001]', /It is agreed/);
  await desk.settles();
  await maria.replies('!spoc spoc_ours=emil spoc_theirs=jane@globex.example; tick all; assign emil');
  await maria.receives('[HD-1001]', /all 4 ticked/);
  await emil.receives('[HD-1001]');
  await emil.replies('!start');
  await emil.receives('[HD-1001]', /In work/);
  await jane.receives('[HD-1001]', /We have begun/);
  await desk.settles();
  await lena.writes('[HD-1001] [status]', '');
  await lena.receives('[HD-1001]');
  await emil.replies('!resolve\nSolution: The export takes all rows again.');
  await emil.receives('[HD-1001]', /Resolved/);
  const asked = await jane.receives('[HD-1001]', /Are you happy with it\?/);
  await taps(jane, asked, 'No', 'February is missing.');
  await emil.receives('[HD-1001]', /not happy yet/);
  await jane.receives('[HD-1001]', /We go on/);
  await desk.settles();
  await emil.replies('!resolve\nSolution: February is there too.');
  await emil.receives('[HD-1001]', /Resolved/);
  await taps(jane, await jane.receives('[HD-1001]', /February is there too/), 'Yes');
  await jane.receives('[HD-1001]', /It is done and closed/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', fields: { returned: '1' } });
}

test('clear from the first mail: quote, approval, set-up, work, not happy, happy', async () => {
  await using world = await processDesk('quote-first');
  const { jane, maria } = world;
  await raised(world);
  await maria.replies('!clear\nWhat is wrong: the export has no rows\nWhat is wanted: the rows of the month');
  await maria.receives('[HD-1001]', /Quote in preparation/);
  const told = await jane.receives('[HD-1001]', /We know what to do/);
  expect(told.text).toContain('the rows of the month');
  await agreedAndDone(world);
});

test('a new client confirms, and has an account', async () => {
  await using world = await processDesk('quote-first', { files: { 'customers.yaml': 'customers: []\n' } });
  const { stranger, maria, desk } = world;
  await stranger.writes('The export is empty', 'The monthly export has no rows.');
  await maria.receives('[HD-1001]', /If you know them already/);
  const asked = await stranger.receives('[HD-1001]', /Please confirm with one tap/);
  await taps(stranger, asked, 'Yes');
  await stranger.receives('[HD-1001]', /Your account is open/);
  await maria.receives('[HD-1001]', /A new request/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', stage: 'raised' });
});

test('hard to fix: a fee is offered, declined, offered again, approved; the report goes out with the quote', async () => {
  await using world = await processDesk('quote-first');
  const { jane, gus, maria, lena, desk } = world;
  await raised(world);
  await maria.replies('!complete\nWhat is wrong: the export has no rows');
  await maria.receives('[HD-1001]', /In triage/);
  await jane.receives('[HD-1001]', /We have all we need/);
  await maria.replies('!triage high; fee 240 EUR valid 2026-04-01');
  await maria.receives('[HD-1001]', /Fee offered/);
  await taps(gus, await gus.receives('[HD-1001]', /Consultation fee HD-1001-F1/), 'Decline', 'Too much.');
  await maria.receives('[HD-1001]', /The fee was declined/);
  await desk.settles();
  await maria.replies('!fee 120 EUR valid 2026-04-01');
  await maria.receives('[HD-1001]', /Fee offered/);
  await taps(gus, await gus.receives('[HD-1001]', /€120/), 'Approve');
  await maria.receives('[HD-1001]', /The fee is approved/);
  await desk.settles();
  await lena.writes('[HD-1001] [status]', '');
  await lena.receives('[HD-1001]');
  await lena.replies('!analysis\nUnderlying issue: a lock\nActions: remove it\nImpact: none');
  await lena.receives('[HD-1001]', /Quote in preparation/);
  await maria.receives('[HD-1001]', /The analysis is done/);
  await agreedAndDone(world);
});
