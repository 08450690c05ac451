import { expect, test } from 'vitest';
import { type Conversation, sharedDesk } from '../../support/beside.ts';
import { processDesk } from '../../support/process-desk.ts';

const questionnaires = `questionnaires:
  figures:
    title: { en: About the figures }
    types: [incident]
    questions:
      - { field: since, answer: date, ask: { en: Since when are they wrong? } }
      - field: reach
        ask: { en: Who notices it? }
        options: { me: { en: Only me }, all: { en: Everybody } }
    levels:
      - { needs: { reach: all }, level: L3 }
      - { needs: { reach: me }, level: L2 }
`;
const answers = `answers:
  password:
    title: A new password
    identity: true
    text: "Hello {{customer}}, choose “Forgotten?” on the sign-in page."
`;
const sla = `calendars:
  office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:00"] } }
plans:
  standard: { calendar: office, targets: { default: { l1: 4h, l2: 4h, l3: 4h, analysis: 3d, resolution: 5d } } }
`;
const files = { 'questionnaires.yaml': questionnaires, 'answers.yaml': answers, 'sla.yaml': sla };
const { plays, notTaken } = sharedDesk(() =>
  processDesk('support-levels', { files, firms: { initech: '', hooli: '', wonka: '' } }),
);

/** At Maria’s hands on L1. */
async function raised({ jane, maria }: Conversation, subject: string): Promise<void> {
  await jane.writes(subject, 'Since the update this morning all figures are those of yesterday.');
  await jane.receives(/keeps it whoever works on it/);
  await maria.receives(/`escalate` hands it to L2 with a summary/);
  await maria.replies('!take');
  await maria.receives();
}

async function onL2(own: Conversation, subject: string): Promise<void> {
  const { jane, maria, ines } = own;
  await raised(own, subject);
  await maria.replies('!escalate "figures are late since the update; reload does not help"');
  await maria.receives(/With L2/);
  await jane.receives(/A specialist takes over/);
  await ines.receives(/figures are late since the update/);
}

/** Ines asks as people do, and Jane answers. */
async function talked({ jane, ines }: Conversation): Promise<void> {
  await ines.replies('Which figures are late: all, or those of the shops?');
  await jane.receives(/Which figures are late/);
  await jane.replies('Those of the shops.');
  await ines.receives(/Those of the shops/);
}

async function onL3(own: Conversation, subject: string): Promise<void> {
  const { jane, ines, otto } = own;
  await onL2(own, subject);
  await talked(own);
  await ines.replies('!escalate L3\nSummary: the nightly job of the shops does not run\nExpertise: code');
  await ines.receives(/With L3/);
  await jane.receives(/Our experts take over/);
  await otto.receives(/nightly job of the shops/);
}

async function foundOut({ otto }: Conversation): Promise<void> {
  await otto.replies('!root-cause\nExamined: the log of the job\nReproduced: yes\nCause: the job waits for a lock');
  await otto.receives();
}

async function solvedBy(expert: 'ines' | 'otto', own: Conversation, solution: string): Promise<void> {
  await own[expert].replies(`!resolve\nSolution: ${solution}`);
  await own[expert].receives(/Answered/);
  const asked = await own.jane.receives(/Did this help\?/);
  expect(asked.text).toContain(solution);
}

test.concurrent(
  'L1 solves it: the user is told and asked, and their yes closes',
  plays(async (own) => {
    const { jane, maria, becomes } = own;
    await raised(own, 'Figures of yesterday');
    await maria.replies('!resolve\nSolution: Reload the page once; the figures are fresh then.');
    await maria.receives(/Answered/);
    const asked = await jane.receives(/Did this help\?/);
    expect(asked.text).toContain('Reload the page once');
    await jane.taps('Yes');
    await jane.receives(/It is solved and closed[\s\S]*how satisfied you are/);
    await jane.taps('2', 'It took long.');
    await maria.receives(/2 of 5 \(rating\): “It took long\.”/);
    await becomes({ state: 'closed', trail: ['l1', 'answered'], fields: { rating: '2' } });
  }),
);

