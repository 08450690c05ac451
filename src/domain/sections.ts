/** Spellings of labels by name, in small letters without accents. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** A text in parts: lines under no label, and those under each. */
export type Sections = { rest: readonly string[]; sections: ReadonlyMap<string, readonly string[]> };

/**
 * Parts a text at lines that begin with one of the labels and a colon (`Scope:`, `Alcance: todo`). The same label twice goes
 * on where it was. A label's case, accents and list marks make no difference.
 *
 * @param ends whether a line behind a blank one belongs to no label any more
 */
export function readSections(text: string, labels: Labels, ends: (line: string) => boolean = () => false): Sections {
  const names = new Map(Object.entries(labels).flatMap(([name, all]) => all.map((label) => [label, name] as const)));
  const rest: string[] = [];
  const sections = new Map<string, string[]>();
  let into = rest;
  let before = '';
  for (const line of text.split('\n')) {
    const head = headIn(line, names);
    if (head !== null) into = sections.get(head.name) ?? [];
    else if (!isText(before) && into.some(isText) && isText(line) && ends(line)) into = rest;
    if (head !== null) sections.set(head.name, into);
    if (head === null || head.said !== '') into.push(head?.said ?? line);
    before = line;
  }
  return { rest, sections: new Map([...sections].map(([name, lines]) => [name, trimmed(lines)])) };
}

function headIn(line: string, names: ReadonlyMap<string, string>): { name: string; said: string } | null {
  const [, label = '', said = ''] = /^[\s>*#_-]*([^:*_]{2,40}?)[\s*_]*:[*_]*\s*(.*)$/.exec(line) ?? [];
  const name = names.get(bareLabel(label));
  return name === undefined ? null : { name, said: said.trim() };
}

/** Small letters without accents, one space between words. */
export const bareLabel = (label: string): string =>
  label.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();

const isText = (line: string): boolean => line.trim() !== '';

/** Without blank lines around it. */
function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex(isText);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1);
}

/** The points of a section: a line each, without list marks. */
export const pointsOf = (lines: readonly string[] = []): string[] =>
  lines.map((line) => line.replace(/^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/, '').trim()).filter((line) => line !== '');
