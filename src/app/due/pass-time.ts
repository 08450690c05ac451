import { type DeskHours, deskHours } from '../../domain/calendar/desk-hours.ts';
import type { Facts, TicketScene } from '../../domain/decide/facts.ts';
import { bringAbout } from '../../domain/due/bring-about.ts';
import { contractEnd } from '../../domain/due/contract-end.ts';
import { type Due, type DueFacts, dueOf, type Reader } from '../../domain/due/due.ts';
import { inReadersHours } from '../../domain/due/readers-hours.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Store, Clock as Time, Writing } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { clocksOf } from '../../domain/sla/clocks-of.ts';
import { keptClock } from '../../domain/sla/kept-clock.ts';
import type { Clock } from '../../domain/sla/read-clocks.ts';
import { alongside } from '../journey/5-alongside.ts';
import { withDirectory } from '../journey/5-directory.ts';
import { sceneOf } from '../journey/5-match.ts';
import { readersOf } from './readers-of.ts';

export type Passing = {
  store: Store;
  settings: () => Settings;
  clock: Time;
  newId: Facts['newId'];
};

/** Things that time does to one ticket at once: no process comes near it. */
const most = 20;

/**
 * Does on one ticket all that is due, one thing after the other: each may change what the next one is.
 *
 * @returns when something is due next, epoch ms; null where nothing is
 */
export async function passTime(at: Writing, parts: Passing, ticket: TicketNo, now: number): Promise<number | null> {
  const settings = await withDirectory(at, parts.settings());
  const hours = hoursOf(settings);
  const vain = new Set<string>();
  for (let done = 0; ; done++) {
    const found = await lookAt(at, settings, hours, ticket, now);
    if (found === null) return null;
    const dues = dueOf(found.facts).filter((due) => !vain.has(nameOf(due)));
    const due = dues.find((one) => one.at <= now);
    if (due === undefined) {
      await at.apply([{ act: 'keep-clocks', ticket, clocks: found.clocks.map(keptClock) }], now, null);
      return dues[0]?.at ?? null;
    }
    if (done === most) throw new Error(`${nameOf(due)} is due without end`);
    const beside = await alongside(at, [found.scene], { kind: 'desk' }, settings);
    const desk = { settings, now, newId: parts.newId, nextAsk: await at.nextAsk(), alongside: beside };
    const effects = bringAbout({ desk, scene: found.scene, due });
    if (effects.length === 0) vain.add(nameOf(due));
    await at.apply(inReadersHours(effects, hours, settings.people, found.scene.ticket.customer), now, null);
  }
}

/** Calendars know the days they were asked for: opening them anew for each ticket would cost more than all the rest. */
function hoursOf(settings: Settings): DeskHours {
  const hours = opened.get(settings) ?? deskHours(settings);
  opened.set(settings, hours);
  return hours;
}

const opened = new WeakMap<Settings, DeskHours>();

const nameOf = (due: Due): string =>
  `${due.kind} ${'ask' in due ? due.ask.id : ''} ${'wait' in due ? due.wait : ''} ${due.keys.join()}`;

async function lookAt(
  at: Writing,
  settings: Settings,
  hours: DeskHours,
  number: TicketNo,
  now: number,
): Promise<{ scene: TicketScene; facts: DueFacts; clocks: readonly Clock[] } | null> {
  const found = await sceneOf(at, number, { kind: 'desk' }, settings);
  if (found === null) return null;
  const scene = { ...found, journal: await at.journal(number) };
  const { ticket, workflow, records } = scene;
  const phases = await at.phases(number);
  const readers = await readersOf(at, records.asks, hours, ticket.customer);
  const clocks = clocksOf(scene, phases, settings, hours, now);
  const facts: DueFacts = {
    ...{ now, ticket, workflow, asks: records.asks },
    phases,
    contractEnds: contractEnd(records.ofCustomer),
    clocks,
    lastByUs: (await at.lastByUs(number)) ?? 0,
    done: await at.doneByTime(number),
    calendar: hours.onTicket(ticket.customer),
    reader: (whom): Reader => readers(whom),
  };
  return { scene, facts, clocks };
}
