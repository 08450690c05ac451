import { expect, test } from 'vitest';
import { type Conversation, sharedDesk } from '../../support/beside.ts';
import { correspondent } from '../../support/correspondent.ts';
import { processDesk } from '../../support/process-desk.ts';

const contract = (number: string, ends: string, starts = '2025-04-01') =>
  `contracts: [{ number: ${number}, kind: amc, starts: ${starts}, ends: ${ends}, covers: [incident, question] }]`;
const firms = {
  initech: contract('AMC-1', '2026-12-31'),
  hooli: contract('AMC-2', '2026-02-28'),
  wonka: contract('AMC-3', '2026-02-28'),
  stark: contract('AMC-4', '2026-03-06'),
  umbra: contract('AMC-5', '2027-12-31', '2027-01-01'),
  cyber: contract('AMC-6', '2026-02-28'),
};
const sla = `calendars:
  office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:00"] } }
plans:
  standard: { calendar: office, targets: { default: { first_response: 1d, review: 4h, resolution: 10d } } }
`;
const { plays, notTaken } = sharedDesk(() => processDesk('amc-desk', { firms, files: { 'sla.yaml': sla } }));

/** Logged by Maria once it lay there; the contract was looked up. */
async function logged({ jane, maria }: Conversation, subject: string, first = ''): Promise<void> {
  await jane.writes(subject, 'It does not beep any more.');
  await jane.receives(/Thank you\. We log it now/);
  await maria.receives(/`log` it with its details/);
  await maria.replies(`!take; ${first}log\nConcern: The scanner does not beep\nProduct: Scanner`);
  await maria.receives(/Received|received/);
}

/** Reviewed by Lena, who knows of it by mail, and at Emil’s hands. */
async function assigned({ jane, maria, lena, emil }: Conversation): Promise<void> {
  await maria.replies('!lead\nSummary: The scanner is silent\nUrgency: high');
  await maria.receives(/With the technical lead/);
  await lena.receives(/Please review/);
  await lena.replies('!assign emil');
  await lena.receives(/priority/);
  await lena.replies('!priority high; impact high; scope "one scanner"; complete; assign emil');
  await lena.receives(/Assigned/);
  await emil.receives(/Assigned to you/);
  await jane.receives(/An engineer is on it/);
}

async function resolved({ jane, emil }: Conversation, solution: string): Promise<void> {
  await emil.replies(`!resolve\nSolution: ${solution}`);
  await emil.receives(/Solved, your word awaited/);
  const asked = await jane.receives(/Solved\. Does it work for you\?/);
  expect(asked.text).toContain(solution);
}

test.concurrent(
  'a new customer: the lead reviews, what is missing is asked for, an engineer solves it; not solved, then solved',
  plays(async (own) => {
    const { jane, maria, lena, emil, becomes } = own;
    await jane.writes('The scanner is silent', 'It does not beep any more.');
    await jane.receives(/our technical lead, who chooses the right engineer/);
    await maria.receives(/Bring in the technical lead/);
    await maria.replies('!take; called "Lena Frost" today phone "which model is it?"');
    await maria.receives(/With the technical lead/);
    await lena.receives(/as talked about/);
    await lena.replies('!incomplete\nWhat is missing: the model of the scanner');
    await lena.receives(/Information missing/);
    await jane.receives(/the model of the scanner/);
    await jane.replies('It is the S-200.');
    await lena.receives(/The missing details are here/);
    await lena.replies('!priority high; impact high; set scope "one scanner"; set complete yes; assign emil');
    await lena.receives(/Assigned/);
    await emil.receives(/Assigned to you/);
    await jane.receives(/An engineer is on it/);
    await resolved(own, 'The beeper was off; it is on again.');
    await jane.taps('No', 'Still silent.');
    await emil.receives(/It is not solved yet/);
    await jane.receives(/We go on/);
    await resolved(own, 'The beeper was broken; it is a new one now.');
    await jane.taps('Yes');
    await jane.receives(/Solved and closed/);
    await becomes({ state: 'closed', fields: { returned: '1' } });
  }),
);

