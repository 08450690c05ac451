import { timeFor } from '../../answer/time-for.ts';
import type { Person } from '../../settings.ts';
import type { TicketChange } from '../../ticket.ts';
import { awayUntil, mostFree } from './availability.ts';
import type { Deed, Scene } from './command.ts';
import { newerChange } from './newer-change.ts';

type Refused = Extract<Deed, { kind: 'refused' }>;

/** Gives the ticket to somebody, or to nobody; `more` changes with it. */
export function handTo(
  to: Person | null,
  scene: Scene,
  { more = {}, why = '' }: { more?: TicketChange; why?: string } = {},
): Deed {
  const { ticket } = scene;
  const from = ticket.assignee;
  const handle = to?.handle ?? null;
  const changes = Object.entries(more).filter(([key, value]) => Reflect.get(ticket, key) !== value);
  const about = [why, to === null ? '' : absence(to, scene)].filter((one) => one !== '').join(', ');
  const said = about === '' ? '' : ` (${about})`;
  if (from === handle && changes.length === 0) return { kind: 'done', change: `already ${handle ?? 'nobody'}${said}` };
  const newer = from === handle ? null : newerChange('assignee', from ?? 'nobody', `assign! ${handle ?? 'nobody'}`, scene);
  if (newer !== null) return newer;
  return {
    kind: 'done',
    set: { ...Object.fromEntries(changes), ...(from === handle ? {} : { assignee: handle }) },
    event: 'assigned',
    data: { from, to: handle, ...Object.fromEntries(changes) },
    change: `${from ?? 'nobody'} → ${handle ?? 'nobody'}${said}`,
  };
}

/** Whoever of these is most free; refused where all are away, unless the sender insists. */
export function freeOf(
  candidates: readonly Person[],
  what: string,
  insisting: string,
  scene: Scene,
): { person: Person } | Refused {
  const free = mostFree(candidates, scene) ?? (scene.insists ? candidates[0] : undefined);
  if (free !== undefined) return { person: free };
  const away = candidates.map((person) => `${person.handle} (${absence(person, scene)})`).join(', ');
  return {
    kind: 'refused',
    problem: candidates.length === 0 ? `nobody here is ${what}` : `everybody ${what} is away: ${away}`,
    expected: 'somebody who is here',
    suggestions: [...(candidates.length > 0 ? [insisting] : []), ...candidates.map(({ handle }) => `assign ${handle}`)],
  };
}

function absence(person: Person, scene: Scene): string {
  const until = awayUntil(person, scene);
  return until === null ? '' : `away until ${timeFor(until, { ...scene.actor, language: 'en' }, scene.settings.desk)}`;
}