test.concurrent(
  'a ready answer, once it is clear who asks; it did not help, something is asked, and it helps; no word, and the owner hears of it',
  plays(async (own) => {
    const { jane, maria, passes, becomes } = own;
    await raised(own, 'I cannot sign in');
    await maria.replies('!answer password');
    await maria.receives(/only for somebody of whom you are sure who they are/);
    await maria.replies('!identity\nIdentity checked: called back on the number we have');
    await maria.receives(/Identity checked: called back/);
    await maria.replies('!answer! password');
    await maria.receives(/Answered/);
    await jane.receives(/choose “Forgotten\?” on the sign-in page/);
    await jane.taps('No', 'There is no such word.');
    await maria.receives(/It did not help/);
    await jane.receives(/We go on/);
    await maria.replies('!details\n\nWhat stands on the page?');
    await maria.receives(/Your answer awaited/);
    await jane.receives(/What stands on the page\?/);
    await jane.replies('“Lost your password?”');
    await maria.receives(/The user has answered/);
    await maria.replies('!resolve\nSolution: That is the word; choose it.');
    await maria.receives(/Answered/);
    await jane.receives(/That is the word/);
    await passes('14d');
    await jane.receives(/Did this help\?/);
    await jane.receives(/Did this help\?/);
    await maria.receives(/No word from the user/);
    await becomes({ state: 'answered' });
  }, 'initech'),
);

test.concurrent(
  'a questionnaire half filled is asked once more; it points to L3, and L1 confirms that',
  plays(async (own) => {
    const { jane, maria, otto, becomes } = own;
    await raised(own, 'Wrong figures, everywhere');
    await maria.replies('!ask figures');
    await maria.receives(/2 questions/);
    await jane.receives(/1\. Since when are they wrong\?/);
    await jane.replies('1. 2026-02-27');
    await jane.receives(/still open[\s\S]*2\. Who notices it\?/);
    await jane.replies('2. b');
    await maria.receives(/They point to L3/);
    await maria.replies('!escalate\nSummary: everybody has wrong figures\nExpertise: data');
    await maria.receives(/With L3/);
    await jane.receives(/Our experts take over/);
    const taken = await otto.receives(/everybody has wrong figures/);
    expect(taken.text).toMatch(/What is known so far\n[\s\S]*Until now: With L1[\s\S]*Who notices it\?: Everybody\n/);
    await becomes({ state: 'l3', level: 'L3', assignee: 'otto' });
  }, 'hooli'),
);

test.concurrent(
  'a questionnaire half filled twice is left to a person; so are prose and silence',
  plays(async (own) => {
    const { jane, maria, passes, becomes } = own;
    await raised(own, 'Wrong figures, for me');
    await maria.replies('!ask figures');
    await maria.receives(/2 questions/);
    await jane.receives(/1\. Since when/);
    await jane.replies('1. 2026-02-27');
    await jane.receives(/still open/);
    await jane.replies('1. 2026-02-28');
    await maria.receives(/The answers are here/);
    await maria.replies('!ask figures');
    await maria.receives(/question/);
    await jane.receives(/Who notices it/);
    await jane.replies('It is me again, hello.');
    await maria.receives(/An answer in their own words/);
    await maria.replies('!ask figures');
    await maria.receives(/question/);
    await jane.receives(/Who notices it/);
    await passes('10d');
    await jane.receives(/Who notices it/);
    await jane.receives(/Who notices it/);
    await maria.receives(/No answer from the user/);
    await maria.replies('!details\n\nAre you there?');
    await maria.receives(/Your answer awaited/);
    await jane.receives(/Are you there\?/);
    await passes('14d');
    await jane.receives(/Are you there\?|We need/);
    await jane.receives();
    await maria.receives(/No answer from the user/);
    await becomes({ state: 'l1' });
  }, 'wonka'),
);