test.concurrent(
  'the review is late; the details do not come; the engineer says nothing: he, the associate, the lead are reminded',
  plays(async (own) => {
    const { jane, maria, lena, emil, passes, becomes } = own;
    await jane.writes('The scanner is slow', 'It takes a minute.');
    await jane.receives(/our technical lead/);
    await maria.receives(/Bring in the technical lead/);
    await maria.replies('!take; lead\nSummary: The scanner is slow\nUrgency: normal');
    await maria.receives(/With the technical lead/);
    await lena.receives(/Please review/);
    await passes('1d');
    await lena.receives(/The review is late/);
    await maria.receives(/The review is late/);
    await lena.replies('!incomplete\nWhat is missing: the model');
    await lena.receives(/Information missing/);
    await jane.receives(/the model/);
    await passes('12d');
    await jane.receives(/Reminder/);
    await jane.receives(/Reminder/);
    await maria.receives(/The details do not come/);
    await jane.replies('The S-200.');
    await lena.receives(/The missing details are here/);
    await lena.replies('!priority low; impact low; set scope "one scanner"; set complete yes; assign emil');
    await lena.receives(/Assigned/);
    await emil.receives(/Assigned to you/);
    await jane.receives(/An engineer is on it/);
    await passes('6d');
    await emil.receives(/How does it stand\?/);
    await maria.receives(/No progress noted/);
    await lena.receives(/No progress noted/);
    await becomes({ state: 'assigned' });
  }),
);

test.concurrent(
  'the engineer is stuck: back to the lead, another way, then L2; the customer hears how it stands; no word at the end',
  plays(async (own) => {
    const { jane, maria, lena, emil, ines, passes, becomes } = own;
    await logged(own, 'The scanner smells');
    await jane.receives(/Your contract covers this/);
    await assigned(own);
    await maria.writes(`[HD-${own.number()}] [status]`, '');
    await maria.receives();
    await maria.replies('!tell\nMessage: A part is ordered; it comes on Thursday.');
    await maria.receives(/Assigned/);
    await jane.receives(/A part is ordered; it comes on Thursday\./);
    await emil.replies('!stuck\nReason: I have never seen this.');
    await emil.receives(/With the technical lead/);
    await lena.receives(/I have never seen this/);
    await lena.replies('!assign emil\n\nLook at the power supply, please.');
    await lena.receives(/Assigned/);
    await jane.receives(/An engineer is on it/);
    await emil.receives(/Assigned to you/);
    await emil.replies('!escalate "it is not the power supply"');
    await emil.receives(/L2/);
    await ines.receives(/it is not the power supply/);
    await jane.receives(/A specialist takes over/);
    await ines.replies('!resolve\nSolution: It was the fan.');
    await ines.receives(/Solved/);
    await jane.receives(/It was the fan\./);
    await passes('12d');
    await jane.receives(/Reminder/);
    await jane.receives(/Reminder/);
    await maria.receives(/No word from the customer/);
    await jane.taps('Yes');
    await jane.receives(/Solved and closed/);
    await becomes({ state: 'closed', level: 'L2' });
  }, 'initech'),
);

test.concurrent(
  'an old customer whose contract is active is covered, and told so; it ends while the work goes on',
  plays(async (own) => {
    const { jane, maria, sana, passes, becomes } = own;
    await logged(own, 'The scanner of Stark');
    const told = await jane.receives(/Your contract covers this/);
    expect(told.text).toMatch(/AMC-4/);
    await assigned(own);
    await passes('8d');
    await jane.receives(/Your contract has ended meanwhile[\s\S]*We finish HD-/);
    await maria.receives(/Contract ended while open/);
    await sana.receives(/Contract ended while open/);
    await becomes({ state: 'assigned' });
  }, 'stark'),
);

test.concurrent(
  'the contract has ended: Sales and the manager hear of it, the manager grants an exception by mail',
  plays(async (own) => {
    const { jane, maria, sana, max } = own;
    await logged(own, 'The scanner of Hooli');
    await jane.receives(/Your maintenance contract has ended/);
    await sana.receives(/Contract ended: Hooli/);
    await max.receives(/Contract ended: Hooli/);
    await maria.replies('!exception ask "a good customer, the renewal is on its way"');
    await maria.receives(/Exception asked for/);
    const asked = await max.receives(/An exception for Hooli\?/);
    expect(asked.text).toContain('a good customer');
    await max.taps('Approve');
    await jane.receives(/We take care of it/);
    await maria.receives(/The exception is approved/);
    await assigned(own);
  }, 'hooli'),
);

