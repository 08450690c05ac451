import { isSevere } from '../../domain/attention/alarm-of.ts';
import type { DeskHours } from '../../domain/calendar/desk-hours.ts';
import type { Facts, TicketScene } from '../../domain/decide/facts.ts';
import { bringAbout } from '../../domain/due/bring-about.ts';
import { contractEnd } from '../../domain/due/contract-end.ts';
import { type Due, type DueFacts, dueOf, type Reader } from '../../domain/due/due.ts';
import { type Phase, sinceWhen } from '../../domain/due/phase.ts';
import { inReadersHours } from '../../domain/due/readers-hours.ts';
import { type Unheld, unheldSince } from '../../domain/due/unassigned.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Store, Clock as Time, Writing } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { clocksOf } from '../../domain/sla/clocks-of.ts';
import { keptClock } from '../../domain/sla/kept-clock.ts';
import { marksOf } from '../../domain/sla/marks.ts';
import { planOf } from '../../domain/sla/plan.ts';
import type { Clock } from '../../domain/sla/read-clocks.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { alongside } from '../journey/5-alongside.ts';
import { withDirectory } from '../journey/5-directory.ts';
import { sceneOf } from '../journey/5-match.ts';
import { hoursOf } from './opened-hours.ts';
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
  const plan = planOf(ticket.customer, settings, hours);
  const clocks = clocksOf(scene, phases, settings, hours, now, plan);
  const facts: DueFacts = {
    ...{ now, ticket, workflow, asks: records.asks },
    phases,
    contractEnds: contractEnd(records.ofCustomer),
    clocks,
    marks: plan === null ? [] : clocks.flatMap((clock) => marksOf(clock, plan, now)),
    alarm: alarmSince(ticket, phases, settings),
    unheld: unheldOn(scene, phases, settings),
    lastByUs: (await at.lastByUs(number)) ?? 0,
    done: await at.doneByTime(number),
    calendar: hours.onTicket(ticket.customer),
    reader: (whom): Reader => readers(whom),
  };
  return { scene, facts, clocks };
}

/** Whether it waits for somebody to take it; only where the desk says how long it may. */
function unheldOn({ ticket, journal }: TicketScene, phases: readonly Phase[], { sla }: Settings): Unheld | null {
  const since = sla.unassigned === undefined ? null : unheldSince(ticket, journal, phases);
  return since === null || sla.unassigned === undefined ? null : { since, ...sla.unassigned };
}

/** Since when those on call are wanted; only where somebody, or something, is named for it. */
function alarmSince(ticket: Ticket, phases: readonly Phase[], { sla }: Settings): number | null {
  const { alarms } = sla;
  if (alarms === undefined || (alarms.onCall.length === 0 && alarms.webhook === null) || !isSevere(ticket, sla)) return null;
  return sinceWhen(phases, (phase) => isSevere(phase, sla));
}
