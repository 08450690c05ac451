import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { helpdesk, type World } from '../support/world.ts';

const customers = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    contacts: [{ name: Jane Roe, addresses: [jane@globex.example] }]
  - id: initech
    name: Initech
    domains: [elsewhere.example]
    contacts: [{ name: Sam Stranger, addresses: [sam@elsewhere.example] }]
`;
const twoCustomers = () => helpdesk({ files: { 'customers.yaml': customers } });

/** Jane of Globex has HD-1001, Sam of Initech HD-1002. @returns what Maria was told of each */
async function withBoth(world: World): Promise<{ janes: SinkMail; sams: SinkMail }> {
  const janes = await withTicket(world);
  await world.stranger.writes('Scanner is deaf', 'It does not listen.');
  await world.stranger.receives('[HD-1002]');
  const sams = await world.maria.receives('[HD-1002]');
  await world.desk.settles();
  return { janes, sams };
}

test('words to the address of one ticket under the number of another reach neither customer', async () => {
  await using world = await twoCustomers();
  const { maria, jane, stranger, desk } = world;
  const { janes } = await withBoth(world);
  await maria.replies('Dear Sam, your price is 5 EUR.', { to: janes, subject: 'Re: [HD-1002] Scanner is deaf [close]' });
  await maria.receives('', /subject names HD-1002, but your mail went to HD-1001/);
  await later(world);
  expect([...jane.inbox(), ...stranger.inbox()]).toHaveLength(2);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised' });
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ status: 'held', draft: 'maria' });
});

test('two numbers of one ticket are no dispute', async () => {
  await using world = await twoCustomers();
  const { maria, jane } = world;
  const { janes, sams } = await withBoth(world);
  await maria.replies('!merge! HD-1001', { to: sams });
  await maria.receives('', /lives on in HD-1001/);
  await maria.replies('We come at noon.', { to: janes, subject: 'Re: [HD-1002] Scanner is deaf' });
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
});

test('cc of another customer’s people wants to be meant', async () => {
  await using world = await twoCustomers();
  const { maria, stranger, desk } = world;
  const { janes } = await withBoth(world);
  await maria.replies('!cc sam@elsewhere.example\nThe price for Globex is 5 EUR.', { to: janes });
  await maria.receives('[HD-1001]', /sam@elsewhere\.example is of initech[\s\S]*cc! sam@elsewhere\.example/);
  await later(world);
  expect(stranger.inbox()).toHaveLength(1);
  await maria.replies('!cc! sam@elsewhere.example', { to: janes });
  await maria.receives('[HD-1001]', /\+sam@elsewhere\.example/);
  expect((await desk.participants(1001)).map(({ address }) => address)).toContain('sam@elsewhere.example');
  await later(world);
});

test('what is said to all whose tickets hang on one names no customer to another', async () => {
  await using world = await twoCustomers();
  const { maria, stranger } = world;
  const { janes, sams } = await withBoth(world);
  await maria.replies('!master HD-1001', { to: sams });
  await maria.receives('[HD-1002]', /hangs on HD-1001/);
  await maria.replies('!reply\nAs jane@globex.example told us, it burns.', { to: janes });
  await maria.receives('[HD-1001]', /hardly meant for the customer[\s\S]*jane@globex\.example/);
  await later(world);
  expect(stranger.inbox()).toHaveLength(1);
});

test('move to another customer’s ticket says so first; a mail split off is of its writer’s customer', async () => {
  await using world = await twoCustomers();
  const { maria, stranger, desk } = world;
  const { janes, sams } = await withBoth(world);
  await maria.replies('!move HD-1002', { to: janes });
  await maria.receives('[HD-1001]', /HD-1002 is another customer’s/);
  await maria.replies('!merge! HD-1001', { to: sams });
  await maria.receives('', /lives on in HD-1001/);
  await stranger.replies('One more thing.');
  await maria.receives('[HD-1001]', /One more thing/);
  await maria.replies('!split', { to: janes });
  await maria.receives('[HD-1001]', /is opened for Sam/);
  expect(await desk.ticket(1003)).toMatchObject({ customer: 'initech', requester: 'sam@elsewhere.example' });
  await later(world);
});

test('A5: who shares a public domain with a Reply-To shares nothing else', async () => {
  await using world = await helpdesk();
  const { maria, stranger, desk, sink } = world;
  const border = 'Authentication-Results: mx.acme.example; dkim=pass header.d=gmail.com; dmarc=pass header.from=gmail.com';
  const head = ['From: eve@gmail.com', 'Reply-To: victim@gmail.com', 'To: support@acme.example', 'Subject: Hi'];
  await stranger.sendsRaw([border, ...head, 'Message-ID: <eve@gmail.com>', '', 'Hello.', ''].join('\r\n'));
  await maria.receives('[HD-1001]');
  await desk.settles();
  await maria.replies('Dear Eve.');
  await later(world);
  expect(sink.mails.some(({ recipients }) => recipients.includes('eve@gmail.com'))).toBe(true);
  expect(sink.mails.some(({ recipients }) => recipients.includes('victim@gmail.com'))).toBe(false);
});

test('spam beside close tells nobody', async () => {
  await using world = await helpdesk();
  const { maria, jane } = world;
  await withTicket(world);
  await maria.replies('!close; spam!');
  await maria.receives('[HD-1001]', /nobody is told/);
  await later(world);
  expect(jane.inbox()).toHaveLength(1);
});

test('what a colleague made of the ticket since is not closed or paused unasked', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!close');
  await maria.receives('[HD-1001]', /raised → closed/);
  await later(world);
  await ravi.writes('Re: [HD-1001] Printer on fire [reopen]', '');
  await ravi.receives('[HD-1001]', /cerrado → abierto/);
  desk.passes('1m');
  await maria.replies('!close', { to: notice });
  await maria.receives('[HD-1001]', /Ravi set state to raised[\s\S]*close!/);
  await maria.replies('!hold until +3d', { to: notice });
  await maria.receives('[HD-1001]', /hold! until \+3d/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
  await maria.replies('!close!', { to: notice });
  await maria.receives('[HD-1001]', /raised → closed/);
  await later(world);
});
