import { marks } from './marks.ts';

/** How the parts of a mail are written down: in HTML, or in plain text. */
export type Look = {
  heading(words: string): string;
  paragraph(words: string): string;
  list(items: readonly string[]): string;
  verbatim(lines: readonly string[]): string;
  code(words: string): string;
  strong(words: string): string;
  /** Between two parts, the first of which may be a heading. */
  between(afterHeading: boolean): string;
};

type Part = { kind: 'heading' | 'paragraph' | 'block'; words: string } | { kind: 'list' | 'verbatim'; lines: string[] };

/** Makes a filled template whole: paragraphs, headings and lists where its marks say so, building blocks between them. */
export const layOut = (marked: string, look: Look): string => inlineForms(together(partsOf(marked, look), look), look);

/** Likewise for what stands within something else: a single paragraph is a part of it, no paragraph of its own. */
export const layOutWithin = (marked: string, look: Look): string => inlineForms(within(marked, look), look);

function within(marked: string, look: Look): string {
  const parts = partsOf(marked, look);
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'paragraph' ? only.words : together(parts, look);
}

function together(parts: readonly Part[], look: Look): string {
  return parts
    .map((part, at) => `${at === 0 ? '' : look.between(parts[at - 1]?.kind === 'heading')}${written(part, look)}`)
    .join('');
}

function written(part: Part, look: Look): string {
  if (part.kind === 'block') return part.words;
  return 'lines' in part ? look[part.kind](part.lines) : look[part.kind](part.words);
}

const partsOf = (marked: string, look: Look): Part[] =>
  regions(marked, marks.block).flatMap(({ inside, words }): Part[] => {
    if (!inside) return paragraphs(words);
    const filled = regions(words, marks.prose).map((one) => (one.inside ? within(one.words, look) : one.words));
    const whole = filled.join('').replace(/^\s*\n|\s+$/g, '');
    return whole === '' ? [] : [{ kind: 'block', words: whole }];
  });

const depths: Readonly<Record<string, number>> = {
  [marks.block.open]: 1,
  [marks.prose.open]: 1,
  [marks.block.close]: -1,
  [marks.prose.close]: -1,
};

/** Cuts where one kind of region begins and ends on the outermost level; what is nested stays whole. */
function regions(marked: string, { open, close }: { open: string; close: string }): { inside: boolean; words: string }[] {
  const found: { inside: boolean; words: string }[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: char, index: at } of marked.matchAll(/[\ue001-\ue004]/g)) {
    const step = depths[char] ?? 0;
    const cuts = (step > 0 && depth === 0 && char === open) || (step < 0 && depth === 1 && char === close);
    if (cuts) {
      found.push({ inside: step < 0, words: marked.slice(from, at) });
      from = at + 1;
    }
    depth += step;
  }
  return [...found, { inside: false, words: marked.slice(from) }];
}

function paragraphs(words: string): Part[] {
  const parts: Part[] = [];
  let open = false;
  for (const line of words.split('\n')) {
    const last = open ? parts.at(-1) : undefined;
    open = line.trim() !== '';
    if (open) addLine(parts, last, line);
  }
  return parts;
}

function addLine(parts: Part[], last: Part | undefined, line: string): void {
  const text = line.replace(/^[\ue007-\ue009]+ ?/, '').trim();
  const first = line[0];
  if (first === marks.heading) parts.push({ kind: 'heading', words: text });
  else if (first === marks.verbatim) {
    const shown = line.slice(4).trimEnd();
    if (last?.kind === 'verbatim') last.lines.push(shown);
    else parts.push({ kind: 'verbatim', lines: [shown] });
  } else if (first === marks.item) {
    if (last?.kind === 'list') last.lines.push(text);
    else parts.push({ kind: 'list', lines: [text] });
  } else if (last?.kind === 'list') last.lines.push(`${last.lines.pop() ?? ''} ${text}`);
  else if (last?.kind === 'paragraph') last.words += ` ${text}`;
  else parts.push({ kind: 'paragraph', words: text });
}

const inlineForms = (words: string, look: Look): string =>
  words
    .replace(/\ue005([^\ue005]*)\ue005/g, (_, inner: string) => look.code(inner))
    .replace(/\ue006\ue006([^\ue006]*)\ue006\ue006/g, (_, inner: string) => look.strong(inner));
