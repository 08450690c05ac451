import { momentsOf } from '../contract/term.ts';
import type { Settings } from '../settings.ts';

/** An absence that `people.yaml` names: whole days where the person lives, the last one included. */
export type Absence = { from: string; until: string; to: string | null };

/** Absences of the files that are on, with when they are over, epoch ms. `key`: so that each begins once, and `away off` ends it. */
export function absencesNow(
  { people, desk }: Pick<Settings, 'people' | 'desk'>,
  now: number,
): { key: string; handle: string; until: number; to: string | null }[] {
  return people.flatMap(({ handle, timezone, away = [] }) =>
    away.flatMap(({ from, until, to }) => {
      const span = momentsOf({ starts: from, ends: until }, timezone ?? desk.timezone);
      if (now < span.from || now >= span.to) return [];
      return [{ key: `away file ${handle} ${from} ${until}`, handle, until: span.to, to }];
    }),
  );
}
