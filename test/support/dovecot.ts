import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Certificate, makeCertificate } from './certificate.ts';
import { dovecotConfig, type OAuth2, oauth2Config, type Setting } from './dovecot-config.ts';
import { freePort } from './free-port.ts';
import { addMails, forgetUids, type Owner, readMails, type StoredMail } from './maildir.ts';
import { guardOrphan } from './orphan-guard.ts';
import { until } from './until.ts';

export type DovecotOptions = {
  /** Of every user: `secret` unless told. */
  password?: string;
  /** Dovecot's own words for a passdb, instead of one password for everybody. */
  passdb?: string;
  oauth2?: OAuth2;
  /** Offers STARTTLS with a self-signed certificate, found in `certificate`. */
  tls?: boolean;
  /** Folders that every user has from the first login on: Processed and Quarantine unless told. */
  folders?: readonly string[];
  /** Further settings in Dovecot's words; they win. */
  extra?: string;
};

/** A real, private IMAP server on a loopback port; any user logs in. */
export type Dovecot = AsyncDisposable & {
  port: number;
  pid: number;
  /** Where all it has lies: `dovecot.log`, `mail/USER/Maildir`. */
  folder: string;
  certificate: Certificate | undefined;
  deliver(user: string, raw: string | Buffer, folder?: string): Promise<void>;
  /** Much faster than one by one through an agent: 10,000 mails take seconds. */
  deliverMany(user: string, raws: readonly (string | Buffer)[], folder?: string): Promise<void>;
  mailsIn(user: string, folder?: string): Promise<StoredMail[]>;
  /** Cuts the user's connections, as an admin would. */
  kick(user: string): Promise<void>;
  /** Makes the server forget a folder's UIDs (F-13); connections of the user are cut. */
  resetUidValidity(user: string, folder?: string): Promise<void>;
  doveadm(...args: string[]): Promise<string>;
  log(): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts a Dovecot. It runs without root: as root, it is started as the user that its package made.
 *
 * @throws {Error} with its log when it does not greet within 10 s
 */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const runAs = whoRuns();
  const folder = await mkdtemp(join(tmpdir(), 'md-'));
  await mkdir(join(folder, 'mail'));
  const certificate = options.tls ? await makeCertificate(folder) : undefined;
  if (options.oauth2) await writeFile(join(folder, 'oauth2.conf.ext'), oauth2Config(options.oauth2));
  const { tls: _, password = 'secret', folders = ['Processed', 'Quarantine'], ...rest } = options;
  const setting = { ...rest, password, folders, folder, certificate, user: runAs.user, group: runAs.group };
  const running = await startOnFreePort(setting, runAs);
  return { ...running, folder, certificate, ...methods(folder, runAs, running) };
}

type RunAs = Owner & { user: string; group: string };
type Running = { pid: number; port: number; end: () => Promise<void> };

function methods(folder: string, owner: Owner, { end }: Running) {
  const conf = join(folder, 'dovecot.conf');
  const maildir = (user: string, name: string) =>
    join(folder, 'mail', user, 'Maildir', name === 'INBOX' ? '' : `.${name.replaceAll('/', '.')}`);
  const deliverMany: Dovecot['deliverMany'] = (user, raws, name = 'INBOX') => addMails(maildir(user, name), raws, owner);
  const doveadm = (...args: string[]) => ask(programs().doveadm, ['-c', conf, ...args], owner);
  const kick = async (user: string) => void (await doveadm('kick', user).catch(ignoreNobodyThere));
  return {
    deliverMany,
    doveadm,
    kick,
    deliver: (user: string, raw: string | Buffer, name?: string) => deliverMany(user, [raw], name),
    mailsIn: (user: string, name = 'INBOX') => readMails(maildir(user, name)),
    resetUidValidity: async (user: string, name = 'INBOX') => {
      await kick(user);
      await until(async () => !(await doveadm('who', user)).includes(user), { what: `the connections of ${user} to be cut` });
      await forgetUids(maildir(user, name));
    },
    log: () => readFile(join(folder, 'dovecot.log'), 'utf8'),
    stop: end,
    [Symbol.asyncDispose]: end,
  };
}

