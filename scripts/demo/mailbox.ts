import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';

/** A mail of the desk, as its reader's client understands it. */
export type Received = {
  file: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  references: readonly string[];
  date: Date;
};

/** Milliseconds. */
const patience = 20_000;
const look = 50;

const read = new Set<string>();

/** Waits for an unread mail to an address whose text fits. */
export async function waitFor(maildir: string, address: string, text: RegExp): Promise<Received> {
  for (const start = performance.now(); performance.now() - start < patience; await pause(look)) {
    for (const file of await unread(maildir)) {
      const mail = await receivedFrom(file);
      if (mail.to !== address || !text.test(mail.text.replace(/\s+/g, ' '))) continue;
      read.add(file);
      return mail;
    }
  }
  throw new Error(`no mail to ${address} that says ${text} came within ${patience / 1000} s`);
}

/** Files of mails that nobody waited for yet, oldest first. */
export async function unread(maildir: string): Promise<string[]> {
  const folder = join(maildir, 'new');
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .map((name) => join(folder, name))
    .filter((file) => !read.has(file))
    .sort();
}

async function receivedFrom(file: string): Promise<Received> {
  const mail = await simpleParser(await readFile(file), { skipTextToHtml: true, skipImageLinks: true });
  const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value);
  return {
    file,
    from: mail.from?.value[0]?.name ?? '',
    to: to?.address ?? '',
    replyTo: mail.replyTo?.value[0]?.address ?? mail.from?.value[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    messageId: mail.messageId ?? '',
    references: [mail.references ?? []].flat(),
    date: mail.date ?? new Date(),
  };
}
