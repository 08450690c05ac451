import { expect, test } from 'vitest';
import { type Conversation, sharedDesk } from '../../support/beside.ts';
import { processDesk } from '../../support/process-desk.ts';
import { voice } from '../../support/voice.ts';

const sla = `calendars:
  office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:00"] } }
plans:
  standard:
    calendar: office
    targets:
      high: { resolution: { remind: 1d, breach: 3d } }
      severe: { resolution: { remind: 4h, breach: 1d } }
      default: { first_response: 1d, report: 3d, evaluation: 2d }
`;
const { plays, notTaken } = sharedDesk(() =>
  processDesk('severity-driven', { firms: { initech: '', hooli: '', wonka: '' }, files: { 'sla.yaml': sla } }),
);

async function opened({ jane, maria }: Conversation, subject: string, text = 'Every time I open the map.'): Promise<void> {
  await jane.writes(subject, text);
  await jane.receives(/We try to see the error ourselves/);
  await maria.receives(/`ask` asks users and subscriber/);
  await maria.replies('!take');
  await maria.receives();
}

async function confirmed({ jane, maria }: Conversation): Promise<void> {
  await maria.replies('!confirmed mostly\nSteps to reproduce: open the map\nUsers affected: all of one town');
  await maria.receives(/Error confirmed/);
  await jane.receives(/We can see the error/);
}

async function reported({ jane, maria }: Conversation): Promise<void> {
  await maria.replies('!operator\nDescription: The app closes when the map opens, version 3.1.');
  await maria.receives(/Pending evaluation/);
  await jane.receives(/With the provider/);
}

async function evaluated(own: Conversation, severity: string): Promise<void> {
  const { jane, maria } = own;
  await maria.replies(`!severity ${severity}`);
  await maria.receives(/Evaluated/);
  await jane.receives(/Evaluated/);
}

test.concurrent(
  'an error: reproduced together, reported, evaluated, scheduled, tested, failed, overdue, released with an update',
  plays(async (own) => {
    const { jane, maria, lena, world, passes, becomes } = own;
    await opened(own, 'The app closes by itself', 'Every time I open the map.\n\nSECRET-4711');
    await maria.replies('!ask\n\nOn which phone and version does it happen?');
    await maria.receives(/Gathering information/);
    await jane.receives(/On which phone and version/);
    await jane.replies('Version 3.1, on all our phones.');
    await maria.receives(/New facts are here/);
    await confirmed(own);
    await reported(own);
    await evaluated(own, 'high');
    await maria.replies('!schedule 2026-03-06');
    await maria.receives(/Scheduled/);
    await jane.receives(/The fix is scheduled for/);
    await passes('5d');
    await maria.receives(/The fix is overdue/);
    await lena.receives(/The fix is overdue/);
    await maria.replies('!qa');
    await maria.receives(/QA testing/);
    await maria.replies('!failed\nReason: it closes on old phones still.');
    await maria.receives(/Scheduled/);
    await maria.replies('!qa');
    await maria.receives(/QA testing/);
    await maria.replies('!release yes\nHow to update: in your app store, version 3.2.');
    await maria.receives(/[Cc]losed/);
    const told = await jane.receives(/please update the app/);
    expect(told.text).toContain('in your app store, version 3.2');
    await becomes({ state: 'closed', severity: 'high' });
    const outside = world.sink.mails.filter(({ recipients }) => recipients.includes('pablo@acme.example'));
    expect(outside.map(({ text }) => text).join('\n')).not.toMatch(/SECRET-4711|jane@/);
  }),
);

test.concurrent(
  'the provider wants details; a severe error wakes the lead, and is released straight away; the report and the evaluation wait',
  plays(async (own) => {
    const { jane, maria, lena, passes, becomes } = own;
    await opened(own, 'Nothing works');
    await confirmed(own);
    await passes('3d');
    await maria.receives(/Confirmed, but not reported/);
    await reported(own);
    await passes('5d');
    await maria.receives(/The provider’s evaluation is late/);
    await maria.replies('!details\n\nWhich version of the map is it?');
    await maria.receives(/Gathering information/);
    await jane.receives(/Which version of the map is it\?/);
    await jane.replies('3.1');
    await maria.receives(/New facts are here/);
    await confirmed(own);
    await reported(own);
    await evaluated(own, 'severe');
    await lena.receives(/A severe error/);
    await maria.replies('!schedule 2026-03-11; release no');
    await maria.receives(/[Cc]losed/);
    await jane.receives();
    await jane.receives();
    await becomes({ state: 'closed' });
  }, 'initech'),
);

