import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** One command as the client sent it. */
export type Asked = { tag: string; name: string; rest: string; socket: Socket; say: (line: string) => void };

/** What to say to a command: true where the script has answered it, so that the usual answer stays away. */
export type Script = Partial<Record<string, (asked: Asked) => boolean>>;

/** An IMAP server that follows a script, for what no honest server does. */
export type ImapScript = AsyncDisposable & {
  port: number;
  /** Names of all commands, oldest first; a connection shows as `connect`. */
  asked: string[];
  script: Script;
  /** Connections that are open now. */
  open: Set<Socket>;
  stop(): Promise<void>;
};

export type Scripted = {
  capability?: string;
  greeting?: string | null;
  /** Mails by UID. */
  mails?: Map<number, string>;
};

/** Starts one with these mails in INBOX; what the script leaves alone is answered as a plain server would. */
export async function startImapScript(
  script: Script = {},
  { capability = 'IDLE UIDPLUS MOVE', greeting = '* OK ready', mails = new Map() }: Scripted = {},
): Promise<ImapScript> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    asked.push('connect');
    open.add(socket.setNoDelay());
    socket.on('close', () => void open.delete(socket)).on('error', () => {});
    const say = (line: string) => {
      if (socket.writable) socket.write(`${line}\r\n`, 'latin1');
    };
    if (greeting !== null) say(greeting);
    let unread = '';
    socket.on('data', (data) => {
      const lines = (unread + data.toString('latin1')).split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) hear(line, socket, say);
    });
  }).listen(0, '127.0.0.1');
  const hear = (line: string, socket: Socket, say: (line: string) => void): void => {
    if (line === 'DONE') {
      say(`${idleTag.get(socket)} OK done`);
      return;
    }
    const [, tag = '', verb = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const name = verb.toUpperCase();
    asked.push(name);
    if (name === 'IDLE') idleTag.set(socket, tag);
    const one = { tag, name, rest, socket, say };
    if (!result.script[name]?.(one)) usual(one, capability, mails);
  };
  const idleTag = new Map<Socket, string>();
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  const stop = async () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  const result: ImapScript = { port: address.port, asked, script, open, stop, [Symbol.asyncDispose]: stop };
  return result;
}

function usual({ tag, name, rest, socket, say }: Asked, capability: string, mails: Map<number, string>): void {
  const uids = [...mails.keys()];
  const select = () => {
    say(`* ${mails.size} EXISTS`);
    say('* OK [UIDVALIDITY 7] fine');
    say(`* OK [UIDNEXT ${Math.max(0, ...uids) + 1}] next`);
  };
  const answers: Record<string, () => void> = {
    CAPABILITY: () => say(`* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR ${capability}`),
    SELECT: select,
    EXAMINE: select,
    'UID SEARCH': () => say(`* SEARCH ${uids.join(' ')}`),
    'UID FETCH': () => {
      for (const [at, uid] of uids.entries())
        if (isIn(uid, rest.split(' ')[0] ?? '')) say(fetched(at + 1, uid, mails.get(uid) ?? ''));
    },
    'UID MOVE': () => {
      for (const uid of uids) if (isIn(uid, rest.split(' ')[0] ?? '')) mails.delete(uid);
    },
    LIST: () => say('* LIST () "/" INBOX'),
    LOGOUT: () => say('* BYE bye'),
  };
  answers[name]?.();
  say(name === 'IDLE' ? '+ idling' : `${tag} OK done`);
  if (name === 'LOGOUT') socket.end();
}

type Manner = { hangsUp?: boolean; andUsual?: boolean };

/** Says these lines in place of the usual answer, or before it, or as its last words. */
export const says =
  (lines: (tag: string) => readonly string[], { hangsUp = false, andUsual = false }: Manner = {}): NonNullable<Script[string]> =>
  ({ tag, say, socket }) => {
    for (const line of lines(tag)) say(line);
    if (hangsUp) socket.end();
    return !andUsual;
  };

/** Says nothing at all. */
export const silence: NonNullable<Script[string]> = () => true;

/** A FETCH answer; `length` and `size` may lie. */
export const fetched = (seq: number, uid: number, text: string, length = text.length, size = text.length): string =>
  `* ${seq} FETCH (UID ${uid} RFC822.SIZE ${size} INTERNALDATE "02-Nov-2026 09:00:00 +0000" BODY[]<0> {${length}}\r\n${text})`;

const isIn = (uid: number, set: string): boolean =>
  set.split(',').some((part) => {
    const [from = 0, to = from] = part.split(':').map((end) => (end === '*' ? Number.POSITIVE_INFINITY : Number(end)));
    return uid >= from && uid <= to;
  });
