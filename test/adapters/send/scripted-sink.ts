import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

export type Stage = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'dot';
/** What the server does at a stage: says a line, hangs up without a word, or stays silent. */
export type Act = string | { and: 'hang-up' | 'silence' };

export type ScriptedSink = {
  port: number;
  /** Raw mails it said 250 to, or would have. */
  taken: string[];
  /** Command lines as they came, oldest first. */
  heard: string[];
  connections: number;
  /** Replaces what stages do, from the next command on; `times` counts down to the default again. */
  script: Partial<Record<Stage, { act: Act; times?: number }>>;
  hangUp(): void;
  close(): Promise<void>;
};

const defaults: Record<Stage, string> = {
  greeting: '220 sink',
  EHLO: '250-sink\r\n250-PIPELINING\r\n250 AUTH PLAIN XOAUTH2',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  dot: '250 2.0.0 taken',
};

/** An SMTP server that plays a part: each stage can be told to refuse, to fall silent or to hang up. */
export async function scriptedSink(script: ScriptedSink['script'] = {}): Promise<ScriptedSink> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    sink.connections++;
    converse(socket, sink);
  });
  const sink: ScriptedSink = {
    port: 0,
    taken: [],
    heard: [],
    connections: 0,
    script,
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      sink.hangUp();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  sink.port = address.port;
  return sink;
}

function converse(socket: Socket, sink: ScriptedSink): void {
  let buffer = '';
  let inData = false;
  let recipients = 0;
  const perform = (stage: Stage): string => {
    const act = actOf(sink, stage);
    if (typeof act === 'string') socket.write(`${act}\r\n`);
    else if (act.and === 'hang-up') socket.destroy();
    return typeof act === 'string' ? act : '';
  };
  const heed = (stage: Stage, said: string): boolean => {
    if (stage === 'MAIL') recipients = 0;
    if (stage === 'RCPT' && said.startsWith('2')) recipients++;
    return said.startsWith('354');
  };
  const takeMail = (): boolean => {
    const end = buffer.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    sink.taken.push(buffer.slice(0, end + 2).replace(/^\.\./gm, '.'));
    buffer = buffer.slice(end + 5);
    inData = false;
    perform('dot');
    return true;
  };
  const takeLine = (): boolean => {
    const end = buffer.indexOf('\r\n');
    if (end < 0) return false;
    const line = buffer.slice(0, end);
    buffer = buffer.slice(end + 2);
    sink.heard.push(line);
    const stage = stageOf(line);
    if (stage === null) socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
    else if (stage === 'DATA' && recipients === 0) socket.write('503 5.5.1 no recipient\r\n');
    else inData = heed(stage, perform(stage));
    return true;
  };
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    buffer += chunk;
    while (!socket.destroyed && (inData ? takeMail() : takeLine())) {}
  });
  perform('greeting');
}

function actOf(sink: ScriptedSink, stage: Stage): Act {
  const scripted = sink.script[stage];
  if (scripted === undefined || scripted.times === 0) return defaults[stage];
  if (scripted.times !== undefined) scripted.times--;
  return scripted.act;
}

function stageOf(line: string): Stage | null {
  const word = line.split(' ', 1)[0]?.toUpperCase();
  return word === 'EHLO' || word === 'AUTH' || word === 'MAIL' || word === 'RCPT' || word === 'DATA' ? word : null;
}
