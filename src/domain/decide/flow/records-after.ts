import type { Talk } from '../../calendar/talk.ts';
import type { Effect } from '../../effect.ts';
import { type Quote, type QuoteKey, quoteKey } from '../../quote/quote.ts';
import type { Records } from '../../workflow/records.ts';
import type { Deed } from '../commands/command.ts';

/** What is on record once a command is carried out, for what the same mail does next. */
export function recordsAfter(records: Records, { moved, effects = [] }: Extract<Deed, { kind: 'done' }>): Records {
  const quotes = effects.flatMap((effect) => (effect.act === 'keep-quote' ? [effect.quote] : []));
  const time = effects.flatMap((effect) => (effect.act === 'keep-time' ? [effect.time] : []));
  const withdrawn = moved?.withdraws ?? [];
  const asks = records.asks.map((one) =>
    one.state === 'open' && withdrawn.includes(one.ask) ? { ...one, state: 'withdrawn' as const } : one,
  );
  const known = [...records.quotes, ...quotes].map((quote) => changedBy(effects, quote));
  return {
    ...records,
    asks,
    quotes: known,
    talks: talksAfter(records.talks, effects),
    time: [...records.time, ...time],
    ofCustomer: standingAfter(records, effects),
  };
}

/** New or old, as somebody has just said. */
function standingAfter({ ofCustomer }: Records, effects: readonly Effect[]): Records['ofCustomer'] {
  const said = effects.findLast((effect) => effect.act === 'keep-standing');
  return said === undefined || said.customer !== ofCustomer.customer ? ofCustomer : { ...ofCustomer, said: said.said };
}

/** Each as it was kept last. */
export function talksAfter(talks: readonly Talk[], effects: readonly Effect[]): readonly Talk[] {
  const kept = effects.flatMap((effect) => (effect.act === 'keep-talk' ? [effect.talk] : []));
  return [...new Map([...talks, ...kept].map((talk) => [talk.number, talk])).values()];
}

/** What was decided on it. */
function changedBy(effects: readonly Effect[], quote: Quote): Quote {
  const changes = effects.flatMap((effect) =>
    effect.act === 'change-quote' && isSameKey(effect.quote, quoteKey(quote)) ? [effect.set] : [],
  );
  return Object.assign({}, quote, ...changes);
}

const isSameKey = (one: QuoteKey, other: QuoteKey): boolean =>
  one.ticket === other.ticket && one.number === other.number && one.revision === other.revision;
