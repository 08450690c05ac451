import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Adapters, adapters as real } from '../../src/app/compose.ts';
import { type Daemon, startDaemon } from '../../src/app/daemon.ts';
import { type House, openHouse } from '../../src/app/house.ts';
import { parseDuration } from '../../src/domain/duration.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { Log } from '../../src/domain/ports.ts';
import type { Participant, Ticket, TicketMessage } from '../../src/domain/ticket.ts';
import { type Correspondent, correspondent } from './correspondent.ts';
import { doorbell } from './doorbell.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { inspectPost } from './inspect-post.ts';
import { type SmtpSink, startSink } from './smtp-sink.ts';
import { until } from './until.ts';

export type WorldOptions = {
  opens?: string;
  /** Further lines of helpdesk.yaml, after those of the desk. */
  desk?: string;
  /** Further lines of helpdesk.yaml, behind all; `listen:` for one. */
  more?: string;
  /** Further entries under `mailboxes:`; the accounts are on the same server. */
  mailboxes?: (imapPort: number) => string;
  /** Whether the desk tests its border by itself: `never` unless told, so that nothing leaves but what a test is about. */
  probe?: 'daily' | 'never';
  /** Files of the configuration by name, instead of those of test/world-config or beside them. */
  files?: Readonly<Record<string, string>>;
  adapters?: Adapters;
};

/** A desk at work: a real Dovecot in front, a real SMTP server behind, people who write and read. */
export type World = AsyncDisposable & {
  /** Of Globex, which is a customer. */
  jane: Correspondent;
  john: Correspondent;
  /** Nobody knows them. */
  stranger: Correspondent;
  /** Associates. */
  maria: Correspondent;
  ravi: Correspondent;
  desk: DeskAtWork;
  dovecot: Dovecot;
  sink: SmtpSink;
  clock: HandClock;
};

export type DeskAtWork = {
  /** Where configuration (`config`) and data (`data`) lie. */
  dir: string;
  house: House;
  daemon: Daemon;
  log: string[];
  passes(duration: string): void;
  /** Lets time pass, and does all that was due meanwhile; mails that wait for their reader's morning still wait. */
  lives(duration: string): Promise<void>;
  ticket(number: number): Promise<Ticket>;
  messages(number: number): Promise<readonly TicketMessage[]>;
  participants(number: number): Promise<readonly Participant[]>;
  ledger(): ReturnType<Parameters<Parameters<House['store']['read']>[0]>[0]['ledger']>;
  /** Waits until every mail that was put into the mailbox is filed and nothing is due. */
  settles(): Promise<void>;
  /** Ends this run of the daemon and starts another on the same data. */
  restarts(): Promise<void>;
};

/** Builds a world of its own for one test. */
export async function helpdesk(options: WorldOptions = {}): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'world-'));
  const [started, sink] = await Promise.all([startDovecot(), startSink()]);
  const bell = doorbell();
  const dovecot: Dovecot = {
    ...started,
    deliver: (...mail) => started.deliver(...mail).then(bell.ring),
    deliverMany: (...mails) => started.deliverMany(...mails).then(bell.ring),
  };
  const clock = handClock(Date.parse(options.opens ?? '2026-03-02T09:00:00Z'));
  await writeConfig(join(dir, 'config'), dovecot.port, sink.port, options);
  const desk = await openDesk(dir, clock, dovecot, bell.hears(options.adapters ?? real));
  const post = { dovecot, sink, clock };
  const stop = async () => {
    const { signer } = desk.atWork.house;
    const entries = await entriesOf(desk.atWork.house);
    await desk.close();
    await Promise.all([dovecot.stop(), sink.stop()]);
    await rm(dir, { recursive: true, force: true });
    inspectPost(sink.mails, signer, entries);
  };
  return {
    jane: correspondent(post, 'Jane Roe', 'jane@globex.example'),
    john: correspondent(post, 'John Doe', 'john@globex.example'),
    stranger: correspondent(post, 'Sam Stranger', 'sam@elsewhere.example'),
    maria: correspondent(post, 'Maria Lopez', 'maria@acme.example'),
    ravi: correspondent(post, 'Ravi Kumar', 'ravi@acme.example'),
    desk: desk.atWork,
    dovecot,
    sink,
    clock,
    [Symbol.asyncDispose]: stop,
  };
}

/** Everything that stands on any ticket at the end, for whoever looks at what left. */
const entriesOf = ({ store }: House): Promise<readonly TicketMessage[]> =>
  store.read(async (at) => {
    const tickets = await at.tickets({ limit: 1000 });
    return (await Promise.all(tickets.map(({ number }) => at.messages(number)))).flat();
  });

