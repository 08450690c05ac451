import { isNo } from '../ask/answer-words.ts';
import type { TicketNo } from '../ids.ts';
import type { Moved } from '../workflow/moved.ts';
import type { Records } from '../workflow/records.ts';
import type { Trigger } from '../workflow/workflow.ts';
import { latestOffer } from './offer-facts.ts';
import { offerAbout } from './offered.ts';
import { type Quote, quoteKey } from './quote.ts';

/** An offer for several tickets, what became of it on the one it is on, and the others that are to go along. */
export type Joint = { quote: Quote; became: 'offered' | 'approved' | 'declined' | 'over'; others: readonly TicketNo[] };

/** What a move on a ticket decides for others: offers there that are for them as well. */
export function jointsOf(ticket: TicketNo, moved: Moved, { asks, quotes }: Pick<Records, 'asks' | 'quotes'>): Joint[] {
  const trigger = moved.steps[0]?.trigger;
  const about = (name: string): Quote | undefined => offerAbout(asks.findLast(({ ask }) => ask === name)?.about ?? null, quotes);
  const decided = trigger === undefined ? [] : decidedBy(trigger, quotes, about);
  const again = new Set(decided.flatMap(({ quote }) => quote.offer.tickets));
  const withdrawn = moved.withdraws.flatMap((name) => about(name) ?? []);
  return [
    ...decided.map((one) => ({ ...one, others: othersOf(one.quote) })),
    ...withdrawn.map((quote) => ({ quote, became: 'over' as const, others: othersOf(quote).filter((one) => !again.has(one)) })),
  ].filter(({ quote, others }) => others.length > 0 && quoteKey(quote).ticket === ticket);
}

const othersOf = ({ offer }: Quote): readonly TicketNo[] => offer.tickets.slice(1);

type Decided = Pick<Joint, 'quote' | 'became'>;

function decidedBy(trigger: Trigger, quotes: readonly Quote[], about: (ask: string) => Quote | undefined): Decided[] {
  if (trigger.kind === 'command') {
    const kind = trigger.command;
    const made = kind === 'quote' || kind === 'fee' ? latestOffer(quotes, kind) : null;
    return made?.status === 'open' ? [{ quote: made, became: 'offered' }] : [];
  }
  const quote = trigger.kind === 'answer' || trigger.kind === 'expired' ? about(trigger.ask) : undefined;
  if (quote === undefined) return [];
  if (trigger.kind === 'expired') return [{ quote, became: 'over' }];
  return [{ quote, became: trigger.kind === 'answer' && isNo(trigger.answer) ? 'declined' : 'approved' }];
}