test.concurrent(
  'nobody answers the questions; not reproduced: told what was tried, asked once more, closed when nothing comes',
  plays(async (own) => {
    const { jane, maria, passes, becomes } = own;
    await opened(own, 'It flickers');
    await maria.replies('!ask\n\nOn which phone?');
    await maria.receives(/Gathering information/);
    await jane.receives(/On which phone\?/);
    await passes('8d');
    await jane.receives(/Reminder[\s\S]*On which phone\?/);
    await jane.receives(/On which phone\?/);
    await maria.receives(/Nobody answers/);
    await maria.replies('!notconfirmed\nWhat was tried: the map, on five phones.');
    await maria.receives(/Not reproduced/);
    const asked = await jane.receives(/We could not reproduce it/);
    expect(asked.text).toContain('the map, on five phones');
    await passes('12d');
    await jane.receives(/Reminder/);
    await jane.receives(/Closed for now/);
    await becomes({ state: 'closed' });
  }, 'hooli'),
);

test.concurrent(
  'not reproduced at first: they say more, and it is an enhancement',
  plays(async (own) => {
    const { jane, maria, becomes } = own;
    await opened(own, 'It is too small');
    await maria.replies('!notconfirmed\nWhat was tried: the map, on five phones.');
    await maria.receives(/Not reproduced/);
    await jane.receives(/We could not reproduce it/);
    await jane.replies('On the smallest phone only.');
    await maria.receives(/New facts are here/);
    await confirmed(own);
    await reported(own);
    await maria.replies('!severity enhancement');
    await maria.receives(/Evaluated/);
    await jane.receives(/Evaluated as an enhancement/);
    await becomes({ state: 'evaluated', severity: 'enhancement' });
  }, 'wonka'),
);

/** A request, told so; Maria has it. */
async function wished(own: Conversation, subject: string): Promise<void> {
  const { jane, maria } = own;
  await opened(own, subject, 'We would like our shops on the map.');
  await maria.replies('!type custom-request');
  await maria.receives(/Request, to be briefed/);
  await jane.receives(/This is a request/);
}

async function briefed(own: Conversation): Promise<void> {
  const { jane, maria } = own;
  await maria.replies('!brief\nBrief: The shops of the town as a layer of the map.');
  await maria.receives(/Brief with the provider/);
  await jane.receives(/The brief is with the provider/);
}

test.concurrent(
  'a request that is not taken on: the subscriber reads why',
  plays(async (own) => {
    const { jane, maria, becomes } = own;
    await wished(own, 'A map of the moon');
    await maria.replies('!notwanted\nReason: there are no shops.');
    await maria.receives(/[Cc]losed/);
    await jane.receives(/We cannot take this on[\s\S]*there are no shops/);
    await becomes({ state: 'closed' });
  }, 'wonka'),
);

