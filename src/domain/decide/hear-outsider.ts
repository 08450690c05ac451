import { notifyOfMail } from '../answer/notify.ts';
import type { Effect } from '../effect.ts';
import { isOutside } from '../handover/their-numbers.ts';
import { say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Checked } from './check-commands.ts';
import type { Facts, TicketScene } from './facts.ts';

/** What an outside party wrote or did on what was handed to it, for those inside: an answer that nobody hears of is none. */
export function hearOutsider(
  facts: Facts,
  was: TicketScene,
  person: Person,
  { ticket, participants, performed }: Extract<Checked, { kind: 'fine' }>,
  says: boolean,
): Effect[] {
  if (!isOutside(person) || (!says && performed.length === 0)) return [];
  const from = say`from the outside party ${person.name}: the customer has not seen it; \`operator\` with your text answers them`;
  return notifyOfMail(facts, ticket, participants, was.ticket, {
    noticed: [from, ...performed.flatMap(({ deed }) => (deed.text === 'note' ? [] : deed.change))],
  });
}
