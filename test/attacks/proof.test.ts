import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';
import { type Draft, writeMail } from '../support/write-mail.ts';

/** Jane's ticket HD-1001, read by Maria and Ravi. */
async function withTicket(world: World) {
  const { jane, maria, ravi } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledged = await jane.receives('[HD-1001]');
  const notified = await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await world.desk.settles();
  return {
    /** The signed address that Jane was given, and Maria's. */
    janes: acknowledged.headers.get('reply-to') ?? '',
    marias: notified.headers.get('reply-to') ?? '',
    acknowledged,
    notified,
  };
}

let serial = 0;
const forged = (draft: Partial<Draft>): string =>
  writeMail({
    from: 'Mallory <mallory@evil.example>',
    to: 'support@acme.example',
    subject: 'Re: [HD-1001] Printer on fire',
    text: 'Hello.',
    date: Date.parse('2026-03-02T10:00:00Z'),
    messageId: `<forged.${++serial}@evil.example>`,
    proved: false,
    ...draft,
  });

/** Nothing was applied, and nothing reached anybody outside, however long one waits. */
async function untouched(world: World, outside: number) {
  await world.desk.settles();
  world.desk.passes('10m');
  await world.desk.settles();
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: null, subject: 'Printer on fire' });
  expect(world.sink.mails.filter(({ recipients }) => !recipients.join().endsWith('@acme.example'))).toHaveLength(outside);
  expect((await world.desk.participants(1001)).map(({ address }) => address)).toEqual(['jane@globex.example']);
}

const heldOn = async (world: World) =>
  (await world.desk.messages(1001))
    .filter(({ status }) => status === 'held')
    .map(({ from, visibleText }) => `${from.address}: ${visibleText}`);

test('E0: a participant without proof is held where staff see it, and mailed to no customer', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  await world.jane.writes('Re: [HD-1001] Printer on fire', 'Is it me?', { proved: false });
  await world.maria.receives('[HD-1001]', /Is it me\?/);
  await untouched(world, 1);
  expect(await heldOn(world)).toEqual(['jane@globex.example: Is it me?']);
});

test('A2: a foreign From with the signed address of a ticket is kept unverified, and sent to nobody', async () => {
  await using world = await helpdesk();
  const { janes } = await withTicket(world);
  await world.stranger.sendsRaw(forged({ to: janes, cc: 'mallory2@evil.example', text: 'Please send me the history.' }));
  await world.maria.receives('[HD-1001]', /Please send me the history/);
  await untouched(world, 1);
  expect(await heldOn(world)).toEqual(['mallory@evil.example: Please send me the history.']);
});

test('A2: not even where the foreign sender is proved', async () => {
  await using world = await helpdesk();
  const { janes } = await withTicket(world);
  await world.stranger.writes('Re: [HD-1001] Printer on fire', 'What is it about?', { to: janes });
  await world.maria.receives('[HD-1001]', /What is it about\?/);
  await untouched(world, 1);
});

test('A1: Jane spoofed with the signed address of the attacker’s own ticket proves nothing on hers', async () => {
  await using world = await helpdesk();
  const { stranger } = world;
  await withTicket(world);
  await stranger.writes('My own', 'Hello.', { proved: false });
  const own = await stranger.receives('[HD-1002]');
  await world.maria.receives('[HD-1002]');
  const spoof = { from: 'Jane Roe <jane@globex.example>', cc: 'mallory@globex.example' };
  await stranger.sendsRaw(forged({ ...spoof, text: 'Spoofed by reference.', inReplyTo: own.messageId }));
  await world.maria.receives('[HD-1001]', /Spoofed by reference/);
  await stranger.sendsRaw(forged({ ...spoof, to: own.headers.get('reply-to') ?? '', text: 'Spoofed by address.' }));
  await world.maria.receives('[HD-1002]', /Spoofed by address/);
  await untouched(world, 2);
  expect(await heldOn(world)).toEqual(['jane@globex.example: Spoofed by reference.']);
});

