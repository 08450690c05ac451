import { type Look, lackingOf, withValues } from './guard.ts';
import type { Does, Tell } from './workflow.ts';

/** What steps and entries came to so far, the values they set among it. */
export type Done = {
  sets: Readonly<Record<string, string | null>>;
  tells: readonly Tell[];
  asks: readonly string[];
  charges: readonly string[];
};

export const nothingDone: Done = { sets: {}, tells: [], asks: [], charges: [] };

/** Adds what one step does. Its values count already for whom it tells; nobody is told the same twice. */
export function doneBy(done: Done, does: Does, look: Look): Done {
  const before = withValues(look, done.sets);
  const own = Object.entries(does.sets).map(([field, value]) => [field, settingOf(field, value, before)]);
  const sets = { ...done.sets, ...(Object.fromEntries(own) as Done['sets']) };
  const now = withValues(look, sets);
  const tells = does.tells.filter(({ when }) => lackingOf(when, now).length === 0);
  return {
    sets,
    tells: [...done.tells, ...tells.filter((tell) => !done.tells.some((one) => one.to === tell.to && one.text === tell.text))],
    asks: [...new Set([...done.asks, ...does.asks])],
    charges: [...done.charges, ...does.charges],
  };
}

/** `+1` counts from 0; `quote.hours` is what that record says at this moment. */
function settingOf(field: string, value: Does['sets'][string], look: Look): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') return String(Number(look(field) ?? 0) + value.add);
  return /^[a-z_]+\.[a-z_]+$/.test(value) ? (look(value) ?? value) : value;
}
