import { expect, test } from 'vitest';
import { type Conversation, sharedDesk } from '../../support/beside.ts';
import { processDesk } from '../../support/process-desk.ts';

const { plays, notTaken } = sharedDesk(() => processDesk('quote-first', { firms: { initech: '', hooli: '' } }));

/** Raised by Jane. */
async function raised({ jane, maria }: Conversation, subject: string): Promise<void> {
  await jane.writes(subject, 'The monthly export has no rows since Monday.');
  await jane.receives(/If all is clear, a quote comes next/);
  await maria.receives(/`clear` leads to the quote/);
}

/** A stranger writes, is asked to confirm, and the team hears that it need not wait for that. */
async function knockedAt({ stranger, maria }: Conversation, subject: string): Promise<void> {
  await stranger.writes(subject, 'The monthly export has no rows.');
  await stranger.receives(/Please confirm with one tap/);
  await maria.receives(/do not wait/);
}

async function cleared(own: Conversation, subject: string): Promise<void> {
  const { jane, maria } = own;
  await raised(own, subject);
  await maria.replies('!clear\nWhat is wrong: the export has no rows\nWhat is wanted: the rows of the month');
  await maria.receives(/Quote in preparation/);
  const told = await jane.receives(/We know what to do/);
  expect(told.text).toContain('the rows of the month');
}

async function offered(own: Conversation): Promise<void> {
  const { gus, maria } = own;
  await maria.replies(
    '!quote valid 2026-04-01 eta 2026-03-20\n3h Fix it @ 60 EUR\nScope: the monthly export\n\nThis is our offer.',
  );
  await maria.receives(/Quote sent/);
  await gus.receives(/Quote HD-\d+-Q\d/);
  await own.jane.receives(/This is our offer\.[\s\S]*This also went to Gus Hill/);
}

async function agreed(own: Conversation): Promise<void> {
  const { jane, gus, maria } = own;
  await offered(own);
  await gus.taps('Approve', 'Our contact is Jane.');
  await maria.receives(/The quote is approved/);
  await jane.receives(/It is agreed/);
}

/** Set up, and in work at Emil’s hands, whose counterpart is Jane. */
async function begun(own: Conversation): Promise<void> {
  const { jane, maria, emil } = own;
  await agreed(own);
  await maria.replies(`!spoc spoc_ours=emil spoc_theirs=${jane.address}; tick all; assign emil`);
  await maria.receives(/all 4 ticked/);
  await emil.receives();
  await emil.replies('!start');
  await emil.receives(/In work/);
  await jane.receives(/We have begun/);
}

/** Resolved by Emil, and Jane is asked. */
async function resolved({ jane, emil }: Conversation, solution: string): Promise<void> {
  await emil.replies(`!resolve\nSolution: ${solution}`);
  await emil.receives(/Resolved/);
  const asked = await jane.receives(/Are you happy with it\?/);
  expect(asked.text).toContain(solution);
}

test.concurrent(
  'clear from the first mail: quote, approval, set-up, work, not happy, happy: five of five',
  plays(async (own) => {
    const { jane, emil, becomes } = own;
    await cleared(own, 'The export is empty');
    await begun(own);
    await resolved(own, 'The export takes all rows again.');
    await jane.taps('No', 'February is missing.');
    await emil.receives(/not happy yet/);
    await jane.receives(/We go on/);
    await resolved(own, 'February is there too.');
    await jane.taps('Yes');
    const record = await jane.receives(/It is done and closed/);
    for (const part of ['how satisfied you are', 'What was decided', 'What is charged', '-Q1'])
      expect(record.text).toContain(part);
    await jane.taps('5', 'Quick and friendly.');
    await emil.receives(/5 of 5 \(rating\): “Quick and friendly\.”/);
    await becomes({ state: 'closed', fields: { returned: '1', rating: '5' } });
  }),
);

test.concurrent(
  'both contacts’ plain replies reach each other; a new date is told with its reason',
  plays(async (own) => {
    const { jane, emil } = own;
    await cleared(own, 'The export is slow');
    await begun(own);
    await emil.replies('Which month do you need first?');
    await jane.receives(/Which month do you need first\?/);
    await jane.replies('February, please.');
    await emil.receives(/February, please\./);
    await emil.replies('!eta 2026-03-27\nReason: the archive has to be read as well.');
    await emil.receives(/new date|2026|March/);
    const told = await jane.receives(/We now expect to be done by/);
    expect(told.text).toContain('the archive has to be read as well');
  }),
);

