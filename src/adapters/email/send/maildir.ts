import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery, OutboundMail, Sender } from '../../../domain/sender.ts';
import type { Composed } from './compose-raw.ts';
import { contentAgain, signedMail, type Writing } from './signed-mail.ts';
import { UnsafeHeader } from './unsafe-header.ts';

type MaildirHelp = Writing & {
  /** Part of each file's name, as Maildir wants it. */
  hostname: string;
  /** Epoch ms. */
  now(): number;
  pid: number;
  /** Never the same twice in one process. */
  nonce(): string;
};

/**
 * Leaves mail in a local Maildir, where any mail client reads it. Durable, file and directory, once accepted.
 *
 * Lines end in LF there, as everywhere on this machine; the envelope is not kept, To says whom it is for.
 */
export function maildirSender(dir: string, help: MaildirHelp): Sender {
  const send = async (mail: OutboundMail): Promise<Delivery> => {
    try {
      const { content } = await signedMail(mail, help);
      const reply = `left in ${join(dir, 'new', await delivered(dir, uniqueName(help), content))}`;
      return { kind: 'accepted', reply, content: () => contentAgain(mail, content, help) };
    } catch (error) {
      return failureOf(error, dir);
    }
  };
  return { send, close: async () => {} };
}

/** @see https://cr.yp.to/proto/maildir.html: unique by second, process and count, with / and : written as octal */
function uniqueName({ now, pid, nonce, hostname }: MaildirHelp): string {
  const ms = now();
  const host = hostname.replaceAll('/', '\\057').replaceAll(':', '\\072');
  return `${Math.floor(ms / 1000)}.M${(ms % 1000) * 1000}P${pid}Q${nonce()}.${host}`;
}

async function delivered(dir: string, name: string, content: Composed['content']): Promise<string> {
  for (const part of ['tmp', 'new', 'cur']) await mkdir(join(dir, part), { recursive: true, mode: 0o700 });
  const tmp = join(dir, 'tmp', name);
  try {
    await write(tmp, content);
    await rename(tmp, join(dir, 'new', name));
  } catch (error) {
    await rm(tmp, { force: true });
    throw error;
  }
  await sync(join(dir, 'new'));
  return name;
}

async function write(path: string, content: Composed['content']): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    if (Buffer.isBuffer(content)) await file.writeFile(withoutCr(content));
    else for await (const chunk of content) await file.writeFile(withoutCr(chunk));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What was composed holds CR only before LF, so all of them go. */
const withoutCr = (bytes: Uint8Array): Uint8Array => bytes.filter((byte) => byte !== 0x0d);

async function sync(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function failureOf(error: unknown, dir: string): Delivery {
  if (error instanceof UnsafeHeader) return { kind: 'refused', reply: error.message };
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  const hint = hints[error.code] ?? 'it is tried again';
  return { kind: 'deferred', reply: `The mail cannot be left in ${dir} (${error.message}): ${hint}.` };
}

const hints: Readonly<Record<string, string>> = {
  EACCES: 'make it writable for the user the desk runs as, or name another in outgoing.maildir',
  EPERM: 'make it writable for the user the desk runs as, or name another in outgoing.maildir',
  EROFS: 'the disk is mounted read-only',
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the disk quota is used up; make room',
  ENOTDIR: 'a part of its path is a file; move that file, or name another path in outgoing.maildir',
  EEXIST: 'something of that name is in the way; move it, or name another path in outgoing.maildir',
  EIO: 'the disk failed; look at the system log',
};
