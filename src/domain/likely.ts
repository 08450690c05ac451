import { edits } from './nearest.ts';

/**
 * The known word that was probably meant, or `null` when none is close.
 *
 * A third of the letters may be wrong, or the end missing; beyond that a guess misleads more than it helps.
 */
export function likely(word: string, known: readonly string[]): string | null {
  const plain = fold(word);
  const ranked = known
    .map((candidate) => ({ candidate, distance: isBeginning(plain, candidate) ? 1 : edits(plain, fold(candidate)) }))
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
