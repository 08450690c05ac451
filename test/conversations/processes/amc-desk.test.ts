import { expect, test } from 'vitest';
import { type ProcessDesk, processDesk } from '../../support/process-desk.ts';
import { taps } from '../../support/tap.ts';

const contract = (ends: string) =>
  `contracts: [{ number: AMC-1, kind: amc, starts: 2025-04-01, ends: ${ends}, covers: [incident, question] }]`;

/** HD-1001, logged by Maria once it lay there; the contract was looked up. */
async function logged({ jane, maria, desk }: ProcessDesk, contractSaid: RegExp): Promise<void> {
  await jane.writes('The scanner is silent', 'It does not beep any more.');
  const heard = await jane.receives('[HD-1001]', /We log it now with its details/);
  expect(heard.text.replace(/\s+/g, ' ')).toMatch(contractSaid);
  await maria.receives('[HD-1001]', /`log` it with its details/);
  await maria.replies('!log\nConcern: The scanner does not beep\nProduct: Scanner');
  await maria.receives('[HD-1001]', /Received|received/);
  await desk.settles();
}

/** Reviewed by Lena, who knows of it by mail, and at Emil’s hands. */
async function assigned({ jane, maria, lena, emil, desk }: ProcessDesk): Promise<void> {
  await maria.replies('!lead\nSummary: The scanner is silent\nUrgency: high');
  await maria.receives('[HD-1001]', /With the technical lead/);
  await lena.receives('[HD-1001]', /Please review/);
  await lena.replies('!assign emil');
  await lena.receives('[HD-1001]', /priority/);
  await lena.replies('!priority high; impact high; scope "one scanner"; complete; assign emil');
  await lena.receives('[HD-1001]', /Assigned/);
  await emil.receives('[HD-1001]', /Assigned to you/);
  await jane.receives('[HD-1001]', /An engineer is on it/);
  await desk.settles();
}

/** Solved by Emil, not solved says Jane, then solved. */
async function solved({ jane, emil, desk }: ProcessDesk): Promise<void> {
  await emil.replies('!resolve\nSolution: The beeper was off; it is on again.');
  await emil.receives('[HD-1001]', /Solved, your word awaited/);
  await taps(jane, await jane.receives('[HD-1001]', /Solved\. Does it work for you\?/), 'No', 'Still silent.');
  await emil.receives('[HD-1001]', /It is not solved yet/);
  await jane.receives('[HD-1001]', /We go on/);
  await desk.settles();
  await emil.replies('!resolve\nSolution: The beeper was broken; it is a new one now.');
  await emil.receives('[HD-1001]', /Solved, your word awaited/);
  await taps(jane, await jane.receives('[HD-1001]', /it is a new one now/), 'Yes');
  await jane.receives('[HD-1001]', /Solved and closed/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', fields: { returned: '1' } });
}

test('a new customer: the lead reviews, what is missing is asked for, an engineer solves it', async () => {
  await using world = await processDesk('amc-desk');
  const { jane, maria, lena, desk } = world;
  await jane.writes('The scanner is silent', 'It does not beep any more.');
  const heard = await jane.receives('[HD-1001]', /our technical lead, who chooses the right engineer/);
  expect(heard.text).not.toMatch(/contract/);
  await maria.receives('[HD-1001]', /Bring in the technical lead/);
  await maria.replies('!called "Lena Frost" today phone "which model is it?"');
  await maria.receives('[HD-1001]', /With the technical lead/);
  await lena.receives('[HD-1001]', /as talked about/);
  await lena.replies('!incomplete\nWhat is missing: the model of the scanner');
  await lena.receives('[HD-1001]', /Information missing/);
  await jane.receives('[HD-1001]', /the model of the scanner/);
  await jane.replies('It is the S-200.');
  await lena.receives('[HD-1001]', /The missing details are here/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'review' });
});

test('an old customer whose contract is active is covered, and told so', async () => {
  await using world = await processDesk('amc-desk', { contracts: contract('2026-12-31') });
  const { jane } = world;
  await logged(world, /covered by your contract AMC-1, which runs until Dec 31, 2026/);
  const told = await jane.receives('[HD-1001]', /Your contract covers this/);
  expect(told.text).toMatch(/AMC-1/);
  await assigned(world);
  await solved(world);
});

test('the contract has ended: Sales and the manager hear of it, the manager grants an exception by mail', async () => {
  await using world = await processDesk('amc-desk', { contracts: contract('2026-02-28') });
  const { jane, maria, sana, max, desk } = world;
  await logged(world, /AMC-1 ended on Feb 28, 2026[\s\S]*we read your request, and tell you here what is possible/);
  await jane.receives('[HD-1001]', /Your maintenance contract has ended/);
  await sana.receives('[HD-1001]', /Contract ended: Globex/);
  await max.receives('[HD-1001]', /Contract ended: Globex/);
  await maria.replies('!exception ask "a good customer, the renewal is on its way"');
  await maria.receives('[HD-1001]', /Exception asked for/);
  const asked = await max.receives('[HD-1001]', /An exception for Globex\?/);
  expect(asked.text).toContain('a good customer');
  await taps(max, asked, 'Approve');
  await jane.receives('[HD-1001]', /We take care of it/);
  await maria.receives('[HD-1001]', /The exception is approved/);
  await desk.settles();
  await assigned(world);
});

test('the manager refuses: the renewal is offered, and once Sales records it work goes on by itself', async () => {
  await using world = await processDesk('amc-desk', { contracts: contract('2026-02-28') });
  const { jane, maria, sana, max, desk } = world;
  await logged(world, /AMC-1 ended on Feb 28, 2026[\s\S]*we read your request, and tell you here what is possible/);
  await sana.receives('[HD-1001]', /Contract ended: Globex/);
  await maria.replies('!exception ask "they asked for it"');
  await maria.receives('[HD-1001]', /Exception asked for/);
  await taps(max, await max.receives('[HD-1001]', /An exception for Globex\?/), 'Decline', 'Not again.');
  await jane.receives('[HD-1001]', /First the contract, then we are there/);
  await sana.receives('[HD-1001]', /The exception was refused/);
  await desk.settles();
  await sana.replies('!contract renew AMC-1 until 2027-02-28');
  await sana.receives('[HD-1001]', /AMC-1/);
  await jane.receives('[HD-1001]', /Your contract covers this/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'contacting', fields: { basis: 'amc' } });
});
