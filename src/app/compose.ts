import { randomBytes } from 'node:crypto';
import { getCompileCacheDir } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles } from '../adapters/bundle/on-demand.ts';
import { printComplaint } from '../adapters/config/complaint.ts';
import { dkimRecord } from '../adapters/config/dkim-key.ts';
import { loadConfig } from '../adapters/config/load-config.ts';
import { makePasswords } from '../adapters/config/make-passwords.ts';
import { lists } from '../adapters/config/on-demand.ts';
import { address } from '../adapters/config/schema/words.ts';
import { documents } from '../adapters/documents/documents.ts';
import { mailFolders } from '../adapters/email/folder/mails-in.ts';
import type { ListenOptions } from '../adapters/email/listen/listen.ts';
import { workerParser } from '../adapters/email/mime/worker/worker-parser.ts';
import { tokenFiles } from '../adapters/email/oauth/token-memory.ts';
import type { TokenSource } from '../adapters/email/oauth/token-source.ts';
import { type TokenSourceOf, tokenSources } from '../adapters/email/oauth/token-sources.ts';
import { verifying } from '../adapters/email/verify/on-demand.ts';
import { pinoLog, silentLog } from '../adapters/log/pino-log.ts';
import { deskKeys, revokeKey, rotateKeys } from '../adapters/store/files/key-ring.ts';
import { lockData, runningConfig } from '../adapters/store/files/lock-data.ts';
import { lookAtData } from '../adapters/store/files/look-at-data.ts';
import { prepareDataDir } from '../adapters/store/files/prepare-data-dir.ts';
import { rehearsals } from '../adapters/store/open-rehearsal.ts';
import { databaseIn, hasDatabase, openReadingRooms, openRooms } from '../adapters/store/open-rooms.ts';
import { lookAtDatabase } from '../adapters/store/sqlite/look-at-database.ts';
import { about } from '../adapters/templates/about.ts';
import { firstWords } from '../adapters/templates/first-words.ts';
import { loadTemplates } from '../adapters/templates/load-templates.ts';
import { checkMail } from '../adapters/templates/mail-checks/checks.ts';
import { sampleCharts } from '../adapters/templates/samples/reports.ts';
import { samples } from '../adapters/templates/samples/samples.ts';
import { templatePlaces } from '../adapters/templates/template-places.ts';
import { previewPage, reportPage, servePreview } from '../adapters/web/on-demand.ts';
import type { AlarmPost, Posted } from '../domain/attention/post.ts';
import type { Mailboxes } from '../domain/mailbox.ts';
import type { BlobStore, Clock, Log } from '../domain/ports.ts';
import type { LetIn, Sender } from '../domain/sender.ts';
import type { ListenerSettings, Settings, SmtpAccount } from '../domain/settings.ts';
import { inDirectory } from './in-directory.ts';
import type { Parser } from './journey/2-parse.ts';

export type { Templates } from '../adapters/templates/load-templates.ts';
export type { TemplatePlace } from '../adapters/templates/template-places.ts';
export type { Preview, PreviewMail, ShownMail } from '../adapters/web/preview/preview.ts';
export type Adapters = typeof adapters;

/** What adapters that reach outside are given of the house. */
type Outside = { options: { configDir: string; dataDir: string; clock: Clock; log: Log }; blobs: { attachments: BlobStore } };
type Environment = Readonly<Record<string, string | undefined>>;

/** What a listener of ours asks the house. */
export type Door = Omit<ListenOptions, 'kind' | 'settings' | 'login'> & { people: Settings['people'] };
export type Listening =
  | { kind: 'listening'; way: 'smtp' | 'lmtp'; host: string; port: number; close(): Promise<void> }
  | { kind: 'refused'; text: string };

const shippedTemplates = fileURLToPath(new URL('../../templates', import.meta.url));
const compileCache = fileURLToPath(new URL('../../.runtime/compile-cache', import.meta.url));

/** One thread for the whole process, started at the first mail. */
const reader = workerParser({
  entry: new URL('../adapters/email/mime/worker/parse-worker.ts', import.meta.url),
  compileCache: getCompileCacheDir() === undefined ? null : compileCache,
});

/**
 * Every outside thing, in the one file that names concrete adapters. What takes long to load (IMAP, SMTP) is loaded when
 * it is first needed.
 */
export const adapters = {
  log: pinoLog,
  silentLog,
  parse: reader.parse satisfies Parser,
  ...verifying,
  readHtml: async (html: string) => (await import('../adapters/email/html/format-words.ts')).formatFrom(html),
  lockData,
  runningConfig,
  random: (bytes: number): Uint8Array => randomBytes(bytes),
  prepareDataDir,
  makePasswords,
  deskKeys,
  rotateKeys: (dataDir: string, now: number) => rotateKeys(dataDir, randomBytes, now),
  revokeKey,
  lookAtData,
  lookAtDatabase: (dataDir: string) => lookAtDatabase(databaseIn(dataDir)),
  openRooms: (dataDir: string, { now }: Clock) => openRooms({ dataDir, now, random: randomBytes }),
  hasDatabase,
  openReadingRooms: (dataDir: string, { now }: Clock) => openReadingRooms({ dataDir, now, random: randomBytes }),
  ...rehearsals,
  ...mailFolders,
  loadConfig: loadSettings,
  ...lists,
  ...bundles,
  watchConfig,
  dkimRecord: ({ outgoing: { dkim } }: Settings): { name: string; text: string } | null => dkim && dkimRecord(dkim),
  loadTemplates: ({ templatesDir, desk }: Settings) =>
    loadTemplates({ shippedDir: shippedTemplates, overrideDir: templatesDir, deskLanguage: desk.language, brand: desk.brand }),
  templatePlaces: ({ templatesDir }: Settings) => templatePlaces({ shippedDir: shippedTemplates, overrideDir: templatesDir }),
  ...{ samples, sampleCharts },
  documents: documents(),
  about,
  firstWords,
  checkMail,
  postAlarm: async (alarm: AlarmPost): Promise<Posted> => (await import('../adapters/alarm/webhook.ts')).postAlarm(alarm),
  previewPage,
  reportPage,
  servePreview,
  watchTemplates,
  readAddress: (text: string): string | null => address.safeParse(text).data ?? null,
  openMailboxes: (house: Outside): Mailboxes => lazyMailboxes(house),
  openSender: (settings: Settings, house: Outside): Sender => lazySender(() => loadSender(settings, house)),
  tryOutgoing,
  listen,
};

