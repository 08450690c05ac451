/**
 * UIDs as a sequence set, runs folded: 1, 2, 3, 7 become `1:3,7`.
 *
 * @param uids ascending
 */
export function uidRange(uids: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const uid of uids) {
    const run = runs.at(-1);
    if (run && uid === run.last + 1) run.last = uid;
    else runs.push({ first: uid, last: uid });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
}

/** Pieces of at most `size`; their sequence sets stay far below any server's longest line. */
export function* pieces<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