async function openDesk(dir: string, clock: HandClock, dovecot: Dovecot, adapters: Adapters) {
  const log: string[] = [];
  const note = (level: string) => (fields: object, text: string) =>
    void log.push(`${level} ${text} ${JSON.stringify(fields, errors)}`);
  const journal: Log = { info: note('info'), warn: note('warn'), error: note('error') };
  let connections = 0;
  const open = async () => {
    const opened = await openHouse(adapters, {
      configDir: join(dir, 'config'),
      dataDir: join(dir, 'data'),
      env: {},
      clock,
      log: journal,
      reached: (point) => {
        if (point === 'connected') connections += 1;
      },
    });
    if (opened.kind !== 'open') throw new Error(`the house does not open: ${JSON.stringify(opened)}`);
    const started = await startDaemon(adapters, opened.house);
    if (started.kind !== 'running') throw new Error(started.text);
    return { house: opened.house, daemon: started.daemon };
  };
  await mkdir(join(dir, 'data'), { recursive: true });
  let run = await open();
  const close = async () => {
    await run.daemon.stop();
    await run.house.close();
  };
  const read = <T>(work: Parameters<typeof run.house.store.read<T>>[0]) => run.house.store.read(work);
  await connected(log);
  const atWork: DeskAtWork = {
    dir,
    get house() {
      return run.house;
    },
    get daemon() {
      return run.daemon;
    },
    log,
    passes: (duration) => clock.passes(parseDuration(duration) ?? Number.NaN),
    async lives(duration) {
      clock.passes(parseDuration(duration) ?? Number.NaN);
      await run.daemon.tick();
      await run.daemon.idle();
    },
    ticket: async (number) => found(await read((at) => at.ticket(ticketNo(number))), number),
    messages: (number) => read((at) => at.messages(ticketNo(number))),
    participants: (number) => read((at) => at.participants(ticketNo(number))),
    ledger: () => read((at) => at.ledger(0, Number.MAX_SAFE_INTEGER)),
    async settles() {
      await emptied(dovecot, clock);
      await run.daemon.idle();
    },
    async restarts() {
      await close();
      const before = connections;
      run = await open();
      await until(() => connections > before, { what: 'a connection to the mailbox' });
    },
  };
  return { atWork, close };
}

/** A lost sign of new mail costs one poll (2177-1), and polls happen when this clock says so. */
async function emptied(dovecot: Dovecot, clock: HandClock): Promise<void> {
  const poll = setInterval(() => clock.passes(60_000), 2_000);
  const looksEmpty = async () => (await dovecot.mailsIn('support')).length === 0;
  // A mail that the server renames just now may be missed by one look at the folder.
  const isEmpty = async () => (await looksEmpty()) && (await looksEmpty());
  await until(isEmpty, { what: 'an empty INBOX' }).finally(() => clearInterval(poll));
}

/** The first connection decides what is old mail: nothing may be written before it stands. */
const connected = (log: readonly string[]) =>
  until(() => log.some((line) => line.includes('first connection')), { what: 'the first connection to the mailbox' });

const errors = (_key: string, value: unknown): unknown => (value instanceof Error ? value.stack : value);

function found(ticket: Ticket | null, number: number): Ticket {
  if (ticket === null) throw new Error(`there is no ticket ${number}`);
  return ticket;
}

async function writeConfig(dir: string, imap: number, smtp: number, options: WorldOptions): Promise<void> {
  await cp(new URL('../world-config', import.meta.url), dir, { recursive: true });
  const helpdesk = [
    'desk:',
    '  name: Acme Support',
    '  address: support@acme.example',
    '  timezone: Europe/Berlin',
    options.desk ?? '',
    options.desk?.includes('workflow:') ? '' : '  workflow: simple',
    'mailboxes:',
    '  - name: support',
    `    imap: { host: 127.0.0.1, port: ${imap}, secure: false, user: support, password: secret }`,
    '    team: web',
    options.mailboxes?.(imap) ?? '',
    'outgoing:',
    `  smtp: { host: 127.0.0.1, port: ${smtp}, secure: false }`,
    'authentication:',
    '  trusted: [mx.acme.example]',
    `  probe: ${options.probe ?? 'never'}`,
    options.more ?? '',
  ];
  await writeFile(join(dir, 'helpdesk.yaml'), helpdesk.filter((line) => line !== '').join('\n'));
  for (const [name, text] of Object.entries(options.files ?? {})) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
}
