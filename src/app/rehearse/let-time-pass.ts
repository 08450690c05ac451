import type { Adapters } from '../compose.ts';
import { takeDue } from '../due/take-due.ts';
import type { House } from '../house.ts';
import type { SteppingClock } from './stepping-clock.ts';
import { type Departed, sendDue } from './would-send.ts';

export type Passing = { adapters: Adapters; house: House; clock: SteppingClock; departed: Departed[]; troubles: string[] };

/** Does all that time brings until an instant, each thing at its own: reminders, waits that are over, mails whose hour comes. */
export async function letTimePass(parts: Passing, until: number): Promise<void> {
  const { adapters, house, clock, departed } = parts;
  for (;;) {
    await bringAbout(parts);
    departed.push(...(await sendDue(adapters, house)));
    const next = await nextInstant(house, until);
    if (next > until) break;
    clock.goTo(next);
  }
  clock.goTo(until);
}

async function bringAbout({ house, troubles }: Passing): Promise<void> {
  const { clock, log } = house.options;
  try {
    await takeDue({ ...house, clock, log });
  } catch (error) {
    troubles.push(error instanceof Error ? error.message : String(error));
  }
}

/** When something is due next, after this moment: what is due now and was not done would be tried for ever. */
async function nextInstant({ store, options: { clock } }: House, until: number): Promise<number> {
  return store.read(async (at) => {
    const [ticket] = await at.toLookAt(until, 1);
    const instants = [await at.nextDue(), ticket === undefined ? null : await at.nextLook(ticket)];
    const later = instants.filter((one): one is number => one !== null && one > clock.now());
    return Math.min(...later, Number.POSITIVE_INFINITY);
  });
}