export type LoadedSettings =
  | { kind: 'ok'; settings: Settings; warnings: readonly string[]; ownWorkflows: readonly string[] }
  | { kind: 'broken'; complaints: readonly string[] };

async function loadSettings(dir: string, env: Environment): Promise<LoadedSettings> {
  const loaded = await loadConfig(dir, env);
  if (loaded.kind === 'broken') return { kind: 'broken', complaints: loaded.complaints.map(printComplaint) };
  return {
    ...{ kind: 'ok', settings: loaded.settings, warnings: loaded.warnings.map(printComplaint) },
    ownWorkflows: loaded.ownWorkflows,
  };
}

/** What a watch tells: each new reading of the configuration, and trouble with watching itself. */
type Watching = Parameters<typeof watchConfig>;

/** Tells when a file of the configuration changed. */
async function watchConfig(
  dir: string,
  env: Environment,
  onChange: (loaded: LoadedSettings) => void | Promise<void>,
  onTrouble: (why: string) => void,
  also: readonly string[] = [],
) {
  const { watchConfig: watch } = await import('../adapters/config/watch-config.ts');
  return watch({ dir, also, env, onTrouble, onChange: async () => onChange(await loadSettings(dir, env)) });
}

/** Likewise, and of the shipped templates: whoever works on those sees them change too. */
function watchTemplates(...[dir, env, onChange, onTrouble]: Watching) {
  return watchConfig(dir, env, onChange, onTrouble, [shippedTemplates]);
}

function lazyMailboxes(house: Outside): Mailboxes {
  const { clock, log } = house.options;
  let mailboxes: Mailboxes | null = null;
  return {
    async open(mailbox) {
      const { imapMailboxes } = await import('../adapters/email/imap/imap-mailboxes.ts');
      mailboxes ??= imapMailboxes({ tokens: tokensOf(house), log, now: clock.now });
      return mailboxes.open(mailbox);
    },
  };
}

/** One token source an account, whether IMAP or SMTP asks: a provider may void one refresh token by issuing another. */
const tokensOfHouse = new WeakMap<Outside['options'], TokenSourceOf>();

function tokensOf({ options }: Outside): TokenSourceOf {
  const known = tokensOfHouse.get(options);
  if (known !== undefined) return known;
  const made = tokenSources({ now: options.clock.now, memory: tokenFiles(join(options.dataDir, 'keys')) });
  tokensOfHouse.set(options, made);
  return made;
}

async function loadSender({ outgoing: { transport, dkim } }: Settings, house: Outside): Promise<Sender> {
  const { clock, log, configDir, dataDir } = house.options;
  const writing = { attachments: house.blobs.attachments, dkim };
  if (transport.kind === 'maildir') {
    const { maildirSender } = await import('../adapters/email/send/maildir.ts');
    const dir = inDirectory(transport.dir, configDir, dataDir);
    return maildirSender(dir, {
      ...{ ...writing, hostname: hostname(), now: clock.now, pid: process.pid },
      nonce: () => randomBytes(8).toString('hex'),
    });
  }
  const { smtpSender } = await import('../adapters/email/send/smtp.ts');
  return smtpSender(transport.smtp, { ...writing, accessToken: tokenFor(transport.smtp, house), log });
}

/** Whether the outgoing server lets us in; null where mail goes to a folder. */
async function tryOutgoing({ outgoing: { transport } }: Settings, house: Outside): Promise<LetIn | null> {
  if (transport.kind === 'maildir') return null;
  const { tryLogin } = await import('../adapters/email/send/try-login.ts');
  return tryLogin(transport.smtp, tokenFor(transport.smtp, house));
}

const tokenFor = ({ auth }: SmtpAccount, house: Outside) =>
  auth?.kind === 'oauth2' ? (renew: boolean) => freshToken(tokensOf(house)(auth.oauth2), renew) : null;

function freshToken(source: TokenSource, renew: boolean): Promise<string> {
  if (renew) source.invalidate();
  return source.accessToken();
}

/** Loads the way out at the first mail. */
function lazySender(load: () => Promise<Sender>): Sender {
  let sender: Promise<Sender> | null = null;
  return {
    async send(mail) {
      sender ??= load();
      return (await sender).send(mail);
    },
    close: async () => (await sender)?.close(),
  };
}

async function listen(way: 'smtp' | 'lmtp', settings: ListenerSettings, { people, ...door }: Door): Promise<Listening> {
  const [{ listen: open }, { loginOf }] = await Promise.all([
    import('../adapters/email/listen/listen.ts'),
    import('../adapters/email/listen/login.ts'),
  ]);
  const opened = await open({ ...door, kind: way, settings, login: loginOf(people) });
  return opened.kind === 'refused' ? opened : { ...opened, way, host: settings.host };
}
