import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Desk } from '../desk.ts';
import { associates, type Player } from '../people.ts';
import type { Played } from '../play.ts';
import { type Part, typedIn } from './typed.ts';

/** A mail of the story as its reader or writer had it. */
export type ThreadMail = {
  /** From 1, in the order of the story. */
  number: number;
  side: 'customer' | 'associate';
  /** `Jane Roe writes`, `Jane Roe receives, from Acme Support`. */
  who: string;
  isWritten: boolean;
  /** The same as one beside it, to somebody else. */
  isTwin: boolean;
  at: Date;
  subject: readonly Part[];
  text: readonly Part[];
  html: string;
};

export type Thread = readonly { number: number; title: string; mails: readonly ThreadMail[] }[];

/**
 * The story's mails, read from the desk's own folders: what it received, and what it sent.
 *
 * @throws where a mail of the story is not there, or one is there that the story does not know
 */
export async function threadOf({ mails, outgoing }: Desk, story: readonly Played[]): Promise<Thread> {
  const [received, sent] = await Promise.all([mailsIn(mails), mailsIn(join(outgoing, 'new'))]);
  const byId = new Map([...received.values()].map((mail) => [mail.messageId ?? '', mail]));
  let number = 0;
  const thread = story.map(({ title, who, written, brought }, at) => ({
    number: at + 1,
    title,
    mails: [
      shown(++number, byId.get(written), { person: who, isWritten: true, isTwin: false }),
      ...brought.map(({ to, file, quietly }) =>
        shown(++number, sent.get(file), { person: to, isWritten: false, isTwin: quietly }),
      ),
    ],
  }));
  if (number !== received.size + sent.size)
    throw new Error(`the desk has ${received.size + sent.size} mails, the story ${number}`);
  return thread;
}

async function mailsIn(folder: string): Promise<Map<string, ParsedMail>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await parsed(file)] as const)));
}

/** Pictures that go with a mail stand in its HTML then, as data. What the desk keeps it compresses, where that pays. */
async function parsed(file: string): Promise<ParsedMail> {
  const kept = await readFile(file);
  return simpleParser(file.endsWith('.zst') ? zstdDecompressSync(kept) : kept, { skipTextToHtml: true });
}

type Seen = Pick<ThreadMail, 'isWritten' | 'isTwin'> & { person: Player };

function shown(number: number, mail: ParsedMail | undefined, { person, isWritten, isTwin }: Seen): ThreadMail {
  if (mail?.html === undefined || mail.html === false)
    throw new Error(`mail ${number} of the story is not there, or has no HTML`);
  const name = person.truly ?? person.name;
  const isAssociate = associates.some(({ address }) => address === person.address);
  const plain = { subject: [{ words: mail.subject ?? '' }], text: [{ words: mail.text ?? '' }], html: mail.html };
  return {
    ...{ number, isWritten, isTwin, side: isAssociate ? 'associate' : 'customer' },
    who: isWritten ? `${name} writes` : `${name} receives, from ${mail.from?.value[0]?.name ?? 'the desk'}`,
    at: mail.date ?? new Date(0),
    ...(isAssociate && isWritten ? typedIn({ ...plain, subject: mail.subject ?? '', text: mail.text ?? '' }) : plain),
  };
}
