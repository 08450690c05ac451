import { expect, test } from 'vitest';
import { helpdesk, type World } from '../support/world.ts';
import { writeMail } from '../support/write-mail.ts';

const date = Date.parse('2026-03-02T08:00:00Z');
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const later = async (world: World) => {
  await world.desk.settles();
  world.desk.passes('5m');
  await world.desk.settles();
};

test.each([
  ['a line break and a field', 'Jane\r\nBcc: mallory@evil.example\r\nX: '],
  ['a bare LF and a body', 'Jane\n\nHello, I am the body'],
  ['NUL', 'Ja\0ne'],
  ['an address', 'mallory@evil.example, Jane'],
  ['quotes and brackets', '"><mallory@evil.example> "Jane'],
  ['an encoded word in an encoded word', word('Jane\r\nBcc: mallory@evil.example')],
  ['a direction that turns', 'Jane \u202egpj.exe'],
  ['very many letters', 'Jane '.repeat(2_000)],
])('A10: a name and a subject that hold %s come out as text, and are answered', async (_, text) => {
  await using world = await helpdesk();
  const { jane, maria, desk, sink } = world;
  const mail = writeMail({
    from: 'JANE',
    to: 'support@acme.example',
    subject: 'SUBJECT',
    text: 'Tray 2 smokes.',
    date,
    messageId: '<a10@globex.example>',
    proved: false,
  });
  const proof =
    'Authentication-Results: mx.acme.example; dkim=pass header.d=globex.example; dmarc=pass header.from=globex.example\r\n';
  const encoded = mail
    .replace('From: JANE', `From: ${word(text)} <jane@globex.example>`)
    .replace('Subject: SUBJECT', `Subject: ${word(`${text} [close]`)}`);
  await jane.sendsRaw(proof + encoded);
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]', /Tray 2/);
  await maria.replies('We come at noon.');
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  for (const sent of sink.mails) {
    expect(sent.headers.has('bcc')).toBe(false);
    expect(sent.headers.has('x')).toBe(false);
    expect(sent.recipients.join()).not.toContain('evil');
    expect(sent.raw.includes(0)).toBe(false);
    expect(sent.subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
});

test('A9: markup and script in a name, a subject and a text are shown, never run', async () => {
  await using world = await helpdesk();
  const { jane, maria, sink } = world;
  const evil =
    '<script>alert(1)</script><img src=x onerror=alert(2)> javascript:alert(3) {{deskName}} <a href="javascript:alert(4)">x</a>';
  await jane.writes(evil, evil);
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]', /alert\(1\)/);
  await maria.replies(`You wrote ${evil}`);
  await later(world);
  await jane.receives('[HD-1001]', /You wrote/);
  for (const { html, subject } of sink.mails) {
    expect(html).not.toMatch(/<script|<img[^>]*onerror|href="?javascript:/i);
    expect(subject).not.toContain('Acme Support <script');
  }
});

test('A7: attachments with hostile names are data: shown on one line, on disk by their hash, passed on harmless', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  const notified = await maria.receives('[HD-1001]');
  await desk.settles();
  const names = [
    '../../../etc/passwd',
    '.htaccess\u200b',
    'C:\\windows\\x.exe',
    'a\r\nX-Evil: 1',
    `${'long'.repeat(200)}.txt`,
    '',
    '\u202egpj.exe',
    'con',
    '/',
  ];
  const parts = names.flatMap((name, at) => [
    '--b',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename="${word(name)}"`,
    '',
    `file ${at}`,
  ]);
  const head = [
    'Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example',
    'From: maria@acme.example',
    `To: ${notified.headers.get('reply-to')}`,
    'Subject: Re: [HD-1001] Printer on fire',
    'Message-ID: <a7@acme.example>',
    'Date: Mon, 2 Mar 2026 09:10:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the files.',
  ];
  await maria.sendsRaw([...head, ...parts, '--b--', ''].join('\r\n'));
  await later(world);
  const sent = await jane.receives('[HD-1001]', /See the files/);
  expect(sent.headers.has('x-evil')).toBe(false);
  expect(sent.parsed.attachments).toHaveLength(names.length);
  const kept = (await desk.messages(1001)).at(-1)?.attachments ?? [];
  for (const { filename } of [...kept, ...sent.parsed.attachments]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(filename).not.toMatch(/[\x00-\x1f\\/\u200b\u202a-\u202e]/);
    expect(filename).not.toMatch(/^\.\.?$/);
  }
});

test('A12: a mail whose From cannot be read strictly is a ticket all the same', async () => {
  await using world = await helpdesk();
  const { jane, maria } = world;
  const raw = writeMail({
    from: 'jane@globex.example (Jane (of Globex))',
    to: 'support@acme.example',
    subject: 'Old client',
    text: 'Hello.',
    date,
    messageId: '<a12@globex.example>',
  });
  await jane.sendsRaw(raw);
  await maria.receives('[HD-1001] Old client', /Hello/);
  expect(await world.desk.ticket(1001)).toMatchObject({ requester: 'jane@globex.example' });
});

test('5322-2: a mail from nobody is a ticket that nobody is answered on', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk, sink } = world;
  const raw = writeMail({
    from: 'X',
    to: 'support@acme.example',
    subject: 'From nobody',
    text: 'Hello.',
    date,
    messageId: '<none@globex.example>',
    proved: false,
  });
  await jane.sendsRaw(raw.replace(/^From:.*\r\n/m, ''));
  await maria.receives('[HD-1001] From nobody');
  await maria.replies('Who are you?');
  await later(world);
  expect(new Set(sink.mails.flatMap(({ recipients }) => recipients))).toEqual(
    new Set(['maria@acme.example', 'ravi@acme.example']),
  );
  expect(await desk.house.store.read((at) => at.outbox({ failed: true }))).toEqual([]);
});

test('6532-1: headers written in plain UTF-8 are read', async () => {
  await using world = await helpdesk();
  const raw = writeMail({
    from: 'JANE <jane@globex.example>',
    to: 'support@acme.example',
    subject: 'SUBJECT',
    text: 'Hello.',
    date,
    messageId: '<utf8@globex.example>',
  });
  await world.jane.sendsRaw(raw.replace('JANE', 'Jäne Röe').replace('SUBJECT', 'Drucker brennt: äöü 火'));
  await world.jane.receives('[HD-1001] Drucker brennt: äöü 火', /Jäne Röe/);
  await world.maria.receives('[HD-1001]');
});
