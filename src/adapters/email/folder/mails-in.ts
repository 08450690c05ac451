import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type MessageId, type Sha256, sha256 } from '../../../domain/ids.ts';
import { readAddresses } from '../mime/addresses.ts';
import { readDate } from '../mime/date.ts';
import { readHead } from '../mime/head.ts';
import { readMessageId } from '../mime/ids.ts';
import { splitHead } from '../mime/split-head.ts';
import { decodeLine } from '../mime/words.ts';
import { mailsOfMbox } from './mbox.ts';

/** A mail that lies in a folder, and what its head says of it. */
export type FoundMail = {
  /** Below the folder; of an mbox, its file and the number of the mail in it. */
  file: string;
  sha256: Sha256;
  messageId: MessageId | null;
  from: string;
  subject: string;
  /** When our own server took it, else its Date; epoch ms, null where neither can be read. */
  at: number | null;
  content(): Promise<Uint8Array>;
};

export type FoundMails = { kind: 'found'; mails: readonly FoundMail[] } | { kind: 'refused'; text: string };

/** Bytes of a head that are read. */
const headLimit = 65_536;
const headLines = 2000;

/** Mails where they lie. */
export const mailFolders = { mailsIn, mailFrom };

/**
 * Finds the mails in a folder, sub-folders too: files that end in `.eml`, those of a Maildir (`cur`, `new`), and each mail
 * of an mbox. The oldest first; at one instant by name.
 */
async function mailsIn(place: string): Promise<FoundMails> {
  try {
    const files = (await stat(place)).isDirectory() ? await filesBelow(place) : [place];
    const found: FoundMail[] = [];
    for (const file of files) found.push(...(await mailsOf(file, place)));
    return { kind: 'found', mails: found.toSorted(byTime) };
  } catch (error) {
    return { kind: 'refused', text: `${place}: ${reasonOf(error)}` };
  }
}

const byTime = (one: FoundMail, other: FoundMail): number => (one.at ?? 0) - (other.at ?? 0) || (one.file < other.file ? -1 : 1);

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isMailFile(entry.parentPath, entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

const isMailFile = (dir: string, name: string): boolean =>
  /\.(eml|mbox)$/i.test(name) || ((basename(dir) === 'cur' || basename(dir) === 'new') && !name.startsWith('.'));

async function mailsOf(file: string, place: string): Promise<FoundMail[]> {
  const name = relative(place, file) || basename(file);
  if (!(await isMbox(file))) return [await mailFrom(name, await readFile(file), () => readFile(file))];
  const mails = mailsOfMbox(await readFile(file));
  return Promise.all(mails.map((mail, at) => mailFrom(`${name}:${at + 1}`, mail, async () => mail)));
}

/** Bytes with which each mail of an mbox begins (RFC 4155). */
const fromLine = 'From ';

async function isMbox(file: string): Promise<boolean> {
  if (/\.eml$/i.test(file) || /^(cur|new)$/.test(basename(dirname(file)))) return false;
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(fromLine.length), 0, fromLine.length);
  return buffer.toString('latin1', 0, bytesRead) === fromLine;
}

/** What the head of a mail says of it. */
async function mailFrom(file: string, mail: Uint8Array, content: FoundMail['content']): Promise<FoundMail> {
  const { fields } = readHead((await splitHead(mail, headLimit)).head, headLines);
  const first = (name: string): string => fields.find((field) => field.name === name)?.value ?? '';
  const received = first('received');
  const taken = received.includes(';') ? readDate(received.slice(received.lastIndexOf(';') + 1)) : null;
  const digest = createHash('sha256').update(mail).digest('hex');
  const at = taken ?? readDate(first('date'));
  return {
    ...{ file, sha256: sha256(digest), messageId: readMessageId(first('message-id')), at, content },
    from: readAddresses([first('from')])[0]?.address ?? '',
    subject: decodeLine(first('subject')),
  };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such folder: expected one with mails (.eml files, a Maildir, or an mbox)';
  if (code === 'EACCES') return 'it cannot be read: make it readable for this user';
  return error instanceof Error ? error.message : String(error);
}
