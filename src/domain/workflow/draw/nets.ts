import type { Column } from './drawn.ts';

/**
 * All lines that lead to one state from one side: they join on the way, as streets do. `left`: from columns before it;
 * `right`: from its own column and those behind it.
 */
export type Net = {
  target: string;
  side: 'left' | 'right';
  /** Of the target. */
  column: number;
  sources: readonly Source[];
};

/** A row of a card that a line leaves from. */
export type Source = { card: string; row: number; column: number };

/** Gathers the lines of a picture. */
export function netsOf(columns: readonly Column[]): Net[] {
  const home = new Map(columns.flatMap(({ cards }, column) => cards.map(({ id }) => [id, column] as const)));
  const nets = new Map<string, Net & { sources: Source[] }>();
  for (const [column, { cards }] of columns.entries())
    for (const card of cards)
      for (const [row, { to }] of card.rows.entries()) {
        const target = to === null || to === 'back' ? undefined : home.get(to);
        if (target === undefined || to === null) continue;
        const side = column < target ? 'left' : 'right';
        const net = nets.get(`${to} ${side}`) ?? { target: to, side, column: target, sources: [] };
        net.sources.push({ card: card.id, row, column });
        nets.set(`${to} ${side}`, net);
      }
  return [...nets.values()];
}

/** The columns that the lines of a net pass by. */
export function passedBy({ side, column, sources }: Net): number[] {
  const far = sources.map((source) => source.column);
  const [from, to] = side === 'left' ? [Math.min(...far) + 1, column] : [column + 1, Math.max(...far)];
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