test.concurrent(
  'L2 talks with the user before anything else, and may hand down; L3 finds the cause, and may hand back to L2',
  plays(async (own) => {
    const { jane, maria, ines, otto, becomes } = own;
    await onL2(own, 'Late figures');
    await ines.replies('!resolve\nSolution: try again');
    await ines.receives(/talk with the user/);
    await ines.replies('!return\nSummary: reload twice, please');
    await ines.receives(/With L1/);
    await maria.receives(/reload twice, please/);
    await maria.writes(`[HD-${own.number()}] [escalate "done twice, no better"]`, '');
    await maria.receives(/With L2/);
    await jane.receives(/A specialist takes over/);
    await ines.receives(/done twice, no better/);
    await ines.replies('!escalate L3 code\nSummary: the job does not run');
    await ines.receives(/talk with the user/);
    await talked(own);
    await ines.replies('!details\n\nAnd of which shop?');
    await ines.receives(/Your answer awaited/);
    await jane.receives(/And of which shop\?/);
    await jane.replies('The one in town.');
    await ines.receives(/The user has answered/);
    await ines.replies('!escalate L3\nSummary: the nightly job of the shops does not run\nExpertise: code');
    await ines.receives(/With L3/);
    await jane.receives(/Our experts take over/);
    await otto.receives(/nightly job of the shops/);
    await otto.replies('!return\nSummary: it ran; look at the clock of the shop');
    await otto.receives(/With L2/);
    await ines.receives(/look at the clock of the shop/);
    await solvedBy('ines', own, 'The clock of the shop was wrong.');
    await jane.taps('Yes');
    await jane.receives(/It is solved and closed/);
    await becomes({ state: 'closed' });
  }, 'initech'),
);

test.concurrent(
  'a no goes back to L3, the third time the lead and the relationship manager hear of it; a workaround, a build, a new date, a release',
  plays(async (own) => {
    const { jane, lena, otto, max, passes, becomes } = own;
    await onL3(own, 'Figures, wrong for good');
    await otto.replies('!resolve\nSolution: no idea');
    await otto.receives(/[Rr]oot cause/);
    await foundOut(own);
    for (const no of ['One shop is missing.', 'Still missing.', 'Still.']) {
      await solvedBy('otto', own, `The figures are there (${no.length}).`);
      await jane.taps('No', no);
      await otto.receives(/It did not help/);
      await jane.receives(/We go on/);
    }
    await lena.receives(/Not solved for the third time/);
    await max.receives(/Not solved for the third time/);
    await otto.replies('!workaround\nWorkaround: look at the list of shops instead');
    await otto.receives(/Workaround: look at the list/);
    await jane.receives(/look at the list of shops instead/);
    await otto.replies('!build\nExpected date: 2026-03-09');
    await otto.receives(/Being built/);
    await jane.receives(/We found it/);
    await passes('10d');
    await lena.receives(/The build is late/);
    await otto.receives(/The build is late/);
    await otto.replies('!eta 2026-03-20\nReason: the lock is in a library.');
    await otto.receives(/2026|March/);
    await jane.receives(/A new date[\s\S]*the lock is in a library/);
    await otto.replies('!release\nVersion: 5.1\nSolution: The job waits no more.');
    await otto.receives(/Published/);
    await jane.receives(/5\.1/);
    await jane.taps('Yes');
    await jane.receives(/It is solved and closed/);
    await becomes({ state: 'closed', fields: { returned: '3', version: '5.1' } });
  }, 'hooli'),
);

