import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { helpdesk, type World } from '../support/world.ts';

const workflow = `workflow: waits
entry: [{ state: asked, asks: question }]
asks:
  question: { of: requester, answers: [confirm, reject], need: one, remind: [1bd, 2bd] }
  offer: { of: requester, answers: [approve, decline], need: one, expires: 3d }
states:
  asked: { waits_for: customer }
  heard: { waits_for: staff }
  offered: { waits_for: customer }
steps:
  - { answer: { question: confirm }, from: asked, to: heard }
  - { answer: { question: reject }, from: asked, to: heard }
  - { silent: question, from: asked, tell: { lead: nobody-answers } }
  - { command: offer-it, from: [asked, heard], to: offered, by: [associate], asks: offer }
  - { answer: { offer: approve }, from: offered, to: closed }
  - { answer: { offer: decline }, from: offered, to: heard }
  - { expired: offer, from: offered, to: heard, tell: { requester: offer-over, lead: offer-over } }
  - { quiet: 1bd, from: heard, tell: { lead: nothing-done } }
`;
const texts = `title: Waits
about: "For tests of time."
states: { asked: Asked, heard: Heard, offered: Offered }
verbs: { offer-it: { help: "Offers it." } }
asks:
  question: { title: "Does it work for you?", question: "Please tell us whether it works.", answers: { confirm: "Yes, it works", reject: "No" } }
  offer: { title: "Our offer", question: "We can do it for nothing.", answers: { approve: "Yes, please", decline: "No, thank you" } }
texts:
  nobody-answers: { title: "Nobody answered on {{tag}}", text: "All reminders went out, and no answer came." }
  offer-over: { title: "The offer on {{tag}} is over", text: "Nobody answered it in time." }
  nothing-done: { title: "Nothing was done on {{tag}}", text: "For a working day." }
`;
const files = { 'workflows/waits.yaml': workflow, 'templates/en/workflows/waits.yaml': texts };
const world = () => helpdesk({ desk: '  workflow: waits', files });

const events = async ({ desk }: World, event: string) =>
  (await desk.house.store.read((at) => at.journal(ticketNo(1001)))).filter((row) => row.event === event);

/** Jane wrote on Monday at ten, and has been asked; the house has heard of it. */
async function asked({ jane, maria, ravi, desk }: World): Promise<void> {
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]', /Yes, it works/);
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await desk.settles();
}

test('a question is put again in working hours, twice, and then those who lead hear that nobody answers', async () => {
  await using here = await world();
  const { jane, maria, ravi, desk } = here;
  await asked(here);

  await desk.lives('23h');
  jane.hasNothingUnread();
  await desk.lives('2h');
  const first = await jane.receives('[HD-1001]', /We asked you this on Mar 2, 2026/);
  expect(first.text).toMatch(/Yes, it works/);
  expect(first.text).not.toMatch(/last reminder/);

  await desk.restarts();
  await desk.lives('1d');
  expect((await jane.receives('[HD-1001]', /We asked you this/)).text).toMatch(/last reminder/);

  await desk.restarts();
  await desk.lives('1d');
  await maria.receives('[HD-1001]', /All reminders went out/);
  await desk.restarts();
  await desk.lives('30d');
  jane.hasNothingUnread();
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
  expect(await events(here, 'reminded')).toHaveLength(2);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'asked' });
});

test('whoever answered is not reminded', async () => {
  await using here = await world();
  const { jane, desk } = here;
  await asked(here);
  await desk.lives('1d1h');
  const reminder = await jane.receives('[HD-1001]', /We asked you this/);
  await jane.replies('confirmed', { to: reminder });
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'heard' });
  await desk.lives('10d');
  expect(await events(here, 'reminded')).toHaveLength(1);
  jane.hasNothingUnread();
});

test('an offer that nobody answers is over at its hour, and both sides hear of it in the morning', async () => {
  await using here = await world();
  const { jane, maria, ravi, desk } = here;
  await asked(here);
  await maria.replies('!offer-it');
  await desk.settles();
  await desk.lives('5m');
  await jane.receives('[HD-1001]', /We can do it for nothing/);
  await maria.receives('[HD-1001]');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'offered' });

  await desk.lives('3d');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'heard' });
  await jane.receives('[HD-1001]', /Nobody answered it in time/);
  await maria.receives('[HD-1001]', /Nobody answered it in time/);
  expect(await events(here, 'ask-expired')).toHaveLength(1);

  await desk.lives('3d23h');
  await desk.lives('1h');
  await maria.receives('[HD-1001]', /For a working day/);
  await desk.lives('9d');
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
});

const customers = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    timezone: America/New_York
    plan: gold
    contacts: [{ name: Jane Roe, addresses: [jane@globex.example] }]
    contracts: [{ number: AMC-7, kind: amc, starts: 2025-03-05, ends: 2026-03-04 }]
`;
const sla = `calendars: { office: { timezone: UTC, hours: { mon-fri: ["09:00-17:00"] } } }
plans: { gold: { calendar: office, targets: { default: { resolution: 4d } } } }
`;
const served = `workflow: waits
entry: [{ state: fixing }]
states: { fixing: { waits_for: staff, clock: resolution } }
steps:
  - { event: contract-expired, from: fixing, tell: { lead: contract-over } }
  - { breached: resolution, from: fixing, tell: { lead: too-late } }
  - { command: done, from: fixing, to: closed, by: [associate] }
`;
const said = `title: Waits
about: "For tests of time."
states: { fixing: Fixing }
verbs: { done: { help: "Ends it." } }
texts:
  contract-over: { title: "{{contract.number}} has ended", text: "The work on {{tag}} is not covered any more." }
  too-late: { title: "{{tag}} is late", text: "Four working days are over." }
`;

test('a contract that ends at midnight where its customer lives, and a clock that runs out, are told once', async () => {
  const others = { 'customers.yaml': customers, 'sla.yaml': sla };
  await using here = await helpdesk({
    desk: '  workflow: waits',
    files: { 'workflows/waits.yaml': served, 'templates/en/workflows/waits.yaml': said, ...others },
  });
  const { jane, maria, ravi, desk } = here;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await desk.settles();

  await desk.lives('2d19h');
  expect(await events(here, 'coverage')).toHaveLength(1);
  await desk.lives('2h');
  expect(await events(here, 'coverage')).toMatchObject([{}, { data: { contract: 'expired' } }]);
  maria.hasNothingUnread();
  await desk.restarts();
  await desk.lives('4h');
  await maria.receives('[HD-1001]', /not covered any more/);

  await desk.lives('19h');
  await desk.lives('1d4h');
  await maria.receives('[HD-1001]', /Four working days are over/);
  await maria.writes('[list breached]', '');
  await maria.receives('Open tickets whose time has run out (1)', /HD-1001 .*resolution: overdue since Mar 5, 2026/);
  await maria.receives('Contract AMC-7 of Globex ended yesterday');
  await desk.lives('30d');
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
});
