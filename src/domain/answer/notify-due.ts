import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Saying } from '../saying.ts';
import type { Person } from '../settings.ts';
import { lastWords } from './last-words.ts';
import type { Unasked } from './notify-woken.ts';
import { toAssociate } from './outgoing.ts';

/** Tells some of us that time brought something about on a ticket, each in one mail. */
export const notifyDue = (
  desk: Unasked,
  scene: TicketScene,
  people: readonly Person[],
  { headline, because }: { headline: Saying; because: Saying | '' },
): Effect[] =>
  people.flatMap((person) =>
    toAssociate(desk, person, {
      ...{ ticket: scene.ticket, template: 'notify-due', automatic: 'auto-generated' },
      data: { ...lastWords(desk, scene, scene.ticket, person), headline, because },
    }),
  );