test.concurrent(
  'a new client confirms, and has an account',
  plays(async ({ stranger, maria, becomes }) => {
    await stranger.writes('The export of a new client', 'The monthly export has no rows.');
    await maria.receives(/They were asked to confirm/);
    await stranger.receives(/Please confirm with one tap/);
    await stranger.taps('Yes');
    await stranger.receives(/Your account is open/);
    await maria.receives(/A new request/);
    await becomes({ state: 'raised', stage: 'raised' });
  }),
);

test.concurrent(
  'a new client who never confirms is reminded, and after 14 days it is closed',
  plays(async ({ stranger, maria, passes, becomes }) => {
    await stranger.writes('A question of nobody', 'The monthly export has no rows.');
    await maria.receives(/They were asked to confirm/);
    await stranger.receives(/Please confirm with one tap/);
    await passes('3d');
    await stranger.receives(/confirm/);
    await passes('12d');
    await maria.receives(/Never confirmed/);
    await becomes({ state: 'closed' });
  }, 'initech'),
);

test.concurrent(
  'the team knows the new client already, and opens the account',
  plays(async (own) => {
    const { stranger, maria, becomes } = own;
    await knockedAt(own, 'A friend of the house');
    await maria.replies('!account "Hooli Two"');
    await maria.receives(/Raised/);
    await stranger.receives(/Your account is open/);
    await becomes({ state: 'raised' });
  }, 'hooli'),
);

test.concurrent(
  'the new client is of a customer: the ticket is theirs, and goes on',
  plays(async (own) => {
    const { stranger, maria, becomes } = own;
    await knockedAt(own, 'From my other address');
    await maria.replies('!customer Initech');
    await maria.receives(/Raised/);
    await stranger.receives(/Your account is open/);
    await becomes({ state: 'raised', customer: 'initech' });
  }, 'wonka-two'),
);

test.concurrent(
  'a new client on the phone needs no round trip',
  plays(async ({ stranger, maria, becomes }) => {
    await maria.writes(`[phone ${stranger.address} "Sam Stranger"] The export of a caller`, 'Called: it has no rows.');
    await maria.receives(/opened for sam@/, 'The export of a caller');
    await stranger.receives(/your call|number HD-/i, 'HD-');
    await becomes({ state: 'raised', channel: 'phone' });
  }, 'wonka'),
);

test.concurrent(
  'unclear: a talk is proposed, declined, proposed again, agreed; its outcome is asked for, and sent as what we understood',
  plays(async (own) => {
    const { jane, maria, passes, becomes } = own;
    await raised(own, 'Something is odd');
    await maria.replies('!discuss wed 10:00\n\nShall we talk on Wednesday at ten?');
    await maria.receives(/Discussion proposed/);
    await jane.receives(/Shall we talk on Wednesday at ten\?/);
    await jane.taps('Decline', 'Not on Wednesday.');
    await maria.receives(/They cannot make it/);
    await maria.replies('!discuss thu 10:00, thu 14:00\n\nThen on Thursday?');
    await maria.receives(/Discussion proposed/);
    await jane.receives(/Then on Thursday\?/);
    await jane.replies('2');
    await jane.receives(/The time is agreed/);
    await maria.receives(/They come to the discussion/);
    await passes('7d');
    await maria.receives(/How did the discussion go\?/);
    await maria.replies('!outcome\nNotes: the export skips rows\nWhat is wrong: rows are missing\nWhat is wanted: all rows');
    await maria.receives(/In triage/);
    const told = await jane.receives(/What we understood/);
    expect(told.text).toMatch(/the export skips rows[\s\S]*rows are missing[\s\S]*all rows/);
    await maria.replies('!triage low');
    await maria.receives(/Quote in preparation/);
    await jane.receives(/Our quote comes next/);
    await becomes({ state: 'scoping', complexity: 'low' });
  }, 'initech'),
);

