import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { nearest } from '../../../domain/nearest.ts';
import type { TemplateFile, TemplateFiles } from '../template-files.ts';

type Stray = { kind: 'stray'; file: string; line: number; column: number; message: string };

/**
 * Tables and keys of an admin's own `words.yaml` that look like slips. A key unlike all that ship may name something of the
 * admin's own, such as a field; what cannot be read is told where the words are used.
 */
export function checkWords(files: TemplateFiles, language: string): Stray[] {
  const own = files.get(`${language}/words.yaml`);
  const english = files.get('en/words.yaml');
  if (own?.under === undefined || english === undefined) return [];
  const shipped = new Map(tablesIn(english.under ?? english).map(({ name, rows }) => [name, rows.map((row) => row.name)]));
  return tablesIn(own).flatMap(({ name, rows, ...at }) => {
    const keys = shipped.get(name);
    if (keys === undefined) return [stray(own, at, `there is no table "${name}"${meant(name, [...shipped.keys()])}`)];
    return rows.flatMap((row) => {
      const near = keys.includes(row.name) ? '' : meant(row.name, keys);
      return near === '' ? [] : [stray(own, row, `${name} has no "${row.name}"${near}`)];
    });
  });
}

const stray = ({ file }: TemplateFile, { line, column }: Place, message: string): Stray => ({
  ...{ kind: 'stray', file, line, column, message },
});

function meant(name: string, known: readonly string[]): string {
  const [near] = nearest(name, known, 1);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

type Place = { line: number; column: number };
type Named = Place & { name: string };

function tablesIn({ content }: TemplateFile): (Named & { rows: Named[] })[] {
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(content, { lineCounter: counter });
  const named = ({ key }: Pair): Named => {
    const { line, col } = counter.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    return { name: isScalar(key) ? String(key.value) : '', line, column: col };
  };
  if (errors.length > 0 || !isMap(contents)) return [];
  return contents.items.map((table) => ({
    ...named(table),
    rows: isMap(table.value) ? table.value.items.map(named) : [],
  }));
}
