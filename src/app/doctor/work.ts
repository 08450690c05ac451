import type { House } from '../house.ts';
import { type Finding, look, trouble, well } from './finding.ts';

const minute = 60_000;
/** Longer, and somebody waits for a mail that has come in, or should have left. */
const late = 15 * minute;

/** What lies about: mails that should have been taken or sent, and what waits for a person. */
export async function workFindings({ store, options: { clock } }: House, isRunning: boolean): Promise<Finding[]> {
  const now = clock.now();
  const { undecided, held, outbox, last } = await store.read(async (at) => ({
    undecided: await at.undecided(now - late, 1000),
    held: await at.heldArrivals(),
    outbox: await at.outbox({}),
    last: (await at.latestArrivals(1))[0],
  }));
  const stuck = outbox.filter(({ state }) => state === 'failed' || state === 'blocked');
  const overdue = outbox.filter(({ state, next }) => state === 'waiting' && next !== null && next < now - late);
  return [
    isRunning ? well('desk', 'it runs') : asleep,
    backlog(undecided.length),
    ...(held.length === 0 ? [] : [look('held', `mails that wait for a person: ${held.length}`, 'maildesk held lists them')]),
    unsent(overdue.length),
    ...(stuck.length === 0 ? [] : [refused(stuck.length)]),
    clockOf(now, last?.receivedAt ?? 0),
  ];
}

const asleep = look('desk', 'it does not run', 'start it: maildesk start; nothing comes in or leaves meanwhile');

const backlog = (undecided: number): Finding =>
  undecided === 0
    ? well('backlog', 'every mail that came in was taken')
    : trouble(
        'backlog',
        `mails that came in over ${late / minute} minutes ago and were not taken: ${undecided}`,
        'look into the log of the desk',
      );

const unsent = (overdue: number): Finding =>
  overdue === 0
    ? well('outbox', 'nothing is overdue')
    : trouble('outbox', `mails that should have left by now: ${overdue}`, 'see the outgoing server above, and maildesk outbox');

const refused = (stuck: number): Finding =>
  look('outbox', `mails that failed or are blocked: ${stuck}`, 'maildesk outbox --failed says why; --retry ID tries again');

/** Epoch ms both. A mail from the future is a clock that was set back. */
const clockOf = (now: number, lastCame: number): Finding =>
  lastCame - now > minute
    ? trouble(
        'clock',
        `the last mail came in ${Math.round((lastCame - now) / minute)} minutes from now`,
        'set the clock of this machine: deadlines and retries go by it',
      )
    : well('clock', `${new Date(now).toISOString()}, after the last mail`);
