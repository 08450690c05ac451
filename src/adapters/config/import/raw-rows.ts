import type { BadRow, ImportKind } from '../../../domain/directory/import-row.ts';
import { likely } from '../../../domain/likely.ts';
import type { Path } from '../complaint.ts';
import { readYaml, type Tree } from '../read-yaml.ts';
import { isRecord } from '../values.ts';
import { columns, named, valueIn } from './columns.ts';
import { readTable, type TableRow } from './read-table.ts';

/** A row as the file has it: what it says by key, and where each of that stands. */
export type RawRow = { kind: ImportKind; line: number; values: Readonly<Record<string, unknown>>; lineOf(key: string): number };
export type RawRows = { rows: readonly RawRow[]; bad: readonly BadRow[] };

/** Rows of a CSV table; blank cells say nothing. */
export function rowsOfTable(kind: ImportKind, text: string): RawRows {
  const table = readTable(text);
  if (table.kind === 'broken') return { rows: [], bad: [table] };
  const { head } = table;
  const known = Object.keys(columns[kind]);
  const bad = [...strangers(head, known), ...missing(kind, head)];
  if (bad.length > 0) return { rows: [], bad };
  const read = table.rows.map((row) => rowOf(kind, head, row));
  return { rows: read.flatMap(({ row }) => row), bad: read.flatMap((one) => one.bad) };
}

function strangers(head: readonly string[], known: readonly string[]): BadRow[] {
  return head.flatMap((name, at) => {
    const problem = (what: string) => [{ line: 1, problem: `column ${at + 1}: ${what}` }];
    if (head.indexOf(name) < at) return problem(`“${name}” stands twice`);
    if (known.includes(name)) return [];
    const meant = likely(name, known);
    const help = meant === null ? `; known: ${known.join(', ')}` : `, did you mean “${meant}”?`;
    return problem(name === '' ? `it has no name; known: ${known.join(', ')}` : `unknown column “${name}”${help}`);
  });
}

const missing = (kind: ImportKind, head: readonly string[]): BadRow[] =>
  named[kind]
    .filter((name) => !head.includes(name))
    .map((name) => ({ line: 1, problem: `there is no column “${name}”; the first line names the columns` }));

function rowOf(kind: ImportKind, head: readonly string[], { line, cells }: TableRow): { row: RawRow[]; bad: BadRow[] } {
  if (cells.length > head.length)
    return {
      row: [],
      bad: [{ line, problem: `it has ${cells.length} cells, the first line names ${head.length}; is a comma not in quotes?` }],
    };
  const read = head.flatMap((name, at) => {
    const cell = cells[at] ?? '';
    const cellKind = columns[kind][name];
    return cell === '' || cellKind === undefined ? [] : [{ name, cell, found: valueIn(cellKind, cell) }];
  });
  const bad = read.flatMap(({ name, cell, found }) =>
    'expected' in found ? [{ line, problem: `${name}: ${found.expected}, got ${JSON.stringify(cell)}` }] : [],
  );
  const values = Object.fromEntries(read.flatMap(({ name, found }) => ('value' in found ? [[name, found.value]] : [])));
  return { row: bad.length > 0 ? [] : [{ kind, line, values, lineOf: () => line }], bad };
}

/** Rows of a YAML file: the form of the configuration; customers bring their contacts and contracts along. */
export function rowsOfYaml(kind: ImportKind, file: string, text: string): RawRows {
  const reading = readYaml(file, text);
  const bad = reading.complaints.map(({ line, path, message }) => ({
    line,
    problem: path === '' ? message : `${path}: ${message}`,
  }));
  if (reading.kind === 'unreadable' || bad.length > 0) return { rows: [], bad };
  const { tree } = reading;
  const list = isRecord(tree.value) ? tree.value[kind] : tree.value;
  const top: Path = isRecord(tree.value) ? [kind] : [];
  if (!Array.isArray(list)) return { rows: [], bad: [{ line: 1, problem: `expected a list under \`${kind}:\`` }] };
  return together(list.map((item, at) => itemRows(kind, tree, item, [...top, at])));
}

function itemRows(kind: ImportKind, tree: Tree, item: unknown, path: Path): RawRows {
  const { line } = tree.positionOf(path);
  if (!isRecord(item)) return { rows: [], bad: [{ line, problem: 'expected a mapping (key: value)' }] };
  const { contacts, contracts, ...rest } = item;
  const nests = kind === 'customers';
  const own: RawRow = { kind, line, values: nests ? rest : item, lineOf: (key) => tree.keyPositionOf([...path, key]).line };
  if (!nests) return { rows: [own], bad: [] };
  const below = (key: 'contacts' | 'contracts', value: unknown): RawRows[] => {
    const list = Array.isArray(value) ? value : [];
    return list.map((one, at) => itemRows(key, tree, isRecord(one) ? { ...one, customer: item['id'] } : one, [...path, key, at]));
  };
  return together([{ rows: [own], bad: [] }, ...below('contacts', contacts), ...below('contracts', contracts)]);
}

const together = (all: readonly RawRows[]): RawRows => ({
  rows: all.flatMap(({ rows }) => rows),
  bad: all.flatMap(({ bad }) => bad),
});
