import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { later } from '../support/first-ticket.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';
import { helpdesk } from '../support/world.ts';
import { writeMail } from '../support/write-mail.ts';

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin], teams: [web], language: en, password: "CANARY-maria" }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [web], language: en, password: "CANARY-ravi" }
`;

async function listening(way: 'smtp' | 'lmtp', extra = '') {
  const port = await freePort();
  const world = await helpdesk({
    files: { 'people.yaml': people },
    more: `listen:\n  ${way}: { host: 127.0.0.1, port: ${port}${extra} }`,
  });
  return { world, port };
}

type Said = { from: string; subject: string; text: string; login?: string; to?: string };

async function handIn(
  port: number,
  lmtp: boolean,
  { from, subject, text, login, to = 'support@acme.example' }: Said,
): Promise<void> {
  const auth = login === undefined ? {} : { auth: { user: login, pass: `CANARY-${login}` } };
  const relay = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, lmtp, ...auth });
  const raw = writeMail({
    from,
    to,
    subject,
    text,
    date: Date.now(),
    messageId: `<${Math.random()}@client.example>`,
    proved: false,
  });
  await relay.sendMail({ envelope: { from, to }, raw }).finally(() => relay.close());
}

test('a login as a handle proves its owner, and nobody else; A23: the password is written down nowhere', async () => {
  const { world, port } = await listening('smtp');
  await using open = world;
  const { jane, maria, ravi, desk } = open;
  await handIn(port, false, { from: 'jane@globex.example', subject: 'Printer on fire', text: 'Tray 2 smokes.' });
  await jane.receives('[HD-1001]');
  const { headers } = await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  const to = headers.get('reply-to') ?? '';
  await handIn(port, false, {
    from: 'maria@acme.example',
    subject: 'Re: [HD-1001] Printer on fire [take]',
    text: 'We come at noon.',
    login: 'maria',
    to,
  });
  await maria.receives('[HD-1001]', /nobody → maria/);
  await handIn(port, false, {
    from: 'maria@acme.example',
    subject: 'Re: [HD-1001] Printer on fire [assign ravi]',
    text: 'INTERNAL-FORGED',
    login: 'ravi',
    to,
  });
  await maria.receives('Please confirm', /assign ravi/);
  await later(open);
  await jane.receives('[HD-1001]', /at noon/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria' });
  const told = JSON.stringify(
    await desk.house.store.read(async (at) => [
      await at.messages((await at.tickets({}))[0]?.number ?? (0 as never)),
      await at.outbox({}),
    ]),
  );
  expect(`${desk.log.join('\n')}${told}`).not.toContain('CANARY-');
  expect(open.sink.mails.map(({ raw }) => raw.toString()).join()).not.toContain('CANARY-');
});

test('LMTP takes mail as an MTA hands it over, and proves nobody', async () => {
  const { world, port } = await listening('lmtp');
  await using open = world;
  await handIn(port, true, { from: 'jane@globex.example', subject: 'By LMTP', text: 'Hello.' });
  await open.jane.receives('[HD-1001] By LMTP');
  await handIn(port, true, { from: 'maria@acme.example', subject: 'Re: [HD-1001] By LMTP [close]', text: 'INTERNAL-FORGED' });
  await open.maria.receives('Please confirm', /close/);
  await later(open);
  expect(await open.desk.ticket(1001)).toMatchObject({ state: 'raised' });
});

test('imported mail makes tickets, and nobody is written to: no acknowledgement, no command, no word of an associate', async () => {
  await using world = await helpdesk();
  const { desk, sink } = world;
  const imported = async (from: string, subject: string, text: string, to = 'support@acme.example') => {
    const raw = writeMail({ from, to, subject, text, date: Date.now(), messageId: `<${Math.random()}@old.example>` });
    const ids = await desk.house.intake.receive([
      {
        source: { kind: 'pipe', mailbox: 'support' },
        content: Buffer.from(raw),
        envelope: null,
        authUser: null,
        receivedAt: world.clock.now(),
        imported: true,
      },
    ]);
    return (await desk.house.intake.take(ids))[0];
  };
  expect(await imported('jane@globex.example', 'Last year', 'Tray 2 smokes.')).toMatchObject({ outcome: 'created' });
  expect(await imported('maria@acme.example', 'Re: [HD-1001] Last year [close]', '!help\nINTERNAL-OLD')).toMatchObject({
    outcome: 'appended',
  });
  expect(await imported('maria@acme.example', '[help]', '')).toMatchObject({ outcome: 'created' });
  expect(await imported('jane@globex.example', 'Re: [HD-1001] Last year', 'Still.')).toMatchObject({ outcome: 'appended' });
  await later(world);
  expect(sink.mails).toEqual([]);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
});

test('a restart in between changes nothing that anybody sees', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.replies('We come at noon.');
  await desk.settles();
  await desk.restarts();
  desk.passes('4m');
  await jane.receives('[HD-1001]', /at noon/);
  await jane.replies('Thank you, see you.');
  await until(async () => (await desk.messages(1001)).length === 3, { what: 'the reply on the ticket' });
  await desk.settles();
  jane.hasNothingUnread();
});