test.concurrent(
  'the manager refuses: the renewal is offered, and once Sales records it work goes on by itself',
  plays(async (own) => {
    const { jane, maria, sana, max, becomes } = own;
    await logged(own, 'The scanner of Wonka');
    await jane.receives(/Your maintenance contract has ended/);
    await sana.receives(/Contract ended: Wonka/);
    await maria.replies('!exception ask "they asked for it"');
    await maria.receives(/Exception asked for/);
    await max.receives(/An exception for Wonka\?/);
    await max.taps('Decline', 'Not again.');
    await jane.receives(/First the contract, then we are there/);
    await sana.receives(/The exception was refused/);
    await maria.writes(`[HD-${own.number()}] [wait]`, '');
    await maria.receives(/renewal/);
    await jane.receives(/We wait for your renewal/);
    await sana.receives(/A renewal is wanted: Wonka/);
    await sana.replies('!contract renew AMC-3 until 2027-02-28');
    await sana.receives(/AMC-3/);
    await jane.receives(/Your contract covers this/);
    await becomes({ state: 'contacting', fields: { basis: 'amc' } });
  }, 'wonka'),
);

test.concurrent(
  'the manager says nothing; a refusal by phone is written down, and after 30 days it is closed for now',
  plays(async (own) => {
    const { jane, maria, sana, max, passes, becomes } = own;
    await logged(own, 'The scanner of Cyber');
    await jane.receives(/Your maintenance contract has ended/);
    await sana.receives(/Contract ended: Cyber/);
    await maria.replies('!exception ask "they asked for it"');
    await maria.receives(/Exception asked for/);
    await max.receives(/An exception for Cyber\?/);
    await passes('4d');
    await max.receives(/Reminder/);
    await max.receives(/No word on the exception/);
    await sana.receives(/No word on the exception/);
    await maria.receives(/No word on the exception/);
    await passes('4d');
    await sana.receives(/It still waits for the contract/);
    await maria.replies('!exception refuse\nWith whom: Max Weber\nWhen: today\nHow: phone\nReason: twice already');
    await maria.receives(/refus/i);
    await jane.receives(/First the contract, then we are there/);
    await max.receives(/A refusal was recorded/);
    await passes('31d');
    await jane.receives(/Closed for now/);
    await sana.receives(/Closed without a contract/);
    await becomes({ state: 'closed' });
  }, 'cyber'),
);

test.concurrent(
  'active, but not for this kind: Sales and the manager are brought in; an exception given in a call is written down',
  plays(async (own) => {
    const { jane, maria, sana, max, becomes } = own;
    await logged(own, 'A new interface', 'type integration; ');
    await jane.receives(/Your contract does not cover this/);
    await sana.receives(/Not part of the contract: Initech/);
    await max.receives(/Not part of the contract: Initech/);
    await maria.replies(
      '!exception approve\nWith whom: Max Weber\nWhen: today at ten\nHow: phone\nReason: it is small\nExtent: ticket',
    );
    await maria.receives(/technical lead|Logged|exception/i);
    await jane.receives(/We take care of it/);
    await max.receives(/An exception was recorded[\s\S]*Please object/);
    await becomes({ state: 'contacting', fields: { basis: 'exception' } });
  }, 'initech'),
);

test.concurrent(
  'no contract that runs: Sales and the manager are brought in, and the customer is told that nothing is lost',
  plays(async (own) => {
    const { jane, sana, max, becomes } = own;
    await logged(own, 'The scanner of Umbra');
    await jane.receives(/We find no maintenance contract/);
    await sana.receives(/No contract: Umbra/);
    await max.receives(/No contract: Umbra/);
    await becomes({ state: 'not-covered' });
  }, 'umbra'),
);

test.concurrent(
  'an old customer on the phone: no number before they confirm it by mail',
  plays(async ({ world, maria }) => {
    const jane = correspondent(world, 'Jane Roe', 'jane@umbra.example');
    await maria.writes('[phone jane@umbra.example] The printer of Umbra', 'INTERNAL-8 sounded angry');
    const receipt = await maria.receives(/is asked to confirm/);
    expect(receipt.text).not.toContain('HD-');
    await jane.receives('Please confirm that you called us');
    await jane.replies('Yes, and it smells.');
    await jane.receives('The printer of Umbra', /We log it now/);
    await maria.receives(/it smells/);
  }),
);

test.concurrent(
  'what the desk thought of the customer was wrong: new, then old again, as long as nothing was looked up',
  plays(async (own) => {
    const { jane, maria, becomes } = own;
    await jane.writes('The scanner of somebody', 'It does not beep.');
    await jane.receives(/Thank you\. We log it now/);
    await maria.receives(/`log` it with its details/);
    await maria.replies('!customer new');
    await maria.receives(/Logged/);
    await becomes({ state: 'contacting' });
    await maria.replies('!customer old');
    await maria.receives(/Received/);
    await becomes({ state: 'received' });
  }, 'initech'),
);

test('every step of amc-desk is taken by one of these conversations', async () => {
  expect(await notTaken()).toEqual([]);
});
