import type { Folder } from '../../domain/mailbox.ts';
import type { Position } from '../../domain/ports.ts';
import type { Watch } from './watch.ts';

/** `nextUid` while the mails since `position.since` that the folder held before are not all taken yet. */
export const baseline = 0;

/**
 * Where the intake of this folder stands, durable before it is acted upon.
 *
 * The first connection leaves alone what is older than `since`. UIDs mean nothing any more once UIDVALIDITY changed:
 * then everything since `since` is offered again, and its content tells what is known already (9051-1).
 */
export async function standing(watch: Watch, folder: Folder): Promise<Position> {
  const { mailbox, store, log } = watch;
  const known = await store.read((at) => at.position(mailbox.name, mailbox.folder));
  if (known === null) return firstConnection(watch, folder);
  if (known.uidValidity !== folder.uidValidity) return renumbered(watch, folder, known);
  if (mailbox.since === null || mailbox.since >= known.since) return known;
  log.info(
    { mailbox: mailbox.name },
    `mailbox ${mailbox.name}: \`since\` is earlier than before; mails from then on are taken too`,
  );
  return setPosition(watch, { ...known, nextUid: baseline, since: mailbox.since });
}

async function firstConnection(watch: Watch, folder: Folder): Promise<Position> {
  const { mailbox, clock, log } = watch;
  const all = (await folder.uidsFrom(1)).filter((uid) => uid < folder.uidNext);
  const wanted = mailbox.since === null ? [] : await folder.uidsSince(mailbox.since);
  const left = all.length - wanted.filter((uid) => uid < folder.uidNext).length;
  const from = new Date(mailbox.since ?? clock.now()).toISOString();
  const text =
    `mailbox ${mailbox.name}: first connection to ${mailbox.folder}; ${left} older mails are left as they are, mail since ${from} is taken.` +
    (left > 0 ? ' To bring older ones in without acknowledging them: maildesk deliver --imported FILE...' : '');
  log.info({ mailbox: mailbox.name, left }, text);
  return setPosition(watch, {
    uidValidity: folder.uidValidity,
    nextUid: mailbox.since === null ? folder.uidNext : baseline,
    since: mailbox.since ?? clock.now(),
  });
}

async function renumbered(watch: Watch, folder: Folder, known: Position): Promise<Position> {
  const { mailbox, store, log } = watch;
  log.warn(
    { mailbox: mailbox.name, from: known.uidValidity, to: folder.uidValidity },
    `mailbox ${mailbox.name}: the server has numbered ${mailbox.folder} anew (UIDVALIDITY); its mails are compared by content`,
  );
  const position = { uidValidity: folder.uidValidity, nextUid: baseline, since: known.since };
  await store.write(async (at) => {
    const lost = await at.unfiled(mailbox.name, mailbox.folder, known.uidValidity); // they come again under new numbers
    await at.closeArrivals(lost.map(({ id }) => id));
    await at.setPosition(mailbox.name, mailbox.folder, position);
  });
  return position;
}

/** Stores a position. @returns it */
export async function setPosition({ mailbox, store }: Watch, position: Position): Promise<Position> {
  await store.write((at) => at.setPosition(mailbox.name, mailbox.folder, position));
  return position;
}
