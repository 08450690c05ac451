import { type Saying, say } from '../../saying.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { planOf } from '../../workflow/state-plan.ts';
import { trailAfter } from '../../workflow/trail.ts';
import { type Here, printWhen, readWhen, type When, whenAtStart } from '../grammar/when.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, insiders, type Scene } from './command.ts';
import { newerChange } from './newer-change.ts';

/** Pauses the ticket: nobody's turn, until somebody takes it up again or the day comes. */
export const hold: Command = {
  name: 'hold',
  translations: { es: ['pausar'], de: ['pausieren', 'anhalten'], fr: ['suspendre'], pt: ['pausar', 'suspender'] },
  args: '[until DATE] ["reason"]',
  roles: insiders,
  class: 'C3',
  help: say(
    'Pauses the ticket, `until fri 17:00` or until `resume`. A date is `2026-03-06`, `fri 17:00`, `tomorrow`, `+3d` or `3 business days`.',
  ),
  inTitle: true,
  fits: ({ state }) => state !== 'closed' && state !== 'paused',
  perform: (words, scene) => {
    const { ticket, now } = scene;
    const here = { now, zone: zoneOf(scene) };
    const read = untilIn(words, here);
    if (ticket.state === 'closed')
      return { kind: 'refused', problem: say('it is closed'), expected: say('an open ticket'), suggestions: ['reopen'] };
    if ('problem' in read) return { kind: 'refused', ...read, suggestions: ['hold until tomorrow', 'hold until +3d', 'hold'] };
    const { until, reason } = read;
    const pausedUntil = until?.at ?? null;
    const said = until === null ? stateIn(ticket, 'paused') : say`paused until ${printWhen(until, here.zone)}`;
    if (ticket.state === 'paused' && ticket.pausedUntil === pausedUntil) return { kind: 'done', change: say`already ${said}` };
    const newer = newerChange('state', ticket.state, `hold! ${words.map(({ text }) => text).join(' ')}`.trim(), scene);
    if (newer !== null) return newer;
    const was = ticket.state === 'paused' ? beforeHold(scene) : { state: ticket.state, waitsFor: ticket.waitsFor };
    return {
      kind: 'done',
      set: { state: 'paused', waitsFor: 'nobody', pausedUntil, trail: trailAfter(ticket.trail, ticket.state, 'paused') },
      event: 'paused',
      data: { from: was.state, turn: was.waitsFor, until: until === null ? null : printWhen(until, here.zone) },
      words: { reason },
      change: say`${stateIn(ticket)} → ${said}`,
    };
  },
};

/** The zone that this person writes times in. */
export const zoneOf = ({ actor, settings }: Pick<Scene, 'actor' | 'settings'>): string =>
  actor.timezone ?? settings.desk.timezone;

type Remembered = { state: string; waitsFor: Scene['ticket']['waitsFor'] };

/** What it was before it was paused: as its trail has it, and whose turn it was as the journal remembers it. */
export function beforeHold({ journal, ticket, workflow }: Pick<Scene, 'journal' | 'ticket' | 'workflow'>): Remembered {
  const data = journal.findLast(({ event }) => event === 'paused')?.data;
  const noted = typeof data?.from === 'string' ? data.from : 'raised';
  const state = ticket.trail.at(-1) ?? noted;
  const turn = parties.find((party) => party === data?.turn && state === noted);
  return { state, waitsFor: turn ?? planOf(workflow, state).waitsFor };
}

const parties = ['customer', 'staff', 'lead', 'engineer', 'manager', 'sales', 'operator', 'provider', 'nobody'] as const;

type Until = { until: When | null; reason: string } | { problem: Saying; expected: Saying; word?: Word };

/** `until fri 17:00 "waiting for parts"`; a bare date counts too, anything else is a reason. */
function untilIn(words: readonly Word[], here: Here): Until {
  const [first, ...rest] = words;
  const texts = words.map(({ text }) => text);
  const isNamed = first !== undefined && /^(?:until|till|hasta|bis|jusqu['’](?:au?|à)|até|ate)$/i.test(first.text);
  const bare = isNamed ? null : readWhen(texts.join(' '), here);
  const found = isNamed ? whenAtStart(texts.slice(1), here) : bare === null ? null : { when: bare, used: texts.length };
  const word = rest[0] ?? first;
  if (found === null) {
    if (!isNamed) return { until: null, reason: texts.join(' ') };
    const problem = rest.length === 0 ? say('`until` needs a date') : say`“${texts.slice(1).join(' ')}” begins with no date`;
    return { problem, expected: say('a date such as 2026-03-06, fri 17:00, tomorrow or +3d'), ...(word && { word }) };
  }
  if (found.when.at <= here.now)
    return { problem: say`${printWhen(found.when, here.zone)} is over`, expected: say('a time to come'), ...(word && { word }) };
  return { until: found.when, reason: texts.slice((isNamed ? 1 : 0) + found.used).join(' ') };
}
