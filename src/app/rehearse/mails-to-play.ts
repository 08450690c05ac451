import type { Clock, Reading } from '../../domain/ports.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { Adapters } from '../compose.ts';
import type { ToPlay } from './run-through.ts';

/** A mail that lies in a folder. */
type FoundMail = Extract<Awaited<ReturnType<Adapters['mailsIn']>>, { kind: 'found' }>['mails'][number];

/** A mail with its place in the rehearsal. */
export type MailToPlay = Omit<FoundMail, 'at'> & ToPlay;

export type Wanted = {
  adapters: Adapters;
  dataDir: string;
  clock: Clock;
  /** Mails of a folder; null: those that the desk took itself. */
  found: readonly FoundMail[] | null;
  /** Epoch ms: only what came then or later. */
  since: number;
  /** When all of them come, epoch ms; null: each at its own time. */
  allAt: number | null;
};

/** Of the desk's own mails: a rehearsal of more takes longer than anybody waits. */
const most = 20_000;

export type MailsToPlay = { kind: 'mails'; mails: readonly MailToPlay[] } | { kind: 'refused'; text: string };

/** Mails in the order they are played. None comes in the future; one that says no time comes with the first that does. */
export async function mailsToPlay(wanted: Wanted): Promise<MailsToPlay> {
  const { clock, since, allAt } = wanted;
  const mails = await asTheyCame(wanted);
  if ('text' in mails) return mails;
  const first = mails.find(({ at }) => at !== null)?.at ?? clock.now();
  const played = mails
    .map((mail) => ({ ...mail, at: Math.min(mail.at ?? first, clock.now()) }))
    .filter(({ at }) => at >= since)
    .toSorted((one, other) => one.at - other.at)
    .map((mail) => ({ ...mail, at: allAt ?? mail.at }));
  return { kind: 'mails', mails: played };
}

type Came = FoundMail & Pick<ToPlay, 'came'>;

/** With how the desk took each of them, where it did. */
async function asTheyCame({
  adapters,
  dataDir,
  clock,
  found,
  since,
}: Wanted): Promise<Came[] | { kind: 'refused'; text: string }> {
  if (!adapters.hasDatabase(dataDir)) return (found ?? []).map((mail) => ({ ...mail, came: null }));
  const rooms = await adapters.openReadingRooms(dataDir, clock);
  if (rooms.kind === 'refused') return rooms;
  try {
    if (found !== null) return await rooms.store.read((at) => Promise.all(found.map((mail) => withArrival(at, mail))));
    const arrivals = await rooms.store.read((at) => at.latestArrivals(most));
    const wanted = arrivals.filter(({ receivedAt }) => receivedAt >= since).toReversed();
    const mails: Came[] = [];
    for (const arrival of wanted) mails.push(...(await keptMail(adapters, rooms.blobs.mails, arrival)));
    return mails;
  } finally {
    await rooms.store.close();
  }
}

/** Mail programs that hand a mail out again may write its lines otherwise: then its Message-ID tells. */
async function withArrival(at: Reading, mail: FoundMail): Promise<Came> {
  const { sha256, messageId } = mail;
  const [same] = await at.arrivalsOf({ sha256 });
  const [other] = same !== undefined || messageId === null ? [] : await at.arrivalsOf({ messageId });
  const came = same ?? other ?? null;
  return { ...mail, came, at: came?.receivedAt ?? mail.at };
}

/** A mail as it was kept; none where it was erased for good. */
async function keptMail(
  { mailFrom }: Adapters,
  mails: { open(name: Arrival['sha256']): AsyncIterable<Uint8Array> },
  came: Arrival,
): Promise<Came[]> {
  const content = async () => Buffer.concat(await Array.fromAsync(mails.open(came.sha256)));
  try {
    const mail = await mailFrom(came.sha256.slice(0, 12), await content(), content);
    return [{ ...mail, came, at: came.receivedAt }];
  } catch (error) {
    if (error instanceof Error && 'kind' in error && error.kind === 'missing') return [];
    throw error;
  }
}
