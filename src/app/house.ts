import type { PostAlarm } from '../domain/attention/post.ts';
import { splitAddress } from '../domain/authenticate/reply-address.ts';
import { signedMessageId } from '../domain/authenticate/signed-message-id.ts';
import type { Verifier } from '../domain/authenticate/verification.ts';
import type { Facts } from '../domain/decide/facts.ts';
import type { Blobs, Clock, Intake, Log, Signer, Store, Taken } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import { withTyped } from '../domain/workflow/typed.ts';
import { type OnBroken, watchedBlobs, watchedStore } from './broken-machine.ts';
import type { Adapters, Templates } from './compose.ts';
import { receive } from './journey/1-receive.ts';
import type { Parser } from './journey/2-parse.ts';
import type { Reached } from './journey/7-store.ts';
import { failedTokens } from './journey/failed-tokens.ts';
import { type RecentMails, recentMails } from './journey/recent-mails.ts';
import { type Taking, take } from './journey/take.ts';
import type { ReadHtml } from './journey/understand.ts';

export type HouseOptions = {
  configDir: string;
  dataDir: string;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  log: Log;
  reached?: Reached;
};

/** The desk's parts, opened: what the daemon and every command of the command line work with. */
export type House = {
  options: HouseOptions;
  settings: () => Settings;
  templates: () => Templates;
  adopt(settings: Settings): Promise<void>;
  /** Whoever is no associate any more loses the secret of their addresses for good (R9). */
  dropLeavers(): Promise<void>;
  store: Store;
  blobs: Blobs;
  signer: Signer;
  parse: Parser;
  verify: Verifier;
  readHtml: ReadHtml;
  postAlarm: PostAlarm;
  recent: RecentMails;
  newId: Facts['newId'];
  words: () => Facts['words'];
  reached: Reached;
  /** Steps 1 to 7. */
  intake: Intake;
  on: { stored: () => void; held: (taken: Taken) => void; broken: OnBroken };
  close(): Promise<void>;
};

export type Opened =
  | { kind: 'open'; house: House; warnings: readonly string[] }
  /** The configuration is broken: every mistake, a line each. */
  | { kind: 'broken'; complaints: readonly string[] }
  /** The data directory or what lies in it cannot be used; says what to do. */
  | { kind: 'refused'; text: string };

/** Reads the configuration and opens the store, in `dataDir` or in memory where it is `:memory:`. */
export async function openHouse(adapters: Adapters, options: HouseOptions): Promise<Opened> {
  const loaded = await adapters.loadConfig(options.configDir, options.env);
  if (loaded.kind === 'broken') return { kind: 'broken', complaints: loaded.complaints };
  const rooms = await adapters.openRooms(options.dataDir, options.clock);
  if (rooms.kind === 'refused') return rooms;
  const house = await furnish(adapters, options, loaded.settings, rooms);
  return { kind: 'open', house, warnings: loaded.warnings };
}

/** Signs, and keeps a secret for each associate: see `Keys` of the store. */
type Keys = Signer & { admit(ids: readonly number[]): Promise<void>; keepOnly(ids: readonly number[]): Promise<void> };
type Rooms = { store: Store; blobs: Blobs; signer: Keys; mayWrite: boolean };

async function furnish(adapters: Adapters, options: HouseOptions, first: Settings, rooms: Rooms): Promise<House> {
  let templates = await adapters.loadTemplates(first);
  let settings = spelt(first, templates);
  const { signer, mayWrite } = rooms;
  const { clock, log, reached = () => {} } = options;
  const newId: Facts['newId'] = (ticket) =>
    signedMessageId(signer, ticket, adapters.random(8), splitAddress(settings.desk.address.toLowerCase())[1]);
  const recent = recentMails();
  const on: House['on'] = { stored: () => {}, held: () => {}, broken: () => {} };
  const store = watchedStore(rooms.store, (why) => on.broken(why));
  const blobs = {
    mails: watchedBlobs(rooms.blobs.mails, (why) => on.broken(why)),
    attachments: watchedBlobs(rooms.blobs.attachments, (why) => on.broken(why)),
    sent: watchedBlobs(rooms.blobs.sent, (why) => on.broken(why)),
  };
  const { parse, verify, readHtml, postAlarm } = adapters;
  const common = {
    store,
    blobs,
    signer,
    parse,
    verify,
    readHtml,
    postAlarm,
    recent,
    newId,
    reached,
    settings: () => settings,
    words: () => templates.processes,
  };
  const taking: Taking = {
    ...{ ...common, clock, log, failed: failedTokens() },
    stored: () => on.stored(),
    held: (taken) => on.held(taken),
  };
  const house: House = {
    ...{ ...common, options, on },
    templates: () => templates,
    async adopt(next) {
      templates = await adapters.loadTemplates(next);
      settings = spelt(next, templates);
      await syncFiles(store, signer, next, clock.now());
    },
    dropLeavers: async () => signer.keepOnly(await idsOf(store, settings.people)),
    intake: {
      receive: (batch, position) => receive(taking, batch, position),
      take: (ids) => take(taking, ids),
    },
    close: () => store.close(),
  };
  if (mayWrite) await syncFiles(store, signer, first, clock.now());
  return house;
}

/** Verbs and fields of processes are typed as the language files spell them. */
const spelt = (settings: Settings, { processes }: Templates): Settings => ({
  ...settings,
  workflows: withTyped(settings.workflows, processes),
});

/** Ids of people and contacts must exist before an address can be signed for them, and the process before a ticket that follows it. */
async function syncFiles(store: Store, signer: Keys, { people, customers, workflows }: Settings, now: number): Promise<void> {
  const contacts = customers.flatMap(({ id, contacts: list }) =>
    list.flatMap(({ name, language, addresses }) => addresses.map((address) => ({ address, name, customer: id, language }))),
  );
  await store.write(async (at) => {
    await at.syncPeople(people, now);
    await at.syncContacts(contacts);
    await at.keepWorkflows(Object.values(workflows));
  });
  await signer.admit(await idsOf(store, people));
}

/** Associates by the ids that their signed addresses bear. */
async function idsOf(store: Store, people: Settings['people']): Promise<number[]> {
  const ids = await store.read((at) => Promise.all(people.map(({ handle }) => at.associateId(handle))));
  return ids.filter((id) => id !== null);
}
