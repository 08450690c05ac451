import type { Saying } from '../../saying.ts';
import { type Labels, readSections } from '../../sections.ts';
import type { FieldKind, Step, Workflow } from '../../workflow/workflow.ts';
import type { Word } from '../grammar/words.ts';
import { type Reader, readKind } from './read-kind.ts';

/** What a mail brings for a step. */
export type Collected = {
  values: Readonly<Record<string, string>>;
  /** The mail's text without the sections that are values now. */
  text: string;
  /** Whether that text is a value itself. */
  isText: boolean;
  /** What was typed for a field and is no value of it; `word`: where it stands in the command, if there. */
  wrong: { field: string; said: string; expected: Saying | ''; near: readonly string[]; word?: Word } | null;
  /** The first word that is for nothing. */
  extra: Word | null;
};

/** What there is to read from: words behind the command, and the mail's text. `given`: values that are known already. */
type Typed = { words: readonly Word[]; text: string; labels: Labels; given: Readonly<Record<string, string>> };

/**
 * Reads what a step collects: from sections of the text (`Issue:`), from `name=value`, then from the words in their order, each
 * by its kind. The last text takes what is left of the words; a step's only text, else the mail's whole text.
 */
export function collect(
  { collects }: Pick<Step, 'collects'>,
  fields: Workflow['fields'],
  typed: Typed,
  reader: Reader,
): Collected {
  const all: Wanted[] = collects.map(({ field, optional }) => ({ field, optional, kind: fields[field] ?? { kind: 'text' } }));
  const wanted = all.filter(({ field }) => typed.given[field] === undefined);
  const { rest, sections } = readSections(typed.text, onlyOf(typed.labels, wanted));
  const text = rest.join('\n').trim();
  const found: Found[] = [...sections].flatMap(([field, lines]) =>
    lines.length === 0 ? [] : [{ field, said: lines.join('\n') }],
  );
  const { named, plain } = apart(typed.words, wanted);
  found.push(...named);
  const open = wanted.filter(({ field }) => !found.some((one) => one.field === field));
  const ordered = inOrder(open, plain, reader);
  found.push(...ordered.found);
  const texts = all.filter(({ kind, optional }) => kind.kind === 'text' && !optional);
  const [only] = texts.length === 1 && text !== '' ? texts.filter(({ field }) => isOpen(field, wanted, found)) : [];
  if (only !== undefined) found.push({ field: only.field, said: text });
  const { values, wrong } = valuesOf(found, wanted, reader);
  return { values: { ...values, ...givenFor(all, typed.given) }, wrong, text, isText: only !== undefined, extra: ordered.extra };
}

const isOpen = (field: string, wanted: readonly Wanted[], found: readonly Found[]): boolean =>
  wanted.some((one) => one.field === field) && !found.some((one) => one.field === field);

const givenFor = (all: readonly Wanted[], given: Typed['given']): Record<string, string> =>
  Object.fromEntries(all.flatMap(({ field }) => (given[field] === undefined ? [] : [[field, given[field]]])));

type Wanted = { field: string; optional: boolean; kind: FieldKind };
type Found = { field: string; said: string; word?: Word };

const onlyOf = (labels: Labels, wanted: readonly Wanted[]): Labels =>
  Object.fromEntries(wanted.map(({ field }) => [field, labels[field] ?? []]));

/** `eta=2026-03-06` among the words. */
function apart(words: readonly Word[], wanted: readonly Wanted[]): { named: Found[]; plain: readonly Word[] } {
  const read = words.map((word) => ({ word, is: /^([\p{L}_][\p{L}\p{N}_-]*)=(.+)$/su.exec(word.text) }));
  const isNamed = (is: RegExpExecArray | null): boolean => wanted.some(({ field }) => field === is?.[1]?.toLowerCase());
  return {
    named: read.flatMap(({ word, is }) =>
      isNamed(is) ? [{ field: (is?.[1] ?? '').toLowerCase(), said: is?.[2] ?? '', word }] : [],
    ),
    plain: read.filter(({ is }) => !isNamed(is)).map(({ word }) => word),
  };
}

/** Words for fields in their order: from the front to the last text, from the end back to it; what is left is that text. */
function inOrder(open: readonly Wanted[], words: readonly Word[], reader: Reader): { found: Found[]; extra: Word | null } {
  const lastText = open.findLastIndex(({ kind }) => isFree(kind));
  const before = takeFrom('front', lastText < 0 ? open : open.slice(0, lastText), words, reader);
  const after = takeFrom('end', lastText < 0 ? [] : open.slice(lastText + 1).toReversed(), before.left, reader);
  const found = [...before.found, ...after.found];
  const [first] = after.left;
  if (first === undefined) return { found, extra: null };
  const taker = open[lastText] ?? open.find(({ field }) => !found.some((one) => one.field === field));
  if (taker === undefined) return { found, extra: first };
  const said = after.left.map(({ text }) => text).join(' ');
  return { found: [...found, { field: taker.field, said, word: first }], extra: null };
}

type Side = 'front' | 'end';

function takeFrom(
  side: Side,
  open: readonly Wanted[],
  words: readonly Word[],
  reader: Reader,
): { found: Found[]; left: readonly Word[] } {
  const found: Found[] = [];
  let left = words;
  for (const { field, kind } of open) {
    const count = howMany(side, kind, left, reader);
    if (count === 0) continue;
    const taken = side === 'front' ? left.slice(0, count) : left.slice(-count);
    left = side === 'front' ? left.slice(count) : left.slice(0, -count);
    const [word] = taken;
    found.push({ field, said: taken.map(({ text }) => text).join(' '), ...(word && { word }) });
  }
  return { found, left };
}

/** How many words at that side are a value of the kind; the longest that is one. */
function howMany(side: Side, kind: FieldKind, words: readonly Word[], reader: Reader): number {
  if (isFree(kind)) return Math.min(1, words.length);
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    const some = side === 'front' ? words.slice(0, count) : words.slice(-count);
    const read = readKind(some.map(({ text }) => text).join(' '), kind, reader);
    if (read.kind === 'right' && read.value !== null) return count;
  }
  return 0;
}

/** `in 3 business days 17:00`. */
const longest = 5;

const isFree = ({ kind }: FieldKind): boolean => kind === 'text' || kind === 'lines' || kind === 'times';

function valuesOf(found: readonly Found[], wanted: readonly Wanted[], reader: Reader): Pick<Collected, 'values' | 'wrong'> {
  const values: Record<string, string> = {};
  let wrong: Collected['wrong'] = null;
  for (const { field, said, word } of found) {
    const kind = wanted.find((one) => one.field === field)?.kind ?? { kind: 'text' };
    const read = readKind(said, kind, reader);
    if (read.kind === 'right' && read.value !== null) values[field] = read.value;
    else wrong ??= { field, said, ...(read.kind === 'wrong' ? read : { expected: '', near: [] }), ...(word && { word }) };
  }
  return { values, wrong };
}
