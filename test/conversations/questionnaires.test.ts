import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';

const questionnaires = `questionnaires:
  slow-pages:
    title: { en: About the slow pages }
    types: [incident]
    questions:
      - { field: since, answer: date, ask: { en: Since when is it slow? } }
      - field: reach
        ask: { en: Who notices it? }
        options: { me: { en: Only me }, all: { en: Everybody } }
      - { field: page, optional: true, ask: { en: Which page is the slowest? } }
    levels:
      - { needs: { reach: all }, level: L3 }
`;
const answers = `answers:
  password:
    title: A new password
    identity: true
    text: "Hello {{customer}}, choose “Forgotten?” on the sign-in page. {{agent}}, {{desk}}, {{tag}}: {{title}}"
  invoices:
    title: Where invoices are
    text: "Hello {{customer}}, all invoices are under Account."
`;
const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead], level: L1, teams: [web], language: en }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], level: L1, teams: [web], language: en }
`;
const files = { 'questionnaires.yaml': questionnaires, 'answers.yaml': answers, 'people.yaml': people };
const levels = () => helpdesk({ desk: '  workflow: support-levels', files });
const simple = () => helpdesk({ desk: '  workflow: simple', files });

const rounds = async ({ desk }: World) => {
  const asks = await desk.house.store.read((at) => at.asks(ticketNo(1001)));
  return asks.map(({ ask, round, state, given }) => [ask, round, state, ...given.map(({ answer }) => answer)]);
};

test('a questionnaire goes out with the associate’s words; half an answer is asked once more, all of it proposes a level', async () => {
  await using world = await levels();
  const { desk, jane, maria } = world;
  await withTicket(world, 'Slow');
  await maria.replies('!ask slow-pages\n\nHello Jane,\nplease help me to understand it.');
  await maria.receives('[HD-1001]', /3 questions of “slow-pages” go to the customer/);
  await later(world);
  const asked = await jane.receives('[HD-1001]', /please help me to understand it[\s\S]*1\. Since when is it slow\?/);
  expect(asked.text).toMatch(/2\. Who notices it\?\s+a\) Only me\s+b\) Everybody/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'asking', waitsFor: 'customer' });

  await jane.replies('1. 2026-02-27');
  const again = await jane.receives('[HD-1001]', /still open:[\s\S]*2\. Who notices it\?/);
  expect(again.text.split('still open')[1]).not.toContain('1. Since when');
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'asking', fields: { since: '2026-02-27' } });

  await jane.replies('2. b');
  await maria.receives('[HD-1001]', /They point to L3/);
  await desk.settles();
  const { fields, state } = await desk.ticket(1001);
  expect([state, fields]).toEqual(['l1', { since: '2026-02-27', reach: 'all', level_needed: 'L3' }]);
  expect(await rounds(world)).toEqual([
    ['questionnaire', 1, 'answered', 'partly'],
    ['questionnaire', 2, 'answered', 'filled'],
  ]);
});

test('where no process asks, the questionnaire is mailed all the same, and its answers are read', async () => {
  await using world = await simple();
  const { desk, jane, maria } = world;
  await withTicket(world, 'Slow');
  await maria.replies('!ask slow-page');
  await maria.receives('[HD-1001]', /there is no questionnaire “slow-page”[\s\S]*ask slow-pages/);
  await maria.replies('!ask slow-pages');
  await later(world);
  await jane.receives('[HD-1001]', /1\. Since when is it slow\?/);
  await jane.replies('1. hard to say, it comes and goes\n2. a');
  await maria.receives('[HD-1001]', /since: please read “hard to say, it comes and goes” yourself/);
  await desk.settles();
  expect((await desk.ticket(1001)).fields).toEqual({ reach: 'me' });
});

test('the background asks only what the ticket does not know yet', async () => {
  await using world = await simple();
  const { desk, jane, maria } = world;
  await withTicket(world, 'Slow');
  await maria.replies('!ask background');
  await maria.receives('[HD-1001]', /no questionnaire is the background of this type/);
  await maria.replies('!type incident; ask background');
  await later(world);
  await jane.receives('[HD-1001]', /1\. Since when[\s\S]*2\. Who[\s\S]*3\. Which page/);
  await jane.replies('1. 2026-02-27\n2. b\n3. /reports');
  await desk.settles();
  await maria.receives('[HD-1001]', /page: \/reports/);
  await maria.replies('!ask background');
  await maria.receives('[HD-1001]', /nothing of the background is missing/);
  expect((await desk.ticket(1001)).fields).toMatchObject({ since: '2026-02-27', reach: 'all', page: '/reports' });
});

test('a ready answer goes out filled in, and takes the step; one about identity wants to be meant', async () => {
  await using world = await levels();
  const { desk, jane, maria } = world;
  await withTicket(world, 'Cannot sign in');
  await maria.replies('!answer');
  await maria.receives('[HD-1001]', /one of password \(A new password\), invoices/);
  await maria.replies('!answer pasword');
  await maria.receives('[HD-1001]', /there is no ready answer “pasword”[\s\S]*answer password/);
  await maria.replies('!answer password');
  await maria.receives('[HD-1001]', /only for somebody of whom you are sure[\s\S]*answer! password/);
  await maria.replies('!answer! password\n\nGood to talk to you.');
  await later(world);
  await jane.receives(
    '[HD-1001]',
    /Good to talk to you\.[\s\S]*Hello Jane Roe, choose[\s\S]*Maria Lopez, [^,]+, HD-1001: Cannot sign in/,
  );
  expect(await desk.ticket(1001)).toMatchObject({ state: 'answered', waitsFor: 'customer' });
});

test('the background, answered whole, is ticked off by itself: the analysis can begin', async () => {
  await using world = await helpdesk({ desk: '  workflow: qa-release', files });
  const { desk, jane, maria } = world;
  await withTicket(world, 'Slow');
  await maria.replies('!type incident; ask background');
  await maria.receives('[HD-1001]', /3 questions of “background” go to the customer/);
  await later(world);
  await jane.receives('[HD-1001]', /1\. Since when is it slow\?/);
  await jane.replies('1. 2026-02-27\n2. b');
  await maria.receives('[HD-1001]', /The background is here/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'received', fields: { since: '2026-02-27', reach: 'all' } });
  await maria.replies('!start');
  await maria.receives('[HD-1001]', /In analysis/);
});
