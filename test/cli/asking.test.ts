import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands as byMail } from '../../src/domain/decide/commands/index.ts';
import { inEnglish } from '../../src/domain/saying.ts';
import { type Answer, asked } from '../support/asked.ts';

const root = join(import.meta.dirname, '..', '..');

/** The whole program. */
const maildesk = (...args: string[]): Promise<Answer> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'src', 'main.ts'), ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

describe('asking the desk', () => {
  let dir: string;
  const ask = (name: string, args: readonly string[] = [], options: Record<string, unknown> = {}) =>
    asked(name, args, options, { data: join(dir, 'data') });
  const json = { json: true };
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'asking-'));
    const forged = [
      'From: Maria Lopez <maria@acme.example>',
      'To: support@acme.example',
      'Message-ID: <forged@elsewhere.example>',
      'Subject: Re: [HD-1001] Printer on fire [close]',
      '',
      'No longer needed. \u001b[2J',
    ];
    await writeFile(join(dir, 'forged.eml'), forged.join('\r\n'));
    await ask('deliver', [join(root, 'examples', 'first-mail.eml'), join(dir, 'forged.eml')]);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test('held: what waits for a person, from whom, and why', async () => {
    const { out, code } = await ask('held', [], json);
    const [mail, ...more] = out.trim().split('\n');
    expect(JSON.parse(mail ?? '')).toMatchObject({
      ticket: 'HD-1001',
      from: 'maria@acme.example',
      messageId: '<forged@elsewhere.example>',
      why: expect.stringContaining('nothing proves it'),
    });
    expect({ more, code }).toEqual({ more: [], code: 0 });
    expect((await ask('held')).out).toMatch(/HD-1001 {2}maria@acme\.example {2}Re: \[HD-1001\]/);
  });

  test('why: by Message-ID, with brackets or without, and by the beginning of the hash', async () => {
    const { out } = await ask('why', ['<first-mail@globex.example>'], json);
    const [mail] = JSON.parse(out);
    expect(mail).toMatchObject({ outcome: 'created', ticket: 'HD-1001', way: 'pipe', why: 'acknowledged (full)' });
    expect(mail.mails.map(({ template }: { template: string }) => template)).toContain('acknowledge');
    for (const id of ['first-mail@globex.example', mail.sha256, mail.sha256.slice(0, 10)])
      expect(JSON.parse((await ask('why', [id], json)).out)).toEqual([mail]);
  });

  test.each([
    ['a mail that never came', 'nobody@elsewhere.example', 1, /no mail .* ever came in/],
    ['what is no name of a mail', 'hello', 2, /expected a Message-ID .* or a SHA-256/],
  ])('why: %s', async (_, id, code, said) => {
    const answer = await ask('why', [id]);
    expect(answer).toMatchObject({ code, out: '', err: expect.stringMatching(said) });
  });

  test('outbox --show: a mail as its reader gets it, with the address that its answer goes to', async () => {
    const { out } = await ask('outbox', [], { show: '1' });
    expect(out).toMatch(
      /^From: Acme Support <support@acme\.example>\nTo: Jane Roe <jane@globex\.example>\nReply-To: support\+[a-z2-7]{37}@/,
    );
    expect(out).toContain('It has the number HD-1001');
    expect(await ask('outbox', [], { show: '99' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no mail 99'),
    });
  });

  test('a ticket holds no control characters of its mails in JSON, and no colours in a pipe', async () => {
    expect((await ask('ticket', ['1001'], json)).out).not.toContain('\u001b');
    for (const list of ['tickets', 'outbox', 'held']) expect((await ask(list)).out).not.toContain('\u001b');
  });
});

describe('help', () => {
  test('lists the commands of the command line, and explains one', async () => {
    expect((await maildesk('help')).out).toMatch(/start .*\n[\s\S]*why /);
    expect((await maildesk('help', 'deliver')).out).toContain('--imported');
    expect(await maildesk('help', 'nix')).toMatchObject({ code: 2, err: expect.stringContaining('there is no command nix') });
  });

  test('help commands: every command by mail, from its declaration', async () => {
    const { out } = await maildesk('help', 'commands', '--json');
    const listed = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).name);
    expect(listed).toEqual(byMail.map(({ name }) => name));
    const text = (await maildesk('help', 'commands')).out;
    for (const { help } of byMail) expect(text).toContain(inEnglish(help));
  });

  test.each([
    [['tickets', '--frob'], 2],
    [['deliver', '--frob'], 75],
  ])('%j ends with %i', async (args, code) => {
    expect((await maildesk(...args)).code).toBe(code);
  });
});
