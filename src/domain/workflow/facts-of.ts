import { contractFacts } from '../contract/customer-record.ts';
import { approvedMinutes } from '../quote/hours.ts';
import { latestOffer, offerFact, offerStanding } from '../quote/offer-facts.ts';
import type { Ticket, TicketMessage } from '../ticket.ts';
import { checklistOf } from './checklists.ts';
import type { Look } from './guard.ts';
import type { Records } from './records.ts';
import type { Workflow } from './workflow.ts';

/** What facts are read from. */
export type Known = {
  ticket: Pick<Ticket, (typeof columns)[number] | 'number' | 'fields' | 'customer'>;
  /** Whether the desk knows the person whom it is for. */
  isKnown: boolean;
  messages: readonly Pick<TicketMessage, 'direction' | 'status'>[];
  records: Records;
  checklists: Workflow['checklists'];
  /** Epoch ms. */
  now: number;
};

/** Reads the facts that conditions may name; what no row of the tables knows is a field of the ticket. */
export const factsOf =
  (known: Known): Look =>
  (fact) => {
    const field = known.ticket.fields[fact];
    if (field !== undefined) return field;
    if (isColumn(fact)) return known.ticket[fact];
    if (Object.hasOwn(single, fact)) return single[fact]?.(known) ?? null;
    const [, family = '', member = ''] = /^([a-z_]+)\.(.+)$/.exec(fact) ?? [];
    return Object.hasOwn(families, family) ? (families[family]?.(known, member) ?? null) : null;
  };

const columns = ['channel', 'type', 'severity', 'priority', 'complexity', 'level', 'assignee'] as const;
const isColumn = (fact: string): fact is (typeof columns)[number] => columns.some((column) => column === fact);

type Row = (known: Known) => string | null;

const single: Readonly<Record<string, Row>> = {
  sender: ({ isKnown }) => (isKnown ? 'known' : 'unknown'),
  customer: ({ ticket, records }) => contractFacts.customer(ticket, records.ofCustomer),
  contract: ({ ticket, records, now }) => contractFacts.contract(ticket, records.ofCustomer, now),
  covered: ({ ticket, records, now }) => contractFacts.covered(ticket, records.ofCustomer, now),
  bag: ({ ticket, records, now }) => contractFacts.bag(ticket, records.ofCustomer, now),
  exception: ({ ticket, records }) => contractFacts.exception(ticket, records.ofCustomer),
  talked_with_user: ({ messages }) => (hasExchange(messages) ? 'yes' : 'no'),
  quote: ({ records, now }) => offerStanding(latestOffer(records.quotes, 'quote'), now),
  fee: ({ records, now }) => offerStanding(latestOffer(records.quotes, 'fee'), now),
  approved_hours: ({ ticket, records }) => stated(approvedMinutes(records.quotes, ticket.number)),
  open_linked: ({ records }) => String(records.openLinked),
};

/** Names of all that is read from records, for whoever checks what conditions name. */
export const recordFacts: readonly string[] = Object.keys(single);

const stated = (minutes: number | null): string | null => (minutes === null ? null : String(minutes));

/** Facts that go on behind a dot: `hours.analysis`. */
const families: Readonly<Record<string, (known: Known, member: string) => string | null>> = {
  checklist: ({ ticket, checklists }, name) => {
    const items = checklistOf({ fields: ticket.fields, checklists }, name);
    return items === null ? null : items.every(({ ticked }) => ticked) ? 'done' : 'open';
  },
  rounds: ({ records }, ask) => String(Math.max(0, ...records.asks.filter((one) => one.ask === ask).map(({ round }) => round))),
  hours: ({ records }, kind) => {
    const counted = records.time.filter((one) => kind === 'total' || one.kind === kind);
    return String(counted.reduce((sum, { minutes }) => sum + minutes, 0));
  },
  quote: ({ records }, what) => offerFact(latestOffer(records.quotes, 'quote'), what),
  fee: ({ records }, what) => offerFact(latestOffer(records.quotes, 'fee'), what),
};

/** They wrote after we did. */
function hasExchange(messages: Known['messages']): boolean {
  const filed = messages.filter(({ status }) => status === 'filed');
  const first = filed.findIndex(({ direction }) => direction === 'out');
  return first >= 0 && filed.slice(first).some(({ direction }) => direction === 'in');
}
