import type { Asked } from '../../ask/ask.ts';
import { type Heard, judgeFurther } from '../../ask/judge-answers.ts';
import type { Effect } from '../../effect.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { hearingOf } from './hearing.ts';
import { inTurn, type Taken } from './taken.ts';

/**
 * Takes answers of the same mail to what its first answer brought up: who validates and says `close it` below has answered the
 * question whether it may be closed before it was put, and is not asked any more.
 *
 * @param text what they wrote below their first answer
 */
export function answeredAtOnce(
  facts: Facts,
  was: TicketScene,
  first: Taken,
  { by, text }: { by: Asked; text: string },
  take: (one: Heard[number], scene: TicketScene) => Taken,
): Taken {
  const known = new Set(was.records.asks.map(({ id }) => id));
  const asks = first.scene.records.asks.filter(({ id }) => !known.has(id));
  if (text === '' || asks.length === 0) return first;
  const hearing = { ...hearingOf(facts, first.scene, by, first.scene.ticket.customer), asks, text };
  const counted = judgeFurther(hearing).filter(({ kind }) => kind === 'counts');
  if (counted.length === 0) return first;
  const further = inTurn(first.scene, counted, take);
  const effects = unasked(first.effects, new Set(counted.map(({ ask }) => ask.id)));
  return inTurn(was, [{ ...first, effects }, further], (one) => one);
}

/** The same without the mails that would ask what is answered. */
function unasked(effects: readonly Effect[], answered: ReadonlySet<number>): readonly Effect[] {
  const mails = new Set(
    effects.flatMap((effect) => (effect.act === 'open-ask' && answered.has(effect.ask.id) ? effect.ask.mails : [])),
  );
  return effects.filter((effect) => effect.act !== 'queue-mail' || !mails.has(effect.mail.messageId));
}
