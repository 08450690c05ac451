import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailVerifier } from '../../src/adapters/email/verify/mail-verifier.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { fixedClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { commands } from '../../src/cli/index.ts';
import { type Bundle, verifyBundle } from '../../src/domain/bundle/verify-bundle.ts';
import type { Effect } from '../../src/domain/effect.ts';
import { type Sha256, sha256, ticketNo } from '../../src/domain/ids.ts';
import { acmeZone, offlineDns, plainMail, signed } from '../adapters/verify/signed-mail.ts';
import { now } from '../domain/parts.ts';
import { hashOf } from '../support/store-facts.ts';

const helpdesk = `desk: { name: Acme, address: support@acme.example, workflow: simple }
outgoing: { maildir: data/outgoing }
authentication: { verify: true }
`;

/** So that there are bytes enough to change. */
const longer = Array.from({ length: 80 }, (_, at) => `Line ${at} of what they had to say.\r\n`).join('');

describe('an exported ticket', () => {
  let dir = '';
  const clock = fixedClock(now);

  async function ask(name: string, args: readonly string[], options: Record<string, unknown> = {}) {
    const command = commands.find((one) => one.name === name);
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      ...{ out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) },
      ...{ isTerminal: false, stdin: (async function* () {})(), env: {} },
    };
    const common = { config: join(dir, 'config'), data: join(dir, 'data'), json: options['json'] === true };
    const offline = { ...adapters, verify: mailVerifier(offlineDns(acmeZone()), 5_000) };
    const code = await command?.run({ terminal, adapters: offline, clock, common, args, options });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'bundle-'));
    await cp(new URL('../world-config', import.meta.url), join(dir, 'config'), { recursive: true });
    await writeFile(join(dir, 'config', 'helpdesk.yaml'), helpdesk);
    const mail = await signed(
      plainMail(
        { From: 'Jane Roe <jane@acme.example>', Subject: 'Approved', 'Message-ID': '<yes@acme.example>' },
        `approved <b>\r\n${longer}`,
      ),
    );
    await writeFile(join(dir, 'yes.eml'), mail);
    await writeFile(join(dir, 'picture.eml'), await readFile(new URL('../mails/printer-with-picture.eml', import.meta.url)));
    expect((await ask('deliver', [join(dir, 'yes.eml'), join(dir, 'picture.eml')])).code).toBe(0);
    const store = await openStore({ file: join(dir, 'data', 'maildesk.db'), now: () => now });
    const [arrival] = await store.read((at) => at.arrivalsOn(ticketNo(1001)));
    await store.write((at) => at.apply([proofOn(1002), proofOn(1001)], now, arrival?.id ?? null));
    await store.close();
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const exported = async (name: string): Promise<string> => {
    const target = join(dir, name);
    const { code, err } = await ask('export', ['ticket', '1001', target]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return target;
  };

  test('holds each mail byte for byte, its files, a thread to read, and what was decided; and is found whole', async () => {
    const target = await exported('HD-1001');
    const raw = await readFile(join(dir, 'yes.eml'));
    const hash = createHash('sha256').update(raw).digest('hex');
    expect((await readFile(join(target, 'mails', `${hash}.eml`))).equals(raw)).toBe(true);
    expect(await readFile(join(target, 'thread.txt'), 'utf8')).toMatch(
      /HD-1001 Approved[\s\S]*Jane Roe <jane@acme.example> wrote ---\napproved <b>[\s\S]*Journal/,
    );
    expect(await readFile(join(target, 'thread.html'), 'utf8')).toContain('approved &#60;b&#62;');
    expect(JSON.parse(await readFile(join(target, 'ticket.json'), 'utf8'))).toMatchObject({ ticket: 'HD-1001' });
    const chain = JSON.parse(await readFile(join(target, 'evidence', 'chain.json'), 'utf8'));
    expect(chain.map(({ proof }: { proof: object | null }) => proof === null)).toEqual([true, false]);

    const { code, out } = await ask('verify-evidence', [target]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /HD-1001 of Acme[\s\S]*offer: approve by contact \d+ \(mail, E3\): counted[\s\S]*1 signatures checked anew/,
    );
  });

  test('5.3: on another machine, with the key rotated in DNS since, it is still whole', async () => {
    const target = await exported('elsewhere');
    const moved = join(await mkdtemp(join(tmpdir(), 'machine-')), 'evidence');
    await cp(target, moved, { recursive: true });
    const { code, out } = await ask('verify-evidence', [moved], { json: true });
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, ok: true, signatures: 1, problems: [] });
    const { head } = JSON.parse(out);
    expect((await ask('verify-evidence', [moved], { head })).code).toBe(0);
    expect((await ask('verify-evidence', [moved], { head: 'f'.repeat(64) })).err).toMatch(/the chain does not come by ffff/);
    await rm(moved, { recursive: true });
  });

  test('5.3: any one byte of any file another, and it fails', async () => {
    const target = await exported('flipped');
    const files = await filesIn(target);
    const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    expect(size).toBeGreaterThan(20_480);
    const digests = new Map([...files].map(([path, bytes]) => [path, measured(bytes)]));
    const check = (path: string, bytes: Uint8Array) => {
      const bundle: Bundle = {
        files: new Map(digests).set(path, measured(bytes)),
        text: (wanted) => new TextDecoder().decode(wanted === path ? bytes : files.get(wanted)),
      };
      return verifyBundle(bundle, hashOf).kind;
    };
    const [first = ''] = files.keys();
    expect(check(first, files.get(first) ?? new Uint8Array())).toBe('whole');
    const passed: string[] = [];
    let flipped = 0;
    for (const [path, bytes] of files) {
      for (let at = 0; at < bytes.length && flipped < 20_480; at++, flipped++) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        if (check(path, changed) !== 'altered') passed.push(`${path}@${at}`);
      }
    }
    expect(passed).toEqual([]);
    expect(flipped).toBe(Math.min(size, 20_480));
  }, 60_000);

  test('5.3: the end of the chain is mailed to the admins when something was added, and both desk and bundle are held against it', async () => {
    const open = () => openStore({ file: join(dir, 'data', 'maildesk.db'), now: () => now });
    const mailed = async () => {
      expect(await ask('jobs', ['run', 'evidence'])).toMatchObject({ code: 0, err: '' });
      const store = await open();
      const rows = await store.read((at) => at.outbox({}));
      await store.close();
      return rows.filter(({ template }) => template === 'notice').map(({ to, data }) => `${to.address} ${JSON.stringify(data)}`);
    };
    const [first = '', ...more] = await mailed();
    expect([more, await mailed()]).toEqual([[], [first]]);
    const [, head = ''] = /maildesk verify-evidence --head ([\da-f]{64})/.exec(first) ?? [];
    expect(first).toContain('maria@acme.example');
    expect(await ask('verify-evidence', [], { head })).toMatchObject({
      code: 0,
      out: expect.stringContaining(`they end with ${head}`),
    });
    expect(await ask('verify-evidence', [await exported('sealed')], { head })).toMatchObject({ code: 0 });
    expect(await ask('verify-evidence', [], { head: 'f'.repeat(64) })).toMatchObject({
      ...{ code: 1, err: expect.stringMatching(/does not come by ffff/) },
    });

    const store = await open();
    await store.write((at) => at.apply([proofOn(1001)], now, null));
    await store.close();
    expect(await mailed()).toHaveLength(2);
    expect(await ask('verify-evidence', [], { head })).toMatchObject({ code: 0, out: expect.stringMatching(/^3 decisions/) });
  });

  test('a file that is gone, and one that came later, are named', async () => {
    const target = await exported('less');
    await rm(join(target, 'thread.txt'));
    await writeFile(join(target, 'mails', 'more.eml'), 'x');
    const { code, err } = await ask('verify-evidence', [target]);
    expect(code).toBe(1);
    expect(err).toMatch(/thread\.txt is missing[\s\S]*mails\/more\.eml was added/);
  });

  test('a whole forgery with a seal of its own is found by the end of the chain', async () => {
    const target = await exported('forged');
    const file = join(target, 'evidence', 'chain.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"answer": "approve"', '"answer": "decline"'));
    const { err } = await ask('verify-evidence', [target]);
    expect(err).toMatch(/evidence\/chain\.json was changed/);
  });

  test('a zip holds the same; where something lies already nothing is written', async () => {
    const target = await exported('HD-1001.zip');
    expect((await readFile(target)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(await ask('export', ['ticket', 'HD-1001', target])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there already/),
    });
    const folder = await exported('full');
    expect(await ask('export', ['ticket', '1001', folder])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/lies there already/),
    });
    expect(await ask('export', ['ticket', '9999', join(dir, 'no')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there is no HD-9999/),
    });
    expect(await ask('verify-evidence', [target])).toMatchObject({ code: 1, err: expect.stringMatching(/unpacked first/) });
  });
});

const proofOn = (ticket: number): Effect => ({
  act: 'keep-proof',
  proof: {
    ...{ ticket: ticketNo(ticket), ask: 1 as never, name: 'offer', round: 1, answer: 'approve', decision: 'counted' },
    ...{ by: { kind: 'contact', address: 'jane@acme.example' }, rule: 'C5 needs E3', level: 'E3', about: null },
    ...{ via: 'mail', recordedBy: null, token: null },
  },
});

const measured = (bytes: Uint8Array): { size: number; sha256: Sha256 } => ({
  size: bytes.length,
  sha256: sha256(createHash('sha256').update(bytes).digest('hex')),
});

async function filesIn(dir: string): Promise<Map<string, Uint8Array>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const read = await Promise.all(paths.map(async (path) => [path.slice(dir.length + 1), await readFile(path)] as const));
  return new Map(read.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
