import { localDate } from '../answer/flow/field-for.ts';
import { dayOf } from '../contract/term.ts';
import { tagOf } from '../match/subject-tag.ts';
import { localMoney } from '../money.ts';
import { type Quote, quoteName } from '../quote/quote.ts';
import { totalsOf } from '../quote/totals.ts';
import type { Part } from '../saying.ts';
import type { CustomerSettings } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { type Workflows, workflowNamed } from '../workflow/of-ticket.ts';
import { statusLabel } from '../workflow/process-words.ts';
import type { Period } from './period.ts';

/** All that is known of a customer's tickets; which of it counts the period says. */
export type ReviewFacts = { customer: CustomerSettings; tickets: readonly Ticket[]; quotes: readonly Quote[] };

/** What was asked, solved, agreed in a time, what is open at its end, and what matters to the customer most. */
export type ServiceReview = {
  from: string;
  until: string;
  solved: readonly ReviewedTicket[];
  open: readonly ReviewedTicket[];
  agreed: readonly { name: string; title: string; total: string; at: string }[];
  priorities: readonly string[];
  /** How many there are, those that are not shown among them; `asked`: were opened in that time. */
  counts: { asked: number; solved: number; open: number };
};

/** `asked`, `solved`: when; `solved` is '' while it is open. `note`: the solution, '' where none is on record. */
export type ReviewedTicket = {
  tag: string;
  title: string;
  status: Part;
  asked: string;
  solved: string;
  note: string;
  yourTurn: boolean;
};

type ForWhom = { language: string; timezone: string | null };
type Desk = { desk: { prefix: string; timezone: string }; workflows: Workflows };

/** Lines of one list; more of them nobody reads. */
const most = 30;

/** Looks back on a customer's tickets, for one reader. */
export function reviewOf({ customer, tickets, quotes }: ReviewFacts, period: Period, reader: ForWhom, of: Desk): ServiceReview {
  const day = (at: number): string => localDate(dayOf(at, reader.timezone ?? of.desk.timezone), reader);
  const isIn = (at: number | null): boolean => at !== null && at >= period.from && at < period.to;
  const theirs = tickets.filter((ticket) => isCounted(ticket) && ticket.opened < period.to);
  const byAge = theirs.toSorted((one, other) => one.opened - other.opened);
  const asked = byAge.filter(({ opened }) => isIn(opened));
  const solved = byAge.filter(({ closed }) => isIn(closed));
  const open = byAge.filter(({ closed }) => closed === null || closed >= period.to);
  const shown = (all: readonly Ticket[]): ReviewedTicket[] =>
    all.slice(-most).map((ticket) => ({
      ...{ tag: tagOf(of.desk.prefix, ticket.number), title: ticket.subject, asked: day(ticket.opened) },
      solved: ticket.closed === null || ticket.closed >= period.to ? '' : day(ticket.closed),
      status: statusLabel(workflowNamed(ticket.workflow, of.workflows), ticket.state),
      ...{ note: ticket.fields['solution'] ?? '', yourTurn: ticket.waitsFor === 'customer' },
    }));
  return {
    ...{ from: day(period.from), until: day(period.to - 1), solved: shown(solved), open: shown(open) },
    agreed: quotes.flatMap((quote) => (agreedIn(quote, isIn) ? [agreedOf(quote, reader, of, day)] : [])),
    priorities: customer.priorities,
    counts: { asked: asked.length, solved: solved.length, open: open.length },
  };
}

/** Whether there is anything to look back on. */
export function hasNews(facts: ReviewFacts, period: Period): boolean {
  const isIn = (at: number | null): boolean => at !== null && at >= period.from && at < period.to;
  const wasThere = ({ opened, closed }: Ticket): boolean => opened < period.to && (closed === null || closed >= period.from);
  return facts.tickets.some((ticket) => isCounted(ticket) && wasThere(ticket)) || facts.quotes.some((one) => agreedIn(one, isIn));
}

/** Deleted and merged ones are nobody's news. */
const isCounted = ({ deleted, mergedInto }: Ticket): boolean => deleted === null && mergedInto === undefined;

const agreedIn = ({ status, settled }: Quote, isIn: (at: number | null) => boolean): boolean =>
  status === 'approved' && isIn(settled?.at ?? null);

function agreedOf({ offer, settled }: Quote, { language }: ForWhom, { desk }: Desk, day: (at: number) => string) {
  const [on] = offer.tickets;
  return {
    ...{ name: on === undefined ? '' : quoteName(tagOf(desk.prefix, on), offer), title: offer.title },
    ...{ total: localMoney(totalsOf(offer).total, language), at: day(settled?.at ?? 0) },
  };
}