test.concurrent(
  'a wish is a change: estimated, declined, estimated again, lapsed, then approved, built, published, and not yet right',
  plays(async (own) => {
    const { jane, gus, maria, lena, passes, becomes } = own;
    await raised(own, 'A new column');
    await maria.replies('!type change-request');
    await maria.receives(/Change, to be estimated/);
    await jane.receives(/This is a change/);
    await maria.replies('!quote valid 2026-04-01\n9h New column @ 60 EUR');
    await maria.receives(/Estimate sent/);
    await gus.receives(/Quote HD-\d+-Q1/);
    await gus.taps('Decline', 'Too dear.');
    await maria.receives(/The estimate was declined/);
    await jane.receives(/Thank you for telling us/);
    await maria.replies('!quote valid 2026-03-03\n6h New column @ 60 EUR');
    await maria.receives(/Estimate sent/);
    await gus.receives(/Quote HD-\d+-Q1/);
    await passes('3d');
    await maria.receives(/The estimate lapsed unanswered/);
    await jane.receives(/Our estimate has lapsed/);
    await maria.replies('!quote valid 2026-04-01\n5h New column @ 60 EUR');
    await maria.receives(/Estimate sent/);
    await gus.receives(/Quote HD-\d+-Q1/);
    await gus.taps('Approve');
    await maria.receives(/The estimate is approved/);
    await jane.receives(/It is agreed/);
    await lena.writes(`[HD-${own.number()}] [status]`, '');
    await lena.receives();
    await lena.replies('!release\nVersion: 6.0\nSolution: The new column is there.');
    await lena.receives(/Published/);
    await jane.receives(/6\.0/);
    await jane.taps('No', 'It is empty.');
    await jane.receives(/We go on/);
    await becomes({ state: 'building' });
  }),
);

test.concurrent(
  'a change that costs nothing is built on a lead’s word',
  plays(async (own) => {
    const { jane, maria, lena, becomes } = own;
    await raised(own, 'A smaller column');
    await maria.replies('!type improvement');
    await maria.receives(/Change, to be estimated/);
    await jane.receives(/This is a change/);
    await maria.replies('!build\nReason: it is small');
    await maria.receives(/lead/);
    await lena.writes(`[HD-${own.number()}] [status]`, '');
    await lena.receives();
    await lena.replies('!build\nReason: it is small');
    await lena.receives(/Being built/);
    await jane.receives(/We build it/);
    await becomes({ state: 'building' });
  }, 'wonka'),
);

test.concurrent(
  'a release that is only to be published',
  plays(async (own) => {
    const { jane, maria, lena, becomes } = own;
    await raised(own, 'Please publish 6.1');
    await maria.replies('!type release');
    await maria.receives(/Being built/);
    await lena.writes(`[HD-${own.number()}] [status]`, '');
    await lena.receives();
    await lena.replies('!release\nVersion: 6.1\nSolution: Published.');
    await lena.receives(/Published/);
    await jane.receives(/6\.1/);
    await becomes({ state: 'published' });
  }, 'wonka'),
);

test.concurrent(
  'a silent level alarms its holder and the lead, on every level; nothing moves up by itself',
  plays(async (own) => {
    const { jane, maria, ines, otto, lena, max, passes, becomes } = own;
    await raised(own, 'Nobody moves it');
    await passes('1d');
    await maria.receives(/Nobody has moved it/);
    await lena.receives(/Nobody has moved it/);
    await maria.replies('!escalate "nobody had time"');
    await maria.receives(/With L2/);
    await jane.receives(/A specialist takes over/);
    await ines.receives(/nobody had time/);
    await passes('1d');
    await ines.receives(/Nobody has moved it/);
    await lena.receives(/Nobody has moved it/);
    await talked(own);
    await ines.replies('!escalate L3\nSummary: beyond me\nExpertise: code');
    await ines.receives(/With L3/);
    await jane.receives(/Our experts take over/);
    await otto.receives(/beyond me/);
    await passes('1d');
    await otto.receives(/Nobody has moved it/);
    await max.receives(/Nobody has moved it/);
    await becomes({ state: 'l3' });
  }, 'initech'),
);

test('every step of support-levels is taken by one of these conversations', async () => {
  expect(await notTaken()).toEqual([
    // No mail opens a ticket on the channel `social` yet.
    expect.stringMatching(/^posted /),
    // Only where a service plan has `next-level` in its chain: warnings.test.ts.
    expect.stringMatching(/^level-overdue from l1 /),
    expect.stringMatching(/^level-overdue from l2 /),
  ]);
});
