/**
 * The known word that was probably meant, or `null` when none is close.
 *
 * A third of the letters may be wrong, or the end missing; beyond that a guess misleads more than it helps.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const plain = fold(word);
  const ranked = known
    .map((candidate) => ({ candidate, distance: isBeginning(plain, candidate) ? 1 : editDistance(plain, fold(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(Math.max(plain.length, candidate.length) / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? null;
}

const isBeginning = (word: string, candidate: string) => word.length > 1 && word !== candidate && candidate.startsWith(word);

/** `replyTo`, `Reply-To` and `reply_to` are one word to a person. */
const fold = (word: string) =>
  word
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[-\s]/g, '_');

/**
 * Letters to insert, drop, change or swap with their neighbour to make one word the other.
 *
 * @see Damerau 1964; the "optimal string alignment" form: no letter is touched twice
 */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) row.push(cheapest(rows, row, from, to, i, j));
    rows.push(row);
  }
  return rows[from.length]?.[to.length] ?? 0;
}

function cheapest(rows: readonly number[][], row: readonly number[], from: string, to: string, i: number, j: number): number {
  const cell = (up: number, left: number) => (up === 0 ? row[j - left] : rows[i - up]?.[j - left]) ?? Number.POSITIVE_INFINITY;
  const change = from[i - 1] === to[j - 1] ? 0 : 1;
  const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
  return Math.min(cell(1, 0) + 1, cell(0, 1) + 1, cell(1, 1) + change, swapped ? cell(2, 2) + 1 : Number.POSITIVE_INFINITY);
}
