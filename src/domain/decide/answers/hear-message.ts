import type { Facts, TicketScene } from '../facts.ts';
import { type Heard, hearCustomer } from '../flow/customer-message.ts';
import { writerOf } from './hearing.ts';
import { takeAnswers } from './take-answers.ts';
import type { Taken } from './taken.ts';

/** What a customer's message does to its ticket. `quiet`: nothing, as far as whose turn it is. */
export type HeardMessage = Heard & { taken: Taken; quiet: boolean };

/** What it answers of what was asked; where it decides nothing, what any message does. Thanks alone does nothing. */
export function hearMessage(facts: Facts, scene: TicketScene): HeardMessage {
  const taken = takeAnswers(facts, scene, writerOf(facts, scene));
  const { effects, decided, waits } = taken;
  const quiet = !decided && (waits || (facts.classification.thanks && effects.length === 0));
  if (decided || quiet) return { ticket: taken.scene.ticket, effects, taken, quiet };
  const heard = hearCustomer(facts, taken.scene);
  return { ticket: heard.ticket, effects: [...effects, ...heard.effects], taken, quiet };
}
