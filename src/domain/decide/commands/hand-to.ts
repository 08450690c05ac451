import { timeFor } from '../../answer/time-for.ts';
import { listed, type Part, type Saying, say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import type { TicketChange } from '../../ticket.ts';
import { awayUntil, mostFree } from './availability.ts';
import type { Deed, Scene } from './command.ts';
import { newerChange } from './newer-change.ts';
import { saidChange } from './said-change.ts';

type Refused = Extract<Deed, { kind: 'refused' }>;

/** Gives the ticket to somebody, or to nobody; `more` changes with it. */
export function handTo(to: Person | null, scene: Scene, { more = {}, why = '' }: { more?: TicketChange; why?: Part } = {}): Deed {
  const { ticket } = scene;
  const from = ticket.assignee;
  const handle = to?.handle ?? null;
  const changes = Object.entries(more).filter(([key, value]) => Reflect.get(ticket, key) !== value);
  const about = [why, to === null ? '' : absence(to, scene)].filter((one) => one !== '');
  const said = (words: Saying): Saying => inBrackets(words, about);
  if (from === handle && changes.length === 0) return { kind: 'done', change: said(say`already ${handle ?? say('nobody')}`) };
  const newer = from === handle ? null : newerChange('assignee', from ?? 'nobody', `assign! ${handle ?? 'nobody'}`, scene);
  if (newer !== null) return newer;
  return {
    kind: 'done',
    set: { ...Object.fromEntries(changes), ...(from === handle ? {} : { assignee: handle }) },
    event: 'assigned',
    data: { from, to: handle, ...Object.fromEntries(changes) },
    change: said(saidChange('assignee', from ?? say('nobody'), handle ?? say('nobody'))),
  };
}

/** Whoever of these is most free; refused where all are away, unless the sender insists. */
export function freeOf(
  candidates: readonly Person[],
  level: string | null,
  insisting: string,
  scene: Scene,
): { person: Person } | Refused {
  const free = mostFree(candidates, scene) ?? (scene.insists ? candidates[0] : undefined);
  if (free !== undefined) return { person: free };
  const away = candidates.map((person) => inBrackets(say`${person.handle}`, [absence(person, scene)]));
  return {
    kind: 'refused',
    problem: candidates.length === 0 ? nobodyOf(level) : allAway(level, listed(away)),
    expected: say('somebody who is here'),
    suggestions: [...(candidates.length > 0 ? [insisting] : []), ...candidates.map(({ handle }) => `assign ${handle}`)],
  };
}

const nobodyOf = (level: string | null): Saying =>
  level === null ? say('nobody here could take it') : say`nobody here is of level ${level}`;

const allAway = (level: string | null, who: Saying): Saying =>
  level === null ? say`everybody who could take it is away: ${who}` : say`everybody of level ${level} is away: ${who}`;

/** What is to be said beside it: `nobody → maria (most free)`. */
const inBrackets = (words: Saying, about: readonly Part[]): Saying =>
  about.length === 0 ? words : say`${words} (${listed(about)})`;

function absence(person: Person, scene: Scene): Part {
  const until = awayUntil(person, scene);
  return until === null ? '' : say`away until ${timeFor(until, scene.actor, scene.settings.desk)}`;
}
