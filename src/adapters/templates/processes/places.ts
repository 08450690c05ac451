/** What stands at a place of a language file of a process: words as they are, words with variables, or names to be typed. */
export type LeafKind = 'words' | 'prose' | 'names';

/** Places, `*` for a name of the process. */
const places: readonly (readonly [string, LeafKind])[] = [
  ['title', 'words'],
  ['about', 'words'],
  ['parties.*', 'words'],
  ['states.*', 'words'],
  ['stages.*', 'words'],
  ['statuses.*', 'words'],
  ['fields.*', 'words'],
  ['fields.*.*', 'words'],
  ['checklists.*', 'words'],
  ['checklists.*.*', 'words'],
  ['answers.*', 'words'],
  ['asks.*.title', 'prose'],
  ['asks.*.question', 'prose'],
  ['asks.*.answers.*', 'words'],
  ['verbs.*.title', 'words'],
  ['verbs.*.words.*', 'words'],
  ['verbs.*.names', 'names'],
  ['verbs.*.args', 'words'],
  ['verbs.*.help', 'words'],
  ['texts.*', 'prose'],
  ['texts.*.title', 'prose'],
  ['texts.*.text', 'prose'],
];

/** The names that may stand in a table at this place; null: any. */
export const namesAt = (path: readonly string[]): readonly string[] | null => {
  const next = places.map(([place]) => place.split('.')).filter((place) => place.length > path.length && covers(place, path));
  const names = new Set(next.map((place) => place[path.length] ?? ''));
  return names.has('*') ? null : [...names];
};

/** What words at this place are; null where a table must stand. */
export const kindAt = (path: readonly string[]): LeafKind | null =>
  places.find(([place]) => place.split('.').length === path.length && covers(place.split('.'), path))?.[1] ?? null;

const covers = (place: readonly string[], path: readonly string[]): boolean =>
  path.every((name, at) => place[at] === '*' || place[at] === name);
