/** What the design promises and fears, by id: laws, faults, attacks, obligations of standards. Tests carry them in their titles. */
export const knownIds: readonly string[] = [
  ...numbered('LAW-', 7),
  ...numbered('F-', 47),
  ...numbered('A', 27),
  ...['3834-1', '3834-2', '3834-3', '2142-1', '3461-1', '3464-1', '3464-2', '5321-1', '5321-2', '5321-3'],
  ...['5322-1', '5322-2', '5322-3', '2047-1', '2231-1', '6532-1', '6854-1', '8601-1', '8601-2', '8601-3', '8601-4'],
  ...['9989-1', '9989-2', '9989-3', '6376-1', '6376-2', '6376-3', '7208-1', '8617-1', '2369-1', '8058-1'],
  ...['9051-1', '9051-2', '9051-3', '2177-1', 'xars-1', 'xars-2', ...numbered('ms-', 5), ...numbered('gm-', 4)],
];

/** The ids that a test's title carries, in its order; words that only look like one are left out. */
export function idsIn(title: string): string[] {
  return [...title.matchAll(shape)].map(([id]) => id).filter((id) => knownIds.includes(id));
}

/** What looks like an id and is none: a slip of the pen. Years and versions (`2026-03`, `1.2-3`) do not look like one. */
export function strangersIn(title: string): string[] {
  return [...title.matchAll(/\b(?:LAW-\d+|F-\d+|xars-\d+|ms-\d+|gm-\d+)\b/g)]
    .map(([id]) => id)
    .filter((id) => !knownIds.includes(id));
}

const shape = /(?<![\w.-])(?:LAW-\d+|F-\d+|A\d+|\d{4}-\d|xars-\d|ms-\d|gm-\d)(?![\w-])/g;

function numbered(prefix: string, last: number): string[] {
  return Array.from({ length: last }, (_, i) => `${prefix}${i + 1}`);
}
