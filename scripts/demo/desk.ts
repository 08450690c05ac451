import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { customersYaml, helpdeskYaml, peopleYaml, slaYaml } from './config.ts';
import { associates, password } from './people.ts';

/** A desk of the demo's own: real daemon, real SMTP listener, on files that stay for a look. */
export type Desk = AsyncDisposable & {
  dir: string;
  port: number;
  /** What it sends is left here, a Maildir. */
  outgoing: string;
  /** What it received lies here, each file a mail. */
  mails: string;
  /** Its clock: the machine's, or one that began at the moment asked for. */
  now(): Date;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '..', '..');
const mark = 'DEMO.txt';

/**
 * Writes the configuration, starts the daemon on it, and waits until it takes mail.
 *
 * @param at the moment at which its clock begins; left out, it is the machine's
 */
export async function startDesk(dir: string, delay: string, at?: Date): Promise<Desk> {
  await makeRoom(dir);
  await writeConfig(join(dir, 'config'), await freePort(), delay);
  const ahead = at === undefined ? 0 : at.getTime() - Date.now();
  const now = () => new Date(Date.now() + ahead);
  const options = [
    '--config',
    join(dir, 'config'),
    '--data',
    join(dir, 'data'),
    ...(at === undefined ? [] : ['--now', now().toISOString()]),
  ];
  const daemon = spawn(process.execPath, [...bound, join(root, 'src', 'main.ts'), 'start', ...options], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, MAILDESK_LAUNCHER: String(process.pid) },
  });
  daemon.stderr?.pipe(createWriteStream(join(dir, 'desk.log')));
  const port = await portOf(daemon, join(dir, 'desk.log'));
  const stop = async () => {
    if (daemon.exitCode !== null || daemon.signalCode !== null) return;
    daemon.kill('SIGTERM');
    await once(daemon, 'exit');
  };
  const [outgoing, mails] = [join(dir, 'data', 'outgoing'), join(dir, 'data', 'mails')];
  return { dir, port, outgoing, mails, now, stop, [Symbol.asyncDispose]: stop };
}

/** The daemon dies with the demo, however that ends. */
const bound = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  pathToFileURL(join(root, 'scripts', 'with-launcher.mjs')).href,
];

/** Clears away an earlier demo, and nothing else. */
async function makeRoom(dir: string): Promise<void> {
  const isFull = existsSync(dir) && (await readdir(dir)).length > 0;
  if (isFull && !existsSync(join(dir, mark))) throw new Error(`${dir} is not empty and no earlier demo: name another with --dir`);
  if (isFull) await rm(dir, { recursive: true });
  await mkdir(join(dir, 'keys'), { recursive: true });
  await writeFile(join(dir, mark), 'Left by `npm run demo`; the next one clears this folder away.\n');
}

async function writeConfig(dir: string, port: number, delay: string): Promise<void> {
  await mkdir(dir);
  const files = {
    'helpdesk.yaml': helpdeskYaml(port, delay),
    'people.yaml': peopleYaml,
    'customers.yaml': customersYaml,
    'sla.yaml': slaYaml,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  for (const { handle } of associates) await writeFile(join(dir, '..', 'keys', handle), password, { mode: 0o600 });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 2525;
}

/** The port stands in what the daemon tells a person at its start. */
async function portOf(daemon: ChildProcess, log: string): Promise<number> {
  let said = '';
  for await (const chunk of daemon.stdout ?? []) {
    said += chunk;
    const [, port] = /smtp 127\.0\.0\.1:(\d+)/.exec(said) ?? [];
    if (port !== undefined) {
      daemon.stdout?.resume();
      return Number(port);
    }
  }
  throw new Error(`the desk did not start; its log: ${log}`);
}
