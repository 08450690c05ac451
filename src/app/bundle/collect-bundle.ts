import { createHash } from 'node:crypto';
import { type Manifest, manifestPath, sealed } from '../../domain/bundle/manifest.ts';
import { threadPage, threadText } from '../../domain/bundle/thread-page.ts';
import { chainPath, mailPath, reportPath } from '../../domain/bundle/verify-bundle.ts';
import { type Sha256, sha256, type TicketNo } from '../../domain/ids.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { BlobStore, Bytes } from '../../domain/ports.ts';
import type { TicketMessage } from '../../domain/ticket.ts';
import type { House } from '../house.ts';
import { lettersOf, offersOf } from './offers.ts';
import { listOfOurMails, ourMails } from './our-mails.ts';
import { readTicket } from './read-ticket.ts';

/** A file of a bundle, read when it is written. */
export type BundleFile = { path: string; content: () => Bytes };

/** Takes one file, and tells what was written of it. */
export type WriteFile = (file: BundleFile) => Promise<{ size: number; sha256: Sha256 }>;

/**
 * Writes all that is on record for a ticket: their mails and ours byte for byte, their files, what was offered, the thread to
 * read, the journal, and the chain of evidence with what it rests on; last of all the manifest that seals it.
 *
 * @param whole the ticket as `ticket N --json` shows it
 */
export async function collectBundle(house: House, number: TicketNo, whole: object, write: WriteFile): Promise<Manifest | null> {
  const { store, blobs, settings, options } = house;
  const { desk } = settings();
  const read = await store.read((at) => readTicket(at, number));
  if (read === null) return null;
  const tag = tagOf(desk.prefix, number);
  const attachments = filesOf(read.messages);
  const story = { ...read, tag, desk: desk.name, files: attachments.byEntry };
  const ours = ourMails(read.outbox);
  const offers = offersOf(read.quotes, read.chain, hashText);
  const wanted = [
    ...read.raw.map((name) => ({ path: mailPath(name), name, from: blobs.mails })),
    ...ours.map(({ path, name }) => ({ path, name, from: blobs.sent })),
    ...[...attachments.all, ...lettersOf(read.outbox)].map((file) => ({ ...file, from: blobs.attachments })),
  ];
  const stored = await Promise.all(wanted.map(async (one) => ({ ...one, isThere: await isKept(one.from, one.name) })));
  const there = new Set(stored.filter(({ isThere }) => isThere).map(({ name }) => name));
  const texts: BundleFile[] = [
    textFile('thread.html', threadPage(story)),
    textFile('thread.txt', threadText(story)),
    textFile('ticket.json', `${JSON.stringify(whole, null, 2)}\n`),
    textFile(
      'sent.json',
      listOfOurMails(ours, (name) => there.has(name)),
    ),
    textFile(chainPath, `${JSON.stringify(read.chain, null, 1)}\n`),
    ...offers.texts.map(({ path, text }) => textFile(path, text)),
    ...read.reports.map((report) => textFile(reportPath(hashText(report)), report)),
  ];
  const all = [
    ...texts,
    ...stored.filter(({ isThere }) => isThere).map(({ path, name, from }) => ({ path, content: () => from.open(name) })),
  ];
  const files: Manifest['files'][number][] = [];
  for (const file of all.toSorted((a, b) => (a.path < b.path ? -1 : 1))) files.push({ path: file.path, ...(await write(file)) });
  const manifest: Manifest = {
    ...{
      kind: 'maildesk-ticket',
      version: 1,
      ticket: tag,
      desk: desk.name,
      exported: new Date(options.clock.now()).toISOString(),
    },
    files,
    erased: [...stored.filter(({ isThere }) => !isThere).map(({ name }) => name), ...offers.gone],
    head: read.chain.at(-1)?.hash ?? null,
  };
  await write(textFile(manifestPath, sealed(manifest, hashText)));
  return manifest;
}

/** SHA-256 of a text in UTF-8, as evidence is hashed everywhere. */
export const hashText = (text: string): Sha256 => sha256(createHash('sha256').update(text).digest('hex'));

const textFile = (path: string, text: string): BundleFile => ({ path, content: () => Buffer.from(text) });

/** Named by place and hash: what a sender called a file is no path (A7). */
function filesOf(messages: readonly TicketMessage[]) {
  const byEntry = new Map<number, { path: string; name: string }[]>();
  const all = new Map<string, Sha256>();
  for (const [at, { attachments }] of messages.entries()) {
    const files = attachments.map(({ filename, sha256: name }) => ({
      path: `attachments/${name.slice(0, 16)}${safeEnd(filename)}`,
      name: filename,
      hash: name,
    }));
    byEntry.set(at, files);
    for (const { path, hash } of files) all.set(path, hash);
  }
  return { byEntry, all: [...all].map(([path, name]) => ({ path, name })) };
}

const safeEnd = (filename: string): string => /\.[a-z0-9]{1,8}$/i.exec(filename)?.[0].toLowerCase() ?? '';

async function isKept(from: BlobStore, name: Sha256): Promise<boolean> {
  try {
    for await (const _ of from.open(name)) return true;
    return true;
  } catch (error) {
    if (error instanceof Error && 'kind' in error && error.kind === 'missing') return false;
    throw error;
  }
}
