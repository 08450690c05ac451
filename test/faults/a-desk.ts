import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { freePort } from '../support/free-port.ts';
import { type SinkOptions, type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { writeMail } from '../support/write-mail.ts';
import { withLive } from '../torture/database.ts';
import { type DeskOptions, type DeskRun, runDesk } from '../torture/desk-run.ts';

export type Finished = { code: number | null; out: string; err: string };

/** A desk of one test's own, as processes: its folders, an SMTP sink for what it sends, what a person would do to it. */
export type ADesk = AsyncDisposable & {
  dir: string;
  config: string;
  data: string;
  /** Of its SMTP listener. */
  port: number;
  sink: SmtpSink;
  start(options?: Omit<DeskOptions, 'dir'>): DeskRun;
  /** Runs `maildesk COMMAND` on its folders, to the end. */
  run(args: readonly string[], stdin?: string | Buffer, dataDir?: string): Promise<Finished>;
  /** Hands it a mail by SMTP. @throws {Error} unless it says 250 */
  send(raw: string | Buffer): Promise<void>;
  helpdesk(more?: string): string;
  rewrite(file: string, text: string): Promise<void>;
  /** What its log says so far. */
  log(): Promise<string>;
  rows<Row>(sql: string): Row[];
};

export type ADeskOptions = {
  /** Further lines of helpdesk.yaml. */
  more?: string;
  sink?: SinkOptions;
};

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export async function aDesk({ more = '', sink: sinkOptions = {} }: ADeskOptions = {}): Promise<ADesk> {
  const dir = await mkdtemp(join(tmpdir(), 'desk-'));
  const [config, data] = [join(dir, 'config'), join(dir, 'data')];
  const [sink, port] = await Promise.all([startSink(sinkOptions), freePort()]);
  await Promise.all([mkdir(config), mkdir(data)]);
  const helpdesk = (other = more) => helpdeskYaml(port, sink.port, other);
  const rewrite = (file: string, text: string) => writeFile(join(config, file), text);
  await Promise.all([rewrite('helpdesk.yaml', helpdesk()), rewrite('people.yaml', people), rewrite('customers.yaml', customers)]);
  const running: DeskRun[] = [];
  return {
    ...{ dir, config, data, port, sink, helpdesk, rewrite },
    start(options = {}) {
      const desk = runDesk({ dir, ...options });
      running.push(desk);
      return desk;
    },
    run: (args, stdin = '', dataDir = data) => finished([program, ...args, '--config', config, '--data', dataDir], stdin),
    send: (raw) => bySmtp(port, raw),
    log: () => readFile(join(dir, 'desk.log'), 'utf8').catch(() => ''),
    rows: (sql) => withLive(data, ({ rows }) => rows(sql)),
    async [Symbol.asyncDispose]() {
      for (const desk of running) desk.signal('SIGKILL');
      await Promise.all(running.map(({ ended }) => ended));
      await sink.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

let serial = 0;

/** A new mail of a known customer. */
export function aMail(subject = 'Printer on fire', more: Partial<Parameters<typeof writeMail>[0]> = {}): string {
  const messageId = `<${++serial}.${process.pid}@globex.example>`;
  const common = { from: 'Jane Roe <jane@globex.example>', to: 'support@acme.example', text: 'It smokes.', date: Date.now() };
  return `${writeMail({ ...common, subject, messageId, ...more })}\r\n`;
}

function helpdeskYaml(port: number, sink: number, more: string): string {
  return `desk:
  name: Acme Support
  address: support@acme.example
  delay: 1s
listen:
  smtp: { host: 127.0.0.1, port: ${port} }
outgoing:
  smtp: { host: 127.0.0.1, port: ${sink}, secure: false }
authentication:
  trusted: [mx.acme.example]
  probe: never
retry: { quick: [1s, 1s, 2s], later: 5s, give_up: 1d }
${more}
`;
}

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead, admin], teams: [web], language: en, password: secret }
`;
const customers = `customers:
  - { id: globex, name: Globex, domains: [globex.example], language: en, contacts: [{ name: Jane Roe, addresses: [jane@globex.example] }] }
`;

function finished(args: readonly string[], stdin: string | Buffer): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...args],
      { timeout: 60_000, maxBuffer: 2 ** 24 },
      (_, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.on('error', () => {}); // a command that refuses at once does not read
    child.stdin?.end(stdin);
  });
}

async function bySmtp(port: number, raw: string | Buffer): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from: 'jane@globex.example', to: 'support@acme.example' }, raw });
  } finally {
    transport.close();
  }
}
