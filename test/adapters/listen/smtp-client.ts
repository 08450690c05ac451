import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

export type SmtpClient = {
  socket: Socket;
  /** Sends a line and gives the whole reply, lines joined. */
  say(line: string): Promise<string>;
  /** Sends bytes (one a character) as they are and gives the next reply. */
  sendRaw(bytes: string): Promise<string>;
  /** The next reply, for what was asked before. */
  reply(): Promise<string>;
  /** EHLO again over TLS. */
  startTls(): Promise<SmtpClient>;
  end(): void;
};

/** A bare SMTP client: every byte it sends is the test's own. */
export async function smtpClient(port: number): Promise<SmtpClient> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const client = talkOver(socket);
  return client;
}

function talkOver(socket: Socket | TLSSocket): SmtpClient {
  const replies: string[] = [];
  const waiting: ((reply: string) => void)[] = [];
  let buffer = '';
  const arrived = (reply: string) => {
    const next = waiting.shift();
    if (next === undefined) replies.push(reply);
    else next(reply);
  };
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    for (let match = whole.exec(buffer); match !== null; match = whole.exec(buffer)) {
      buffer = buffer.slice(match[0].length);
      arrived(match[0].trimEnd());
    }
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const next of waiting.splice(0)) next('closed');
    replies.push('closed');
  });
  const reply = (): Promise<string> => {
    const next = replies.shift();
    return next === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(next);
  };
  const sendRaw = (bytes: string) => {
    socket.write(bytes, 'latin1');
    return reply();
  };
  return {
    socket,
    reply,
    sendRaw,
    say: (line) => sendRaw(`${line}\r\n`),
    async startTls() {
      await sendRaw('STARTTLS\r\n');
      socket.removeAllListeners('data');
      const secured = connectTls({ socket, rejectUnauthorized: false });
      await once(secured, 'secureConnect');
      return talkOver(secured);
    },
    end: () => socket.destroy(),
  };
}

/** Lines with a dash after the code, then one with a blank. */
const whole = /^(?:\d{3}-[^\r\n]*\r\n)*\d{3} [^\r\n]*\r\n/;