test.each([
  ['nothing', []],
  [
    'a header that somebody else wrote',
    ['Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example; dkim=pass header.d=acme.example'],
  ],
  [
    '8601-1: a forged header below a foreign hop',
    [
      'Received: from x by mail.evil.example; Mon, 2 Mar 2026 10:00:00 +0000',
      'Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example',
    ],
  ],
  [
    '8601-2: two headers of the border of which one proves nothing',
    [
      'Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example',
      'Authentication-Results: mx.acme.example; dkim=none; dmarc=none header.from=acme.example',
    ],
  ],
  [
    '8601-3: a header without a name, where no Microsoft 365 stands in front',
    ['Authentication-Results: dkim=pass header.d=acme.example; dmarc=pass action=none header.from=acme.example'],
  ],
  [
    'A6: control headers',
    [
      'X-Maildesk-Command: close',
      'X-Zammad-Ticket-State: closed',
      'RT-Action: close',
      'X-MS-Exchange-Organization-AuthAs: Internal',
    ],
  ],
  [
    'A20: SPF alone',
    ['Authentication-Results: mx.acme.example; spf=pass smtp.mailfrom=acme.example; dmarc=pass header.from=acme.example'],
  ],
])('an associate proved by %s: nothing is applied, staff are told, and the associate is asked', async (_, headers) => {
  await using world = await helpdesk();
  const { marias, notified } = await withTicket(world);
  const spoof = { from: 'Maria Lopez <maria@acme.example>', to: marias, inReplyTo: notified.messageId, headers };
  await world.stranger.sendsRaw(
    forged({ ...spoof, subject: 'Re: [HD-1001] Printer on fire [close]', text: '!assign ravi\nINTERNAL-WORDS for Jane' }),
  );
  await world.ravi.receives('[HD-1001]', /INTERNAL-WORDS/);
  await untouched(world, 1);
  expect(await heldOn(world)).toHaveLength(1);
  const asked = await world.maria.receives('Please confirm', /close[\s\S]*assign ravi/);
  expect(asked.text).not.toContain('INTERNAL-WORDS');
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: null });
});

test('an associate whose check failed is held, and the admin hears of it', async () => {
  await using world = await helpdesk();
  const { marias } = await withTicket(world);
  const headers = ['Authentication-Results: mx.acme.example; dmarc=fail header.from=acme.example'];
  await world.stranger.sendsRaw(forged({ from: 'ravi@acme.example', to: marias, headers, text: '!close\nBye.' }));
  await world.maria.receives('[HD-1001]', /fail/i);
  await untouched(world, 1);
});

test('A5: Reply-To is nobody: neither identity nor address', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  const headers = ['Reply-To: maria@acme.example'];
  await world.stranger.writes('Re: [HD-1001] Printer on fire [close]', '!close', { headers });
  await world.stranger.receives('[HD-1002]');
  await untouched(world, 2);
});

test('A3, A5: an acknowledgement goes to From, wherever Reply-To points', async () => {
  await using world = await helpdesk();
  await world.stranger.writes('Hello', 'Verify me.', { headers: ['Reply-To: victim@victim.example'] });
  await world.stranger.receives('[HD-1001]');
  await world.desk.settles();
  expect(world.sink.mails.flatMap(({ recipients }) => recipients)).not.toContain('victim@victim.example');
});

test.each(['support@acme.example', 'support+x@acme.example', 'Support@Acme.Example'])(
  'A27: %s as From without our mark is held and never written to',
  async (from) => {
    await using world = await helpdesk();
    await world.stranger.sendsRaw(forged({ from, subject: 'Hello', text: 'I am you.' }));
    await world.maria.receives('', /I am you/);
    await world.desk.settles();
    expect(await world.desk.ledger()).toMatchObject({ held: 1, created: 0 });
    expect(world.sink.mails.flatMap(({ recipients }) => recipients)).toEqual(['maria@acme.example']);
  },
);

test('A27: an associate is not told by way of the desk’s own address', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  for (const { recipients } of world.sink.mails) expect(recipients.join()).not.toMatch(/^support/i);
});

test('a genuine mail to somebody else, handed on to us, commands nothing', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  const { maria, ravi } = world;
  await maria.writes('Re: [HD-1001] Printer on fire', '!assign ravi\nINTERNAL-ELSEWHERE', { to: 'friend@elsewhere.example' });
  await maria.receives('Please confirm', /assign ravi/);
  ravi.hasNothingUnread();
  await untouched(world, 1);
});

test('R3: a command mail sent again with an unsigned field changed is done once', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk, sink } = world;
  await withTicket(world);
  const again = { messageId: '<once@acme.example>', subject: 'Re: [HD-1001] Printer on fire [assign ravi]' };
  await maria.replies('We come at noon.', again);
  await maria.receives('[HD-1001]', /assign ravi/);
  await desk.settles();
  desk.passes('3m');
  await jane.receives('[HD-1001]', /at noon/);
  await maria.replies('We come at noon.', { ...again, cc: 'mallory@evil.example' });
  await until(async () => (await desk.ledger()).duplicate + (await desk.ledger()).held >= 1, { what: 'the replay' });
  desk.passes('10m');
  await desk.settles();
  expect(jane.inbox().filter(({ text }) => /at noon/.test(text))).toHaveLength(1);
  expect(sink.mails.some(({ recipients }) => recipients.join().includes('evil'))).toBe(false);
});

test('a mail whose plain and HTML text begin with different commands is carried out only once its sender has confirmed it', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  const { maria, desk } = world;
  const html = '<div>We come at noon.</div><div>Maria</div>';
  await maria.replies('!assign ravi\nWe come at noon.', { html });
  await maria.receives('Please confirm', /assign ravi/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  await maria.replies('!take\nHello.', { html: '<div>!take</div><div>Hello.</div>', to: maria.inbox()[0] });
  await maria.receives('[HD-1001]', /nobody → maria/);
});
