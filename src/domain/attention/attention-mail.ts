import { type Listing, listedTicket, ready } from '../answer/listed-ticket.ts';
import { type Desk, toAssociate } from '../answer/outgoing.ts';
import { timeFor } from '../answer/time-for.ts';
import type { Effect } from '../effect.ts';
import { listed, type Part, type Saying, say } from '../saying.ts';
import { clockWords } from '../sla/clock-words.ts';
import type { Clock } from '../sla/read-clocks.ts';
import type { Ticket } from '../ticket.ts';
import type { Notice } from './notice.ts';

/** What waits for somebody on one ticket, as it stands now. `clock` null: the ticket itself is severe. */
export type Item = { notice: Notice; ticket: Ticket; clock: Clock | null };

/** Whether there is still something to say: a clock that was met, or stands still, frightens nobody. */
export const isStill = ({ notice, ticket, clock }: Item): boolean =>
  ticket.closed === null && ticket.deleted === null && (notice.kind === 'severe' ? true : clock?.counts === true);

/** One mail about all of it, the gravest and the latest first. On no ticket: an answer to it must never reach a customer. */
export function attentionMail(desk: Desk, listing: Listing, items: readonly Item[]): Effect[] {
  const sorted = items.toSorted(
    (one, other) => Number(other.notice.severe) - Number(one.notice.severe) || dueOf(one) - dueOf(other),
  );
  const tickets = [...Map.groupBy(sorted, ({ ticket }) => ticket.number).values()];
  const shown = tickets.flatMap((some) => rowOf(listing, some));
  const [first] = shown;
  if (first === undefined) return [];
  const data = {
    ...{ deskName: desk.settings.desk.name, tag: first.tag, title: first.title, what: first.due },
    ...{ severe: items.some(({ notice }) => notice.severe), count: shown.length, more: shown.length - 1 },
    ...{ tickets: shown, example: first.tag },
  };
  return toAssociate(desk, listing.person, { ticket: null, template: 'attention', data, automatic: 'auto-generated' });
}

const dueOf = ({ clock, notice }: Item): number => clock?.due ?? notice.at;

function rowOf(listing: Listing, items: readonly Item[]) {
  const [first] = items;
  if (first === undefined) return [];
  const { ticket } = first;
  const actions = [...(ticket.assignee === null ? [ready('take')] : []), ready('status'), ready('sla'), ready('note')];
  const row = listedTicket(listing, ticket, [], actions);
  return [
    {
      ...row,
      due: listed(
        items.map((item) => happened(item, listing)),
        '; ',
      ),
    },
  ];
}

function happened({ notice: { kind, said }, clock }: Item, { person, desk }: Listing): Saying {
  if (clock === null) return say('it is severe: whoever is on call is wanted now');
  const { name, target, state, whose } = clock;
  const promised: Part =
    whose === 'theirs' ? say`${clockWords(name)} (owed to us), ${target.text}` : say`${clockWords(name)}, ${target.text}`;
  const at = clock.due === null ? '' : timeFor(clock.due, person, desk);
  if (state !== 'breached') return say`${promised}: to be done by ${at}`;
  return kind === 'escalated' && said !== ''
    ? say`${promised}: over since ${at}; nobody has done it in the ${said} after that`
    : say`${promised}: over since ${at}`;
}
