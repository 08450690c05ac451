import type { Folder, Opening } from '../../domain/mailbox.ts';
import { backOff } from './back-off.ts';
import { connectionTrouble } from './connection-trouble.ts';
import { filingTrouble } from './filing-trouble.ts';
import { orStopped, sleep, stopped } from './sleep.ts';
import { strikes } from './strikes.ts';
import type { Watch, WatchParts } from './watch.ts';
import { watchFolder } from './watch-folder.ts';
import { inTime, NoSignOfLife, watched } from './watchdog.ts';

/** A connection that lived this long was a good one: the next failure starts with a short pause again. */
const healthy = 60_000;
/** Longest wait for one answer, and for a connection, however the library counts. */
const patience = 5 * 60_000;
/** After a stop the step under way may end by itself, but no longer than this. */
const grace = 3000;

/**
 * Brings in the mail of one mailbox until `signal` says stop: connects, takes what is there, waits for news, and
 * connects again after every kind of trouble. Resolves only between steps, never in the middle of a transaction.
 * After three refused logins it waits for `signal` alone, lest the account be locked (F-20).
 */
export async function watchMailbox(parts: WatchParts): Promise<void> {
  const watch = watchOf(parts);
  const { mailbox, clock, log, signal } = watch;
  const pause = backOff(watch.random);
  const trouble = connectionTrouble(watch);
  const refused = strikes(clock);
  while (!signal.aborted) {
    const opening = await open(watch);
    if (opening.kind === 'open') {
      trouble.over();
      if (await isGoodSession(watch, opening.folder)) pause.reset();
    } else if (!signal.aborted) trouble.note(opening);
    if (signal.aborted) break;
    const isAuth = opening.kind === 'refused' && opening.by === 'auth';
    if (isAuth && refused.out()) return giveUp(watch, opening.text);
    const wait = isAuth ? refused.pause() : pause.next();
    log.info({ mailbox: mailbox.name, wait }, `mailbox ${mailbox.name}: next connection in ${Math.ceil(wait / 1000)} s`);
    await sleep(clock, wait, signal);
  }
}

function watchOf(parts: WatchParts): Watch {
  const { mailbox, clock, log, alert, random = Math.random } = parts;
  const trouble = filingTrouble(mailbox.name, clock, log, alert, random);
  return { reached: () => {}, ...parts, random, untaken: new Set(), unfetchable: new Map(), trouble };
}

async function open({ mailboxes, mailbox, clock, signal }: Watch): Promise<Opening> {
  const opening = mailboxes.open(mailbox);
  const late = () => new NoSignOfLife(`no connection within ${patience / 1000} s`);
  const first = await orStopped(signal, inTime(clock, patience, opening, late).catch(unreachable), unreachable('stopped'));
  if (first.kind === 'unreachable') opening.then(closeLate, () => {});
  return first;
}

/** A connection that comes when nobody waits for it any more. */
const closeLate = (opening: Opening): void => {
  if (opening.kind === 'open') opening.folder.close().catch(() => {});
};

const unreachable = (error: unknown): Opening => ({ kind: 'unreachable', text: textOf(error) });

/** One connection from first to last. */
async function isGoodSession(watch: Watch, opened: Folder): Promise<boolean> {
  const { mailbox, clock, log, signal } = watch;
  const started = clock.now();
  const folder = watched(opened, clock, patience);
  const onStop = () => void clock.after(grace, () => void opened.close().catch(() => {}));
  signal.addEventListener('abort', onStop);
  try {
    await watchFolder(watch, folder);
    if (!signal.aborted) log.warn({ mailbox: mailbox.name }, `mailbox ${mailbox.name}: the server ended the connection`);
  } catch (error) {
    log.warn({ mailbox: mailbox.name }, `mailbox ${mailbox.name}: connection given up: ${textOf(error)}`);
  }
  signal.removeEventListener('abort', onStop);
  await folder.close().catch(() => {});
  return clock.now() - started >= healthy;
}

async function giveUp({ mailbox, alert, log, signal }: Watch, text: string): Promise<void> {
  const said = `mailbox ${mailbox.name}: login refused three times, not tried again until the configuration is reloaded (SIGHUP). ${text}`;
  log.error({ mailbox: mailbox.name }, said);
  alert({ news: 'locked', text: said });
  await stopped(signal);
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