test.concurrent(
  'a talk is proposed, and nobody answers: reminded twice, then we hear of it',
  plays(async (own) => {
    const { jane, maria, passes, becomes } = own;
    await raised(own, 'Something is odd, nobody answers');
    await maria.replies('!take; discuss +14d 10:00\n\nShall we talk?');
    await maria.receives(/Discussion proposed/);
    await jane.receives(/Shall we talk\?/);
    await passes('8d');
    await jane.receives();
    await jane.receives();
    await maria.receives(/No word on the discussion/);
    await becomes({ state: 'discussing' });
  }, 'initech'),
);

test.concurrent(
  'information is missing: asked for, reminded, we hear of the silence, it comes; then triage, and once more',
  plays(async (own) => {
    const { jane, maria, passes, becomes } = own;
    await raised(own, 'The export, without a month');
    await maria.replies('!take; ask\n\nWhich month is it?');
    await maria.receives(/Information missing/);
    await jane.receives(/Which month is it\?/);
    await passes('14d');
    await jane.receives(/Reminder[\s\S]*Which month is it\?/);
    await jane.receives(/last reminder[\s\S]*Which month is it\?/);
    await maria.receives(/Still missing/);
    await jane.replies('It is February.');
    await maria.receives(/The missing information is here/);
    await maria.replies('!complete\nWhat is wrong: February has no rows\nSince when: Monday');
    await maria.receives(/In triage/);
    await jane.receives(/We have all we need/);
    await maria.replies('!ask\n\nOf which year?');
    await maria.receives(/Information missing/);
    await jane.receives(/Of which year\?/);
    await jane.replies('This year.');
    await maria.receives(/This year\./);
    await becomes({ state: 'triage', fields: { since: 'Monday' } });
  }, 'hooli'),
);

/** In triage, hard to fix. */
async function hard(own: Conversation, subject: string): Promise<void> {
  const { jane, maria } = own;
  await raised(own, subject);
  await maria.replies('!take; complete\nWhat is wrong: the export has no rows');
  await maria.receives(/In triage/);
  await jane.receives(/We have all we need/);
}

test.concurrent(
  'hard to fix: a fee is offered, declined, offered again, approved; the report goes out with the quote',
  plays(async (own) => {
    const { jane, gus, maria, lena } = own;
    await hard(own, 'Nobody knows why');
    await maria.replies('!triage high; fee 240 EUR valid 2026-04-01');
    await maria.receives(/Fee offered/);
    await gus.receives(/Consultation fee HD-\d+-F1/);
    await gus.taps('Decline', 'Too much.', { proved: false });
    await maria.receives(/The fee was declined[\s\S]*the sender was not proved[\s\S]*!undo decline/);
    await jane.receives(/you owe nothing/);
    await maria.replies('!undo decline');
    await maria.receives(/Jane Roe had been told, and hears that the question is open again/);
    await jane.receives(/We had taken the answer for a no/);
    await gus.taps('Decline', 'Too much.');
    await maria.receives(/The fee was declined/);
    await jane.receives(/you owe nothing/);
    await maria.replies('!fee 120 EUR valid 2026-04-01');
    await maria.receives(/Fee offered/);
    await gus.receives(/€120/);
    await gus.taps('Approve');
    await maria.receives(/The fee is approved/);
    await jane.receives(/We begin the analysis/);
    await lena.writes(`[HD-${own.number()}] [status]`, '');
    await lena.receives();
    await lena.replies('!analysis\nUnderlying issue: a lock\nActions: remove it\nImpact: none');
    await lena.receives(/Quote in preparation/);
    await maria.receives(/The analysis is done/);
    await maria.replies('!quote valid 2026-04-01\n3h Remove it @ 60 EUR');
    await maria.receives(/Quote sent/);
    await gus.receives(/a lock[\s\S]*What it costs/);
    await gus.taps('Approve');
    await jane.receives(/It is agreed/);
    await own.becomes({ state: 'set-up' });
  }, 'hooli'),
);

