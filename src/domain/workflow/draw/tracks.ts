/** A stretch from top to bottom that something takes. */
export type Stretch = { from: number; to: number };

/** What two stretches on one track keep between them. */
const apart = 8;

/**
 * Gives each stretch a track of its own where they would overlap; the same where there is room. The shortest come first, so
 * that long ones go round them.
 *
 * @returns the number of the track by stretch, from 0, and how many there are
 */
export function tracksFor<T extends Stretch>(stretches: readonly T[]): { trackOf: ReadonlyMap<T, number>; count: number } {
  const trackOf = new Map<T, number>();
  const taken: Stretch[][] = [];
  for (const stretch of stretches.toSorted((one, other) => lengthOf(one) - lengthOf(other) || one.from - other.from)) {
    const free = taken.findIndex((track) =>
      track.every((other) => stretch.from > other.to + apart || stretch.to < other.from - apart),
    );
    const at = free < 0 ? taken.length : free;
    taken[at] = [...(taken[at] ?? []), stretch];
    trackOf.set(stretch, at);
  }
  return { trackOf, count: taken.length };
}

const lengthOf = ({ from, to }: Stretch): number => to - from;
