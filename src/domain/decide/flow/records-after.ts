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
  return { ...records, asks, quotes: [...records.quotes, ...quotes], time: [...records.time, ...time] };
}
