import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapters } from '../../src/app/compose.ts';
import { later } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';
import { type Draft, writeMail } from '../support/write-mail.ts';

/** Jane's ticket HD-1001; what Maria was told of it. */
async function withTicket(world: World) {
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  await world.jane.receives('[HD-1001]');
  const notice = await world.maria.receives('[HD-1001]');
  await world.ravi.receives('[HD-1001]');
  await world.desk.settles();
  return { notice, marias: notice.headers.get('reply-to') ?? '' };
}

/** Jane has her acknowledgement and nothing else, and the ticket is as she left it. */
async function untouched(world: World) {
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: null });
  expect(world.jane.inbox()).toHaveLength(1);
}

let serial = 0;
const written = (draft: Partial<Draft>): string =>
  writeMail({
    from: 'Maria Lopez <maria@acme.example>',
    to: 'support@acme.example',
    subject: 'Re: [HD-1001] Printer on fire',
    text: '!close',
    date: Date.parse('2026-03-02T10:00:00Z'),
    messageId: `<w${++serial}@acme.example>`,
    ...draft,
  });
const isWireClean = (raw: Buffer): boolean => !/(?<!\r)\n|\r(?!\n)|\0/.test(raw.toString('latin1'));

test.each([
  ['\n.\n', 'bare LF on both sides'],
  ['\r\n.\n', 'a bare LF behind'],
  ['\n.\r\n', 'a bare LF in front'],
  ['\r.\r', 'bare CR'],
  ['\r\n.\r', 'a bare CR behind'],
  ['\r\n\0.\r\n', 'NUL'],
])('A11: a mail that ends %j within its text, with %s, smuggles nothing past our server', async (end) => {
  await using world = await helpdesk();
  const { jane, maria, sink } = world;
  const smuggled = `${end}MAIL FROM:<ceo@acme.example>\r\nRCPT TO:<victim@victim.example>\r\nDATA\r\nSubject: Pay\r\n\r\nNow.\r\n.\r\n`;
  const whole = written({ from: 'Jane Roe <jane@globex.example>', subject: 'Printer on fire', text: 'BODY' });
  await jane.sendsRaw(Buffer.from(whole.replace('BODY', `Tray 2 smokes.${smuggled}`), 'latin1'));
  await jane.receives('[HD-1001]');
  const told = await maria.receives('[HD-1001]', /Tray 2 smokes/);
  const answer = written({ to: told.headers.get('reply-to') ?? '', inReplyTo: told.messageId, text: 'BODY' });
  await maria.sendsRaw(Buffer.from(answer.replace('BODY', `We come at noon.${smuggled}`), 'latin1'));
  await later(world);
  for (const { recipients, raw } of sink.mails) {
    expect(recipients.join()).not.toContain('victim');
    expect(isWireClean(raw)).toBe(true);
  }
});

const secret = '-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----';
test.each<[string, (marias: string) => string]>([
  [
    'a signature that anybody can make covers the command, and From is spoofed',
    (to) =>
      written({
        to,
        proved: false,
        text: '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n!close\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----',
      }),
  ],
  [
    'a signed part says nothing, the command stands beside it, and From is spoofed',
    (to) =>
      written({ to, proved: false, text: 'BODY' })
        .replace('Content-Type: text/plain; charset=utf-8', 'Content-Type: multipart/mixed; boundary=a')
        .replace(
          'BODY',
          '--a\r\nContent-Type: text/plain\r\n\r\n!close\r\n--a\r\nContent-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b\r\n\r\n--b\r\n\r\nHello.\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--\r\n--a--',
        ),
  ],
  [
    'what is encrypted cannot be read, and so not obeyed',
    (to) =>
      written({ to, text: 'BODY' })
        .replace(
          'Content-Type: text/plain; charset=utf-8',
          'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=a',
        )
        .replace(
          'BODY',
          `--a\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--a\r\nContent-Type: application/octet-stream\r\n\r\n${secret}\r\n--a--`,
        ),
  ],
])('A21: %s', async (_, raw) => {
  await using world = await helpdesk();
  const { marias } = await withTicket(world);
  await world.stranger.sendsRaw(raw(marias));
  await untouched(world);
});

test.each<[string, Partial<Draft>]>([
  [
    'an out-of-office note that quotes one',
    { subject: 'Automatic reply: [HD-1001] [close]', headers: ['Auto-Submitted: auto-replied'] },
  ],
  ['a scanner that answers each link', { headers: ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All'] }],
  ['a list that passes it on', { headers: ['List-Id: <all.acme.example>', 'Precedence: list'] }],
])('A24, R1: a command in %s is none, though its sender is proved and writes to the signed address', async (_, draft) => {
  await using world = await helpdesk();
  const { marias, notice } = await withTicket(world);
  await world.maria.sendsRaw(written({ to: marias, inReplyTo: notice.messageId, ...draft }));
  await untouched(world);
});

test('A24: no mail of ours holds a link that a machine can follow', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  await world.maria.replies('!take\nWe come at noon.');
  await later(world);
  expect(world.sink.mails.length).toBeGreaterThan(3);
  for (const { html, text } of world.sink.mails) {
    expect(text).not.toMatch(/https?:/);
    for (const [, href] of html.matchAll(/(?:href|src|action)\s*=\s*["']?([^"'\s>]+)/gi)) expect(href).toMatch(/^mailto:/);
  }
});

test('R9: an associate removed is out at once, and the addresses of before stay dead when they return', async () => {
  await using world = await helpdesk();
  const { maria, desk, jane } = world;
  const { marias, notice } = await withTicket(world);
  const file = join(desk.dir, 'config', 'people.yaml');
  const people = (handles: string) =>
    `people:\n  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate, admin], teams: [web] }\n${handles}`;
  const adopt = async (handles: string) => {
    await writeFile(file, people(handles));
    const loaded = await adapters.loadConfig(join(desk.dir, 'config'), {});
    if (loaded.kind !== 'ok') throw new Error(loaded.complaints.join('\n'));
    expect(await desk.daemon.adopt(loaded.settings)).toBeNull();
  };
  await adopt('');
  await maria.sendsRaw(written({ to: marias, inReplyTo: notice.messageId, text: '!assign maria\nINTERNAL-WORDS' }));
  await untouched(world);
  await adopt(
    '  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead], teams: [web] }\n',
  );
  await maria.sendsRaw(written({ to: marias, inReplyTo: notice.messageId, text: '!close' }));
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
  expect(jane.inbox()).toHaveLength(1);
});
