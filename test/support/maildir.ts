import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** User and group that own what is written; both are ours where we are not root. */
export type Owner = { uid: number; gid: number };

/** One mail as it lies in a folder. */
export type StoredMail = {
  /** File name up to the flags: stays the same while the mail stays in its folder. */
  name: string;
  /** IMAP's words, sorted: system flags as `\Seen`, keywords as they were set. */
  flags: string[];
  raw: Buffer;
};

/**
 * Puts mails into a Maildir folder, oldest first, the way a delivery agent does: written beside, then moved in whole.
 * Line ends become CRLF, so that what IMAP serves is byte for byte what `mailsIn` reads.
 */
export async function addMails(folder: string, raws: readonly (string | Buffer)[], owner: Owner): Promise<void> {
  await makeFolder(folder, owner);
  for (const raw of raws) {
    const name = uniqueName();
    await writeFile(join(folder, 'tmp', name), withCrlf(raw), { mode: 0o600 });
    await give(join(folder, 'tmp', name), owner);
    await rename(join(folder, 'tmp', name), join(folder, 'new', name));
  }
}

/** The mails in a Maildir folder by the order of their coming; none where there is no such folder. */
export async function readMails(folder: string): Promise<StoredMail[]> {
  if (!existsSync(folder)) return [];
  const keywords = await keywordsOf(folder);
  // In this order: what moves on meanwhile is met in the second.
  const fresh = await filesIn(folder, 'new');
  const seen = await filesIn(folder, 'cur');
  const files = [...seen, ...fresh.filter(({ name }) => !seen.some((other) => other.name === name))];
  files.sort((one, other) => (one.name < other.name ? -1 : 1));
  return Promise.all(
    files.map(async ({ path, name, letters }) => ({ name, flags: flagsOf(letters, keywords), raw: await readFile(path) })),
  );
}

/** Forgets the folder's UIDs: the server finds it as after a restore without its index, with a new UIDVALIDITY. */
export async function forgetUids(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('dovecot.index') || name === 'dovecot-uidlist');
  await Promise.all(files.map((name) => rm(join(folder, name))));
}

async function makeFolder(folder: string, owner: Owner): Promise<void> {
  if (existsSync(join(folder, 'tmp'))) return;
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
  const fromMade = made === undefined ? [] : pathsBetween(made, folder);
  for (const path of [...fromMade, folder, ...['cur', 'new', 'tmp'].map((part) => join(folder, part))]) await give(path, owner);
}

/** From the topmost folder that was made down to the last. */
function pathsBetween(top: string, bottom: string): string[] {
  const steps = bottom.slice(top.length).split('/').filter(Boolean);
  return [top, ...steps.map((_, i) => join(top, ...steps.slice(0, i + 1)))];
}

async function give(path: string, { uid, gid }: Owner): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, uid, gid);
}

let written = 0;

/** Sorts by time of coming; the counter keeps mails of one microsecond in order. */
function uniqueName(): string {
  const micros = Math.floor((performance.timeOrigin + performance.now()) * 1000);
  const count = String(written++).padStart(8, '0');
  const second = Math.floor(micros / 1e6);
  const rest = String(micros % 1e6).padStart(6, '0');
  return `${second}.M${rest}Q${count}R${randomBytes(4).toString('hex')}.${hostname().replace(/[/:]/g, '_')}`;
}

function withCrlf(raw: string | Buffer): Buffer {
  const bytes = typeof raw === 'string' ? Buffer.from(raw) : raw;
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

async function filesIn(folder: string, part: string): Promise<{ path: string; name: string; letters: string }[]> {
  return (await readdir(join(folder, part))).map((file) => {
    const [base = file, letters = ''] = file.split(':2,');
    return { path: join(folder, part, file), name: base.split(',')[0] ?? base, letters };
  });
}

const systemFlags: Record<string, string> = {
  D: '\\Draft',
  F: '\\Flagged',
  P: '$Forwarded',
  R: '\\Answered',
  S: '\\Seen',
  T: '\\Deleted',
};

/** Lower-case letters stand for the folder's own keywords, by their line in its list: `0 $HDClaim-1` is `a`. */
function flagsOf(letters: string, keywords: ReadonlyMap<string, string>): string[] {
  return [...letters].map((letter) => systemFlags[letter] ?? keywords.get(letter) ?? letter).sort();
}

async function keywordsOf(folder: string): Promise<Map<string, string>> {
  const file = join(folder, 'dovecot-keywords');
  if (!existsSync(file)) return new Map();
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [index = '0', word = ''] = line.split(' ');
      return [String.fromCharCode('a'.charCodeAt(0) + Number(index)), word];
    }),
  );
}