test.concurrent(
  'an estimate is declined, another lapses, a third is approved; no date comes, then one; tests, monitoring with an update, a problem, an interruption, closed',
  plays(async (own) => {
    const { jane, gus, maria, passes, becomes, world } = own;
    await wished(own, 'A map of our own');
    await briefed(own);
    await maria.replies('!scope\nNotes: one layer, updated daily.');
    await maria.receives(/Scoping/);
    await passes('8d');
    await maria.receives(/Scoping waits/);
    await maria.replies('!quote valid 2026-04-30\n40h Layer @ 60 EUR');
    await maria.receives(/Estimate sent/);
    await gus.receives(/Quote HD-\d+-Q1/);
    await gus.taps('Decline', 'Too dear.');
    await jane.receives(/Thank you for telling us/);
    await maria.receives(/The estimate was declined/);
    await maria.replies('!quote valid 2026-03-11\n30h Layer @ 60 EUR');
    await maria.receives(/Estimate sent/);
    await gus.receives(/Quote HD-\d+-Q1/);
    await passes('3d');
    await jane.receives(/The estimate has lapsed/);
    await maria.receives(/The estimate lapsed unanswered/);
    await maria.replies('!quote valid 2026-04-30\n20h Layer @ 60 EUR');
    await maria.receives(/Estimate sent/);
    await gus.receives(/Quote HD-\d+-Q1/);
    await gus.taps('Approve');
    await jane.receives(/It is agreed/);
    await maria.receives(/The estimate is approved/);
    await passes('30d');
    await maria.receives(/No date yet/);
    await maria.replies('!schedule 2026-05-04');
    await maria.receives();
    await jane.receives(/Planned for/);
    await maria.replies('!qa');
    await maria.receives(/Testing and staging/);
    await maria.replies('!failed\nReason: two shops are missing.');
    await maria.receives(/Development scheduled/);
    await maria.replies('!qa');
    await maria.receives(/Testing and staging/);
    await passes('16d');
    await maria.receives(/Testing waits/);
    await maria.replies('!monitor 5d no');
    await maria.receives(/test|Tests/);
    await maria.replies('!tick all; monitor 5d yes');
    await maria.receives(/Monitoring/);
    await jane.receives(/please update the app/);
    await jane.replies('It looks good.');
    await maria.receives(/The subscriber wrote while we watch it/);
    await maria.replies('!problem\nProblem: one shop is missing.');
    await maria.receives(/Development scheduled/);
    await jane.receives(/one shop is missing/);
    await maria.replies('!qa; monitor 5d no');
    await maria.receives(/Monitoring/);
    await jane.receives(/It is live, and we watch it/);
    const beside = voice(world, { text: '', tag: '' }, 'Maria Lopez', maria.address);
    await beside.writes('[new for gus@globex.example] The layer is slow', 'It takes a minute.');
    const other = /HD-\d+/.exec((await beside.receives(/opened for/)).subject)?.[0];
    await maria.replies(`!link ${other}; interrupt\nProblem: the layer is slow`);
    await maria.receives(/Monitoring interrupted/);
    await jane.receives(/Monitoring waits/);
    await maria.replies('!monitor');
    await maria.receives(/nothing|Nothing/);
    await passes('8d');
    await maria.receives(/Monitoring still waits/);
    await beside.replies('!close\nIt was the network.');
    await beside.receives(/[Cc]losed/);
    await maria.replies('!monitor');
    await maria.receives(/Monitoring/);
    await jane.receives(/We watch it again/);
    await beside.replies('!reopen');
    await beside.receives(/closed → |open/);
    await passes('6d');
    await maria.receives(/A linked ticket is still open/);
    await beside.replies('!close\nThe network again.');
    await beside.receives(/→ closed|[Cc]losed/);
    await maria.replies('!monitor');
    await maria.receives(/Monitoring/);
    await jane.receives(/We watch it again/);
    await passes('6d');
    await jane.receives(/All is quiet, so we close it/);
    await becomes({ state: 'closed' });
  }),
);

test.concurrent(
  'a consultation does not suit, then nobody answers; a stakeholder cannot come to the workshop, then says nothing',
  plays(async (own) => {
    const { jane, gus, maria, passes, becomes } = own;
    await wished(own, 'A map for walkers');
    await briefed(own);
    await maria.replies('!discuss thu 11:00 for 45m\nShall we go through it?\n\nComplexity: high\nConsultant: pablo');
    await maria.receives(/proposes Thursday/);
    await jane.receives(/Shall we go through it\?/);
    await jane.taps('Decline', 'Not on Thursday.');
    await maria.receives(/Another time is wanted/);
    await maria.replies('!discuss fri 11:00\nOn Friday?\n\nComplexity: high\nConsultant: pablo');
    await maria.receives(/proposes Friday/);
    await jane.receives(/On Friday\?/);
    await passes('8d');
    await jane.receives(/Reminder[\s\S]*On Friday\?/);
    await jane.receives(/last reminder/);
    await maria.receives(/No word on the consultation/);
    await maria.replies('!scope\nNotes: by mail, then.');
    await maria.receives(/Scoping/);
    await maria.replies('!workshop 2026-03-17 9:00');
    await maria.receives(/proposes Tuesday/);
    await gus.receives(/invitation to the workshop/);
    await gus.taps('Decline', 'I am away.');
    await maria.receives(/Somebody cannot come/);
    await maria.replies('!workshop 2026-03-30 9:00');
    await maria.receives(/proposes Monday/);
    await gus.receives(/invitation to the workshop/);
    await passes('8d');
    await gus.receives(/Reminder/);
    await gus.receives(/last reminder/);
    await maria.receives(/Not everybody answered/);
    await becomes({ state: 'scoping' });
  }, 'initech'),
);

test('every step of severity-driven is taken by one of these conversations', async () => {
  expect(await notTaken()).toEqual([
    // A provider's own clock: test/domain/workflow/stories. What suits everybody: severity-driven-talks.test.ts.
    expect.stringMatching(/^breached fix /),
    expect.stringMatching(/^talk: accept /),
    expect.stringMatching(/^workshop: accept /),
  ]);
});
