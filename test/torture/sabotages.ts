import type { Adapters } from '../../src/app/compose.ts';
import type { FetchedMail, Folder } from '../../src/domain/mailbox.ts';
import type { Mix } from './injector.ts';
import { historyLater, markingLater, reached, sendingInside, withWrites } from './sabotaged-store.ts';

/** A desk with one deliberate mistake, made of the shipped parts. */
export type Sabotage = {
  does: string;
  /** The law that must notice. */
  breaks: string;
  /** Where the desk is killed, once each; `sabotage` is a point of its own. None: it is noticed without. */
  kills: readonly string[];
  /** Which mails flow. */
  mix: Mix;
  tampers(adapters: Adapters): Adapters;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const sabotages: Readonly<Record<string, Sabotage>> = {
  'move-before-commit': {
    does: 'files mails on the server before they are durable',
    breaks: 'LAW-1',
    kills: ['fetched:1'],
    mix: { new: 1 },
    tampers: (adapters) => ({ ...adapters, openMailboxes: (house) => movingFirst(adapters.openMailboxes(house)) }),
  },
  'answer-before-store': {
    does: 'says 250 before the mail is durable',
    breaks: 'LAW-1',
    kills: ['sabotage:1'],
    mix: { new: 1 },
    tampers: (adapters) => ({ ...adapters, listen: hasty(adapters.listen) }),
  },
  'no-content-dedup': {
    does: 'never recognises the same mail',
    breaks: 'LAW-1',
    kills: [],
    mix: { new: 2, double: 1, relayed: 1 },
    tampers: (adapters) =>
      withWrites(adapters, (store) => ({
        ...store,
        write: (work) => store.write((at) => work({ ...at, firstWithContent: async () => null })),
      })),
  },
  'mend-line-ends': {
    does: 'keeps mails with the line ends it likes',
    breaks: 'LAW-2',
    kills: [],
    mix: { new: 1 },
    tampers: (adapters) => ({ ...adapters, openRooms: (...given) => mending(adapters.openRooms(...given)) }),
  },
  'mark-before-send': {
    does: 'marks a mail as sent, then sends it',
    breaks: 'LAW-3',
    kills: ['settled:1'],
    mix: { new: 1 },
    tampers: (adapters) => ({ ...adapters, openSender: (...given) => claimingFirst(adapters.openSender(...given)) }),
  },
  'send-twice': {
    does: 'sends again what was accepted',
    breaks: 'LAW-4',
    kills: [],
    mix: { new: 1 },
    tampers: (adapters) => ({ ...adapters, openSender: (...given) => doubling(adapters.openSender(...given)) }),
  },
  'history-later': {
    does: 'commits a ticket first, its history and its acknowledgement afterwards',
    breaks: 'LAW-5',
    kills: ['sabotage:1'],
    mix: { new: 1 },
    tampers: (adapters) => withWrites(adapters, historyLater),
  },
  'effects-before-mark': {
    does: 'carries a mail out in one commit and remembers that in another',
    breaks: 'LAW-6',
    kills: ['sabotage:1'],
    mix: { new: 1, command: 2 },
    tampers: (adapters) => withWrites(adapters, markingLater),
  },
  'send-before-commit': {
    does: 'hands mails to the server inside the transaction that causes them',
    breaks: 'LAW-7',
    kills: ['applied:1'],
    mix: { new: 1 },
    tampers: (adapters) => withWrites(adapters, sendingInside),
  },
};

type Mailboxes = ReturnType<Adapters['openMailboxes']>;
type Sender = ReturnType<Adapters['openSender']>;
type Rooms = ReturnType<Adapters['openRooms']>;

function movingFirst(real: Mailboxes): Mailboxes {
  const fetching = (folder: Folder) =>
    async function* (uids: readonly number[]): AsyncGenerator<FetchedMail> {
      const mails: FetchedMail[] = [];
      for await (const mail of folder.fetch(uids)) mails.push({ ...mail, content: await whole(mail.content) });
      await folder.file(uids, { kind: 'move', folder: 'Processed' });
      yield* mails;
    };
  return {
    async open(mailbox) {
      const opening = await real.open(mailbox);
      if (opening.kind !== 'open') return opening;
      const { folder } = opening;
      return { kind: 'open', folder: { ...folder, fetch: fetching(folder) } };
    },
  };
}

async function whole(content: FetchedMail['content']): Promise<Uint8Array> {
  return content instanceof Uint8Array ? content : Buffer.concat(await Array.fromAsync(content));
}

function hasty(real: Adapters['listen']): Adapters['listen'] {
  return (way, settings, door) => {
    const receive: typeof door.intake.receive = async (batch) => {
      const kept = await Promise.all(batch.map(async (mail) => ({ ...mail, content: await whole(mail.content) })));
      setTimeout(async () => {
        reached('sabotage');
        door.onReceived(await door.intake.receive(kept));
      }, 30);
      return [];
    };
    return real(way, settings, { ...door, intake: { receive } });
  };
}

function mending(rooms: Rooms): Rooms {
  const withLf = (content: Uint8Array) => Buffer.from(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return rooms.then((opened) => {
    if (opened.kind !== 'open') return opened;
    const { mails } = opened.blobs;
    const keep: typeof mails.keep = async (contents) =>
      mails.keep(await Promise.all(contents.map(async (content) => withLf(await whole(content)))));
    return { ...opened, blobs: { ...opened.blobs, mails: { ...mails, keep } } };
  });
}

function claimingFirst(real: Sender): Sender {
  return {
    async send(mail) {
      void pause(100).then(() => real.send(mail));
      return { kind: 'accepted', reply: '250 surely', content: async () => new Uint8Array() };
    },
    close: () => pause(300).then(() => real.close()),
  };
}

const doubling = (real: Sender): Sender => ({
  send: async (mail) => {
    await real.send(mail);
    return real.send(mail);
  },
  close: () => real.close(),
});
