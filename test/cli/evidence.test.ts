import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailVerifier } from '../../src/adapters/email/verify/mail-verifier.ts';
import { fixedClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { commands } from '../../src/cli/index.ts';
import { acmeZone, offlineDns, plainMail, signed, type Zone } from '../adapters/verify/signed-mail.ts';
import { now } from '../domain/parts.ts';

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate] }
`;
const helpdesk = (authentication: string) => `desk: { name: Acme, address: support@acme.example }
outgoing: { maildir: data/outgoing }
authentication: ${authentication}
`;
const claim = 'Authentication-Results: mx.evil.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example\r\n';

describe('what a decision rested on', () => {
  let dir: string;
  const dns = offlineDns(acmeZone());
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'evidence-'));
    for (const [name, text] of [
      ['trusting', '{ trusted: [mx.acme.example] }'],
      ['verifying', '{ verify: true }'],
    ] as const) {
      await mkdir(join(dir, name));
      await writeFile(join(dir, name, 'helpdesk.yaml'), helpdesk(text));
      await writeFile(join(dir, name, 'people.yaml'), people);
      await writeFile(join(dir, name, 'customers.yaml'), 'customers: []\n');
      await writeFile(join(dir, name, 'sla.yaml'), 'calendars: {}\n');
    }
    await writeFile(join(dir, 'signed.eml'), claim + (await signed(plainMail())));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  async function ask(config: string, name: string, args: readonly string[], json = true, resolve = dns, deadline = 5_000) {
    const command = commands.find((one) => one.name === name);
    const out: string[] = [];
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void out.push(text),
      isTerminal: false,
      stdin: (async function* () {})(),
      env: {},
    };
    const common = { config: join(dir, config), data: join(dir, `data-${config}`), json };
    const offline = { ...adapters, verify: mailVerifier(resolve, deadline) };
    const code = await command?.run({ terminal, adapters: offline, clock: fixedClock(now), common, args, options: {} });
    return { code, text: out.join('\n'), answer: json && code === 0 && out.length > 0 ? JSON.parse(out.join('\n')) : null };
  }

  test('explain shows the signature, its key and the headers that only claim', async () => {
    const { answer } = await ask('verifying', 'explain', [join(dir, 'signed.eml')]);
    expect(answer.authentication).toMatchObject({
      level: 'E2',
      dmarc: 'pass',
      alignedDomain: 'acme.example',
      by: 'own verification: dmarc pass, signed by acme.example (s1, 2048 bit)',
      believed: [],
      claimed: [expect.stringContaining('mx.evil.example')],
      verification: {
        signatures: [{ result: 'pass', key: expect.stringContaining('p=') }],
        dmarc: { record: 'v=DMARC1; p=reject' },
      },
    });
    const { text } = await ask('verifying', 'explain', [join(dir, 'signed.eml')], false);
    expect(text).toMatch(/proof +E2 \(own verification: dmarc pass/);
    expect(text).toMatch(/claimed +mx\.evil\.example; dkim=pass/);
    expect(text).toMatch(
      /signature +pass of acme\.example, s1 \(rsa-sha256, 2048 bit\), aligned; over date, from, message-id, subject, to/,
    );
  });

  test('R10, 6376-3: why shows what was seen then, though the key has changed since', async () => {
    await ask('verifying', 'deliver', [join(dir, 'signed.eml')]);
    const rotated: Zone = {};
    const { answer, text } = await ask('verifying', 'why', ['<1@acme.example>'], true, offlineDns(rotated));
    expect(answer[0].evidence).toHaveLength(1);
    expect(answer[0].evidence[0]).toMatchObject({
      at: new Date(now).toISOString(),
      level: 'E2',
      rule: expect.stringMatching(/^C/),
      verification: { signatures: [{ result: 'pass', key: expect.stringContaining('p=') }] },
    });
    expect(text).toContain('s1._domainkey.acme.example');
    const words = await ask('verifying', 'why', ['<1@acme.example>'], false, offlineDns(rotated));
    expect(words.text).toMatch(/proof +E2/);
  });

  test('DNS is never asked where the desk does not verify', async () => {
    const silent = offlineDns({});
    const { answer } = await ask('trusting', 'explain', [join(dir, 'signed.eml')], true, silent);
    expect(answer.authentication).toMatchObject({ level: 'E0', believed: [], verification: null });
    expect(silent.asked).toEqual([]);
  });

  test('F-43: explain ends where no DNS answers, and says which question it was', async () => {
    const silent: Zone = {
      '_dmarc.acme.example': { TXT: 'silent' },
      '_dmarc.example': { TXT: 'silent' },
      's1._domainkey.acme.example': { TXT: 'silent' },
    };
    const { answer } = await ask('verifying', 'explain', [join(dir, 'signed.eml')], true, offlineDns(silent), 200);
    expect(answer.authentication).toMatchObject({ level: 'E0', by: expect.stringContaining('DNS gave no answer') });
    const { text } = await ask('verifying', 'explain', [join(dir, 'signed.eml')], false, offlineDns(silent), 200);
    expect(text).toMatch(/dns +TXT s1\._domainkey\.acme\.example: ETIMEOUT/);
  });

  test('keys: listed, rotated, revoked', async () => {
    await ask('trusting', 'deliver', [join(dir, 'signed.eml')]);
    expect((await ask('trusting', 'keys', [])).answer).toMatchObject({ key: 1, state: 'signs', until: null });
    expect((await ask('trusting', 'keys', ['rotate'])).answer).toEqual({ key: 2, state: 'signs' });
    const { text } = await ask('trusting', 'keys', ['list'], false);
    expect(text).toMatch(/1 +checks what it signed[^\n]*\n2 +signs/);
    expect((await ask('trusting', 'keys', ['revoke', '2'], false)).text).toContain('make a new one first');
    expect((await ask('trusting', 'keys', ['revoke', '1'])).answer).toEqual({ key: 1, state: 'revoked' });
    expect((await ask('trusting', 'keys', ['revoke', '9'], false)).code).toBe(1);
    expect((await ask('trusting', 'keys', ['melt'], false)).code).toBe(2);
  });
});