test.concurrent(
  'harder: the fee lapses; a lead goes on without a paid analysis; the quote is declined, offered again, lapses',
  plays(async (own) => {
    const { jane, gus, maria, lena, passes, becomes } = own;
    await hard(own, 'Nobody wants to pay');
    await maria.replies('!triage medium; fee 240 EUR valid 2026-03-09');
    await maria.receives(/Fee offered/);
    await gus.receives(/Consultation fee HD-\d+-F1/);
    await passes('9d');
    await gus.receives(/fee|analys/i);
    await maria.receives(/The fee lapsed unanswered/);
    await jane.receives(/Our offer for the analysis has lapsed/);
    await maria.replies('!skip-analysis\nReason: it is small.');
    await maria.receives(/lead/);
    await lena.writes(`[HD-${own.number()}] [status]`, '');
    await lena.receives();
    await lena.replies('!skip-analysis\nReason: it is small.');
    await lena.receives(/Quote in preparation/);
    await jane.receives(/Our quote comes next/);
    await maria.replies('!quote valid 2026-04-01\n9h Search @ 60 EUR');
    await maria.receives(/Quote sent/);
    await gus.receives(/Quote HD-\d+-Q\d/);
    await gus.taps('Decline', 'Cheaper, please.');
    await maria.receives(/The quote was declined[\s\S]*Cheaper, please\./);
    await jane.receives(/come back with another proposal/);
    await maria.replies('!quote valid 2026-03-19\n5h Search @ 60 EUR');
    await maria.receives(/Quote sent/);
    await gus.receives(/Quote HD-\d+-Q\d/);
    await passes('10d');
    await gus.receives(/Q2/);
    await maria.receives(/The quote lapsed unanswered/);
    await jane.receives(/has lapsed/);
    await becomes({ state: 'scoping' });
  }, 'initech'),
);

/** More than was agreed, offered to Gus. */
async function supplement({ jane, gus, maria }: Conversation, what: string, valid: string): Promise<void> {
  await maria.replies(`!quote valid ${valid}\n2h ${what} @ 60 EUR\n\nYou asked for more.`);
  await maria.receives(/In work/);
  await gus.receives(/Supplementary quote/);
  await jane.receives(/You asked for more\./);
}

test.concurrent(
  'extra scope while work goes on: a supplement is approved, one declined, one lapses; the agreed work goes on',
  plays(async (own) => {
    const { jane, gus, maria, emil, passes, becomes } = own;
    await cleared(own, 'The export, and then some');
    await agreed(own);
    await passes('4d');
    await maria.receives(/The set-up waits/);
    await maria.replies(`!spoc spoc_ours=emil spoc_theirs=${jane.address}; tick all; assign emil`);
    await maria.receives(/all 4 ticked/);
    await emil.receives();
    await emil.replies('!start');
    await emil.receives(/In work/);
    await jane.receives(/We have begun/);
    await supplement(own, 'A column more', '2026-04-01');
    await gus.taps('Approve');
    await jane.receives(/The extra work is agreed/);
    await emil.receives(/The supplement is approved/);
    await supplement(own, 'Another column', '2026-04-01');
    await gus.taps('Decline', 'No need.');
    await jane.receives(/All that was agreed before goes on/);
    await emil.receives(/Leave the extra work out/);
    await supplement(own, 'A third column', '2026-03-10');
    await passes('7d');
    await jane.receives(/The supplement has lapsed/);
    await emil.receives(/The supplement lapsed unanswered/);
    await becomes({ state: 'fixing' });
  }),
);

test.concurrent(
  'no word whether they are happy: our contact hears of it; opened again after closing, it goes on within what was agreed',
  plays(async (own) => {
    const { jane, emil, passes, becomes } = own;
    await cleared(own, 'The export, silently done');
    await begun(own);
    await resolved(own, 'The export takes all rows again.');
    await passes('14d');
    await jane.receives(/happy/);
    await jane.receives(/happy/);
    await emil.receives(/No word from the client/);
    await jane.taps('Yes');
    await jane.receives(/It is done and closed/);
    await becomes({ state: 'closed' });
    await jane.replies('Rows are missing again.');
    await jane.receives(/is open again/);
    await emil.receives(/Rows are missing again/);
    await becomes({ state: 'raised' });
    await emil.replies('!start');
    await emil.receives(/In work/);
    await jane.receives(/We take it up again/);
    await becomes({ state: 'fixing' });
  }, 'hooli'),
);

test('every step of quote-first is taken by one of these conversations', async () => {
  expect(await notTaken()).toEqual([]);
});
