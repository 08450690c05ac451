import type { Effect } from '../effect.ts';
import type { Actor } from '../ticket.ts';
import type { Moved } from './moved.ts';
import type { Place } from './place.ts';
import { words } from './words.ts';

/** Who or what caused a move, and where the ticket stood before. */
export type Cause = { actor: Actor; from: string };

/** What a move causes beside new values of its ticket. `told`: mails that go out; `back`: takes back what is no mail. */
export type Enacted = { effects: readonly Effect[]; told: readonly Effect[]; back: readonly Effect[] };

/** Everything that follows from a move, as data; `place` is the ticket after it. */
export function enact({ ticket }: Place, moved: Moved, { actor, from }: Cause): Enacted {
  return { effects: journal(ticket.number, moved, { actor, from }), told: [], back: [] };
}

/** What the common block does has a line of its own. */
function journal(ticket: Place['ticket']['number'], { steps: [first], state: to, why }: Moved, { actor, from }: Cause): Effect[] {
  if (first === undefined) return [];
  const data = { step: words.trigger(first.trigger), from, to, why };
  return [{ act: 'journal', ticket, actor, event: 'moved', data }];
}
