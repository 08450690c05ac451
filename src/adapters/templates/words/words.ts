import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { TemplateError } from '../template-error.ts';
import type { TemplateFiles } from '../template-files.ts';
import { byContent } from './by-content.ts';

/** Words for what the desk names by a key: `words('event', 'closed')` is "closed it". A key without words stands for itself. */
export type Words = (table: string, key: string) => string;

type Tables = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The words of a language, table by table and key by key: an admin's own `words.yaml`, the shipped one, then English.
 *
 * @throws {TemplateError} where a file cannot be read
 */
export function wordsOf(files: TemplateFiles, language: string): Words {
  const [base = language] = language.split('-', 1);
  const layers = [...new Set([language, base, 'en'])].flatMap((one) => {
    const found = files.get(`${one}/words.yaml`);
    return found === undefined ? [] : [found, ...(found.under === undefined ? [] : [found.under])];
  });
  const tables = layers.map(tablesIn);
  return (table, key) => tables.map((one) => one.get(table)?.get(key)).find((words) => words !== undefined) ?? key;
}

/** The tables of one language's file, as they stand there; none where there is no such file. */
export function readWords(files: TemplateFiles, language: string): Tables {
  const found = files.get(`${language}/words.yaml`);
  return found === undefined ? new Map() : tablesIn(found);
}

const tablesIn = byContent((found): Tables => {
  const counter = new LineCounter();
  const doc = parseDocument(found.content, { lineCounter: counter, prettyErrors: false });
  const at = (node: unknown) => {
    const { line, col } = counter.linePos(isNode(node) && node.range ? node.range[0] : 0);
    return { file: found.file, line, column: col };
  };
  const broken = doc.errors[0];
  if (broken) {
    const { line, col } = counter.linePos(broken.pos[0]);
    throw new TemplateError({ file: found.file, line, column: col }, broken.message);
  }
  return tableOf(doc.contents, (table) => tableOf(table, (words) => textOf(words, at), at), at);
});

function tableOf<T>(node: unknown, read: (value: unknown) => T, at: At): Map<string, T> {
  if (!isMap(node)) throw new TemplateError(at(node), 'expected a table of  name: words');
  return new Map(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', read(value)]));
}

function textOf(node: unknown, at: At): string {
  if (isScalar(node) && typeof node.value === 'string') return node.value;
  throw new TemplateError(at(node), 'expected words; write them in quotes');
}

type At = (node: unknown) => { file: string; line: number; column: number };
