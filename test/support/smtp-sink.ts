import { once } from 'node:events';
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { messageIdOf, openLedger, type SinkRecord } from './smtp-ledger.ts';
import { readMail, type SinkMail } from './smtp-mail.ts';
import { newScript, type Refusal, type Script, type Stage } from './smtp-script.ts';
import { until } from './until.ts';

export type SinkOptions = {
  port?: number;
  /** Every mail that was taken gets a line here, on disk before its 250. */
  ledger?: string;
  /** Whether mails are parsed too (`mails`): yes unless told. Raw records are kept in either case. */
  parse?: boolean;
  /** Who may log in with SMTP AUTH: everybody unless told. The token of XOAUTH2 is `accessToken`. */
  mayLogIn?: (auth: SMTPServerAuthentication) => boolean | Promise<boolean>;
  /** Runs when a command has come, before its answer. */
  beforeCommand?: (stage: Stage) => void;
  /** Runs when a mail is taken and on the ledger, before its 250. */
  beforeAnswer?: (record: SinkRecord) => void | Promise<void>;
};

/** A real SMTP server on loopback that keeps what it takes. */
export type SmtpSink = Script &
  AsyncDisposable & {
    port: number;
    /** All that was taken, oldest first. */
    records: SinkRecord[];
    /** The same, parsed; empty with `parse: false`. */
    mails: SinkMail[];
    /** Connections that were opened so far. */
    connections(): number;
    /**
     * Waits for so many mails in all, or for those a condition picks (at least one).
     *
     * @param deadline milliseconds
     */
    waitFor(wanted: number | ((mail: SinkMail) => boolean), deadline?: number): Promise<SinkMail[]>;
    stop(): Promise<void>;
  };

/** Starts a sink on a free loopback port: no TLS, logging in is offered and not demanded. */
export async function startSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const answers = newScript();
  const ledger = options.ledger === undefined ? undefined : await openLedger(options.ledger);
  const records: SinkRecord[] = [];
  const mails: SinkMail[] = [];
  const keep = async (record: SinkRecord) => {
    await ledger?.add(record);
    records.push(record);
    if (options.parse !== false) mails.push(await readMail(record));
    await options.beforeAnswer?.(record);
  };
  const { server, connections } = serverFor(answers, keep, options);
  const port = await listen(server, options.port ?? 0);
  const stop = async () => {
    for (const connection of server.connections) connection.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await ledger?.close();
  };
  const wait: SmtpSink['waitFor'] = (wanted, deadline = 10_000) => waitFor(mails, wanted, deadline);
  return { ...answers.script, port, records, mails, connections, waitFor: wait, stop, [Symbol.asyncDispose]: stop };
}

type Answers = ReturnType<typeof newScript>;
type Keep = (record: SinkRecord) => Promise<void>;

function serverFor(answers: Answers, keep: Keep, { mayLogIn = () => true, beforeCommand = () => {} }: SinkOptions) {
  let opened = 0;
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (session, callback) => {
      opened++;
      refuseCommands(server, session, (stage, recipient) => {
        beforeCommand(stage);
        return answers.refusalAt(stage, recipient);
      });
      callback();
    },
    onAuth: (auth, _session, callback) => {
      const badCredentials = smtpError({ code: 535, text: 'Bad credentials' });
      const answer = async () => ((await mayLogIn(auth)) ? callback(null, { user: auth.username }) : callback(badCredentials));
      answer().catch(callback);
    },
    onData: (stream, session, callback) => {
      const answer = async () => {
        const taken = await takeMail(server, stream, session, answers, keep);
        if (taken.kind === 'refused') callback(smtpError(taken.refusal));
        if (taken.kind === 'accepted') callback(null, 'OK');
      };
      answer().catch(callback);
    },
  });
  server.on('error', () => {}); // a client that goes away in the middle is what some tests are about
  return { server, connections: () => opened };
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  const listener = server.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return address.port;
}

/** smtp-server has no hook before EHLO's and DATA's answers; the commands of this one connection are wrapped instead. */
function refuseCommands(server: SMTPServer, session: SMTPServerSession, refusalAt: Answers['refusalAt']) {
  const connection = [...server.connections].find((one) => one.session === session);
  if (!connection) throw new Error('expected the connection of a new session to be known');
  for (const stage of ['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const) {
    const usual = connection[`handler_${stage}`].bind(connection);
    connection[`handler_${stage}`] = (command: Buffer, callback: () => void) => {
      const recipient = stage === 'RCPT' ? /<([^>]*)>/.exec(command.toString())?.[1] : undefined;
      const refusal = refusalAt(stage, recipient);
      if (!refusal) return usual(command, callback);
      const refuse = (_: Buffer, next: () => void) => {
        connection.send(refusal.code, refusal.text);
        next();
      };
      if (stage === 'EHLO') connection.handler_HELO = refuse; // no way around by HELO
      refuse(command, callback);
    };
  }
}

type Answer = { kind: 'accepted' } | { kind: 'refused'; refusal: Refusal } | { kind: 'none' };

async function takeMail(
  server: SMTPServer,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { refusalAt, mishap }: Answers,
  keep: Keep,
): Promise<Answer> {
  const raw = Buffer.concat(await stream.toArray());
  const refusal = refusalAt('DOT');
  if (refusal) return { kind: 'refused', refusal };
  const trouble = mishap();
  if (trouble === 'stall') return { kind: 'none' };

  await keep(recordOf(raw, session));
  if (trouble === 'cut-before') {
    cut(server, session);
    return { kind: 'none' };
  }
  if (trouble === 'cut-after') setImmediate(() => cut(server, session)); // after the 250 was written
  return { kind: 'accepted' };
}

function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) if (connection.session === session) connection.close();
}

function recordOf(raw: Buffer, { envelope, user }: SMTPServerSession): SinkRecord {
  return {
    envelopeFrom: envelope.mailFrom ? envelope.mailFrom.address : '',
    recipients: envelope.rcptTo.map(({ address }) => address),
    raw,
    messageId: messageIdOf(raw),
    at: Date.now(),
    user: user ?? '',
  };
}

async function waitFor(mails: SinkMail[], wanted: number | ((mail: SinkMail) => boolean), within: number): Promise<SinkMail[]> {
  const look = () => {
    if (typeof wanted === 'number') return mails.length >= wanted && [...mails];
    const picked = mails.filter(wanted);
    return picked.length > 0 && picked;
  };
  try {
    return await until(look, { within, what: typeof wanted === 'number' ? `${wanted} mails` : 'a mail that matches' });
  } catch (error) {
    const seen = mails.map(({ recipients, subject }) => `\n  to ${recipients.join(', ')}: ${subject}`).join('') || ' nothing';
    throw new Error(`${error instanceof Error ? error.message : error}. The sink has${seen}`);
  }
}

function smtpError({ code, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