/** doveadm's exit code 68 (sysexits.h: no host) says that there was nobody to kick. */
function ignoreNobodyThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 68)) throw error;
}

async function startOnFreePort(setting: Omit<Setting, 'port'>, runAs: RunAs, tries = 3): Promise<Running> {
  const { folder } = setting;
  const port = await freePort();
  const { dovecot } = programs();
  const version = await ask(dovecot, ['--version'], runAs);
  await writeFile(join(folder, 'dovecot.conf'), dovecotConfig(version, { ...setting, port }));
  if (process.getuid?.() === 0) await giveAll(folder, runAs);
  const running = launch(dovecot, folder, port, runAs);
  try {
    await until(() => running.hasEnded() || greets(port), { what: 'the greeting of Dovecot' });
    if (!running.hasEnded()) return running;
  } catch {
    // told below, with the log
  }
  const log = await readFile(join(folder, 'dovecot.log'), 'utf8').catch(() => running.said());
  if (tries > 1 && log.includes('Address already in use')) return startOnFreePort(setting, runAs, tries - 1);
  await running.end();
  throw new Error(`Dovecot ${version.trim()} as ${runAs.user} did not start on 127.0.0.1:${port}. Its log:\n${log}`);
}

function launch(dovecot: string, folder: string, port: number, { uid, gid }: RunAs) {
  const asRoot = process.getuid?.() === 0;
  const child = spawn(dovecot, ['-F', '-c', join(folder, 'dovecot.conf')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // its own process group, so that it and its children can be ended together
    ...(asRoot ? { uid, gid } : {}),
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  const pid = child.pid ?? 0;
  const callOff = guardOrphan(pid, folder);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async () => {
    callOff();
    // To the whole group: told alone, the master takes a second, and 30 where a client hangs on. A child that was just being
    // born makes it wait that second too; nothing it has is wanted any more.
    const insist = setTimeout(() => endGroup(pid, 'SIGKILL'), 100);
    if (!hasEnded()) endGroup(pid, 'SIGTERM');
    await ended;
    clearTimeout(insist);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { pid, port, end, hasEnded, said: () => stderr };
}

function endGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // it ended by itself just now
  }
}

/** A process that is not root runs all of it as itself; root runs it as the package's own unprivileged user. */
function whoRuns(): RunAs {
  if (process.getuid?.() !== 0) {
    const { username, uid, gid } = userInfo();
    return { user: username, group: execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim(), uid, gid };
  }
  const number = (which: string) => Number(execFileSync('id', [which, 'dovecot'], { encoding: 'utf8' }));
  return { user: 'dovecot', group: 'dovecot', uid: number('-u'), gid: number('-g') };
}

async function giveAll(folder: string, { uid, gid }: Owner): Promise<void> {
  const files = ['.', 'mail', 'dovecot.conf', 'oauth2.conf.ext', 'key.pem', 'cert.pem'].map((name) => join(folder, name));
  await Promise.all(files.filter((file) => existsSync(file)).map((file) => chown(file, uid, gid)));
}

function programs() {
  const find = (name: string, usual: string) => (existsSync(usual) ? usual : name);
  return { dovecot: find('dovecot', '/usr/sbin/dovecot'), doveadm: find('doveadm', '/usr/bin/doveadm') };
}

async function ask(program: string, args: string[], { uid, gid }: Owner): Promise<string> {
  const asRoot = process.getuid?.() === 0;
  const { stdout } = await promisify(execFile)(program, args, asRoot ? { uid, gid, cwd: '/' } : {});
  return stdout;
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (good: boolean) => {
      socket.destroy();
      resolve(good);
    };
    socket.once('data', (data) => answer(data.toString().startsWith('* OK')));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}
