import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { guardOrphan } from '../support/orphan-guard.ts';
import { until } from '../support/until.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin], language: en, password: "\${MARIA_PASSWORD}" }
`;
const helpdesk = (name: string, port: number, more = '') =>
  `desk:\n  name: ${name}\n  address: support@acme.example\n${more}listen:\n  smtp: { host: 127.0.0.1, port: ${port} }\noutgoing:\n  maildir: data/outgoing\n`;

/** The desk as people run it: a process, its files, its log. */
async function runDesk() {
  const dir = await mkdtemp(join(tmpdir(), 'desk-'));
  const port = await freePort();
  const [config, data] = [join(dir, 'config'), join(dir, 'data')];
  await mkdir(config);
  await writeFile(join(config, 'people.yaml'), people);
  await writeFile(join(config, 'helpdesk.yaml'), helpdesk('First Name', port));
  const env = { ...process.env, MARIA_PASSWORD: 'CANARY-4711' };
  const child = spawn(process.execPath, [main, 'start', '--config', config, '--data', data], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const callOff = guardOrphan(child.pid ?? 0, dir);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  await until(() => said.includes('is running'), { what: 'the desk', within: 20_000 });
  const mails = async () => {
    const found: string[] = [];
    for await (const file of glob(join(data, 'outgoing', 'new', '*'))) found.push(await readFile(file, 'utf8'));
    return found;
  };
  return {
    port,
    data,
    mails,
    said: () => said,
    changes: (text: string) => writeFile(join(config, 'helpdesk.yaml'), text),
    hangsUp: () => child.kill('SIGHUP'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      callOff();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function writeTo(port: number, subject: string, auth?: { user: string; pass: string }): Promise<void> {
  const relay = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    ...(auth === undefined ? {} : { auth }),
  });
  const from = auth === undefined ? `${subject}@globex.example` : 'maria@acme.example';
  await relay.sendMail({ from, to: 'support@acme.example', subject, text: 'Hello.' }).finally(() => relay.close());
}

test('F-40: a changed configuration is taken up; a broken one changes nothing, and the admin hears of it; A23: no secret is written down', async () => {
  await using desk = await runDesk();
  await writeTo(desk.port, 'one');
  await until(async () => (await desk.mails()).some((mail) => mail.includes('First Name')), { what: 'a mail of the first name' });

  await desk.changes(helpdesk('Second Name', desk.port));
  await until(() => desk.said().includes('in force'), { what: 'the change' });
  await writeTo(desk.port, 'two');
  await until(async () => (await desk.mails()).some((mail) => /To: two@/.test(mail) && mail.includes('Second Name')), {
    what: 'the second name',
  });

  await desk.changes(helpdesk('Third Name', desk.port, '  adress: x@acme.example\n'));
  desk.hangsUp();
  const told = (mail: string) => /To: .*maria@/.test(mail) && mail.includes('adress') && mail.includes('helpdesk.yaml:4');
  await until(async () => (await desk.mails()).some(told), { what: 'the admin’s mail' });
  await writeTo(desk.port, 'three');
  await until(async () => (await desk.mails()).some((mail) => /To: three@/.test(mail) && mail.includes('Second Name')), {
    what: 'the last good name',
  });
  expect((await desk.mails()).some((mail) => mail.includes('Third Name'))).toBe(false);

  await writeTo(desk.port, 'four', { user: 'maria', pass: 'CANARY-4711' });
  await writeTo(desk.port, 'five', { user: 'maria', pass: 'CANARY-wrong' }).catch(() => {});
  await until(async () => (await desk.mails()).some((mail) => mail.includes('four')), { what: 'the fourth' });
  const written: string[] = [desk.said()];
  for await (const file of glob(join(desk.data, '**', '*'), { exclude: (name) => name === 'node_modules' }))
    written.push(await readFile(file, 'latin1').catch(() => ''));
  expect(written.length).toBeGreaterThan(5);
  expect(written.filter((text) => text.includes('CANARY-')).length).toBe(0);
  expect(desk.said()).not.toContain(Buffer.from('\0maria\0CANARY-4711').toString('base64'));
});
