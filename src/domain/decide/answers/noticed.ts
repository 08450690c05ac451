import { notifyOfMail } from '../../answer/notify.ts';
import type { Effect } from '../../effect.ts';
import type { Facts, TicketScene } from '../facts.ts';
import type { Taken } from './taken.ts';
import { undoDecline } from './unproved-no.ts';

/** Tells those inside what a mail answered; whom a step of the process told already reads it there. */
export function tellInside(facts: Facts, was: TicketScene, { scene, effects, noticed }: Taken): Effect[] {
  const heard = new Set(effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail.to.address] : [])));
  const more = effects.some(({ act }) => act === 'keep-answer-undo') ? [undoDecline] : [];
  return notifyOfMail(facts, scene.ticket, scene.participants, was.ticket, { noticed, more }).filter(
    (effect) => effect.act !== 'queue-mail' || !heard.has(effect.mail.to.address),
  );
}
