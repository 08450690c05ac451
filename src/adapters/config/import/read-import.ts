import type { BadRow, ImportKind, ImportRow } from '../../../domain/directory/import-row.ts';
import { likely } from '../../../domain/likely.ts';
import { expectation } from '../mistake-words.ts';
import { mistakesOf } from '../mistakes.ts';
import { valueAt } from '../values.ts';
import { columns, named, rowSchemas } from './columns.ts';
import { type RawRow, rowsOfTable, rowsOfYaml } from './raw-rows.ts';

/** The rows of a file that are right for themselves, and every one that is not. */
export type ReadImport = { rows: readonly ImportRow[]; bad: readonly BadRow[] };

/** Reads a file of customers, contacts, contracts or people: YAML where its name says so, CSV else. */
export function readImport(kind: ImportKind, file: string, text: string): ReadImport {
  const isYaml = /\.ya?ml$/i.test(file);
  const { rows, bad } = isYaml ? rowsOfYaml(kind, file, text) : rowsOfTable(kind, text);
  const read = rows.map(typed);
  const all = [...bad, ...read.flatMap((one) => ('problems' in one ? one.problems : []))];
  return { rows: read.flatMap((one) => ('row' in one ? one.row : [])), bad: all.toSorted((a, b) => a.line - b.line) };
}

function typed(raw: RawRow): { row: ImportRow } | { problems: BadRow[] } {
  const unnamed = named[raw.kind].filter((key) => typeof raw.values[key] !== 'string' || raw.values[key] === '');
  if (unnamed.length > 0) return { problems: unnamed.map((key) => ({ line: raw.line, problem: `it has no “${key}”` })) };
  const result = rowSchemas[raw.kind].safeParse(raw.values, { error: expectation });
  if (!result.success) return { problems: result.error.issues.flatMap((issue) => problemsOf(raw, issue)) };
  const said = Object.keys(raw.values).map((key) => [key, Reflect.get(result.data, key) ?? null]);
  return { row: rowOf(raw, Object.fromEntries(said)) };
}

function problemsOf(raw: RawRow, issue: Parameters<typeof mistakesOf>[0]): BadRow[] {
  return mistakesOf(issue).map(({ path, kind, message }) => {
    const key = String(path[0] ?? '');
    const found = valueAt(raw.values, path);
    const line = raw.lineOf(key);
    if (kind === 'unknown key') return { line, problem: `unknown “${key}”${hint(key, Object.keys(columns[raw.kind]))}` };
    return { line, problem: `${key}: ${message}${found === undefined ? '' : `, got ${JSON.stringify(found)}`}` };
  });
}

const hint = (key: string, known: readonly string[]): string => {
  const meant = likely(key, known);
  return meant === null ? `; known: ${known.join(', ')}` : `, did you mean “${meant}”?`;
};

/** The schema vouches for what the row says; which keys stand in it is known only here. */
function rowOf({ kind, line, values }: RawRow, said: Readonly<Record<string, unknown>>): ImportRow {
  const { customer: _customer, ...given } = said;
  const customer = String(values['customer']);
  switch (kind) {
    case 'customers':
      return { line, kind: 'customer', id: String(values['id']), given };
    case 'contacts':
      return { line, kind: 'contact', customer, given: { ...given, name: String(values['name']) } };
    case 'contracts':
      return { line, kind: 'contract', customer, number: String(values['number']), given };
    case 'people':
      return { line, kind: 'person', handle: String(values['handle']), given };
  }
}
