import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from 'yaml';
import { type Complaint, type Path, printPath } from './complaint.ts';

/** Where something stands in a file; both from 1. */
export type Position = { line: number; column: number };

/** A YAML file as plain values, and where each of them stands. */
export type Tree = {
  file: string;
  value: unknown;
  /** The value there, or its nearest parent when it is missing. */
  positionOf(path: Path): Position;
  /** The key there, for complaints about the key itself. */
  keyPositionOf(path: Path): Position;
};

export type Reading =
  | { kind: 'read'; tree: Tree; complaints: readonly Complaint[] }
  | { kind: 'unreadable'; complaints: readonly Complaint[] };

/** Reads YAML 1.2 into values with positions; a file whose syntax is broken is not read further, for what follows would be guesses. */
export function readYaml(file: string, text: string): Reading {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => positionAt(lines, offset);
  const complaints = doc.errors.map(({ code, pos }) => ({ file, ...at(pos[0]), path: '', message: syntaxMessage(code) }));
  if (doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { kind: 'unreadable', complaints };

  const walk: Walk = { doc, file, at, complaints: [], values: new Map(), keys: new Map(), aliases: 0, unfolded: 0 };
  const value = read(walk, doc.contents, []);
  return { kind: 'read', tree: treeOf(walk, value), complaints: [...complaints, ...walk.complaints] };
}

/** Our words for the parser's codes; its own messages may quote the file, and so a secret. */
const syntax: Record<string, string> = {
  BAD_INDENT: 'the indentation does not fit: keys of one mapping begin in one column, or a bracket above is not closed',
  TAB_AS_INDENT: 'a tab cannot indent YAML; expected spaces',
  DUPLICATE_KEY: 'this key stands here a second time; keep one of them',
  MISSING_CHAR: 'a closing quote, bracket, comma or colon is missing here or just before',
  MULTIPLE_DOCS: 'expected one document in the file, found a second after `---`',
  BAD_ALIAS: 'a value that begins with `*` or `&` has to stand in quotes',
  BLOCK_IN_FLOW: 'a nested block cannot stand inside { } or [ ]',
  BLOCK_AS_IMPLICIT_KEY: 'two colons on one line: put the value in quotes, or the inner key on its own line',
  MULTILINE_IMPLICIT_KEY: 'expected `key: value`; a colon is missing on the line above, or the value runs over the line',
  BAD_DQ_ESCAPE: 'unknown escape after a backslash; use single quotes to keep backslashes as they are',
  BAD_SCALAR_START: 'a value that begins with a special character (@ ` % and others) has to stand in quotes',
  BAD_DIRECTIVE: 'a line that begins with % has to stand in quotes',
};
const syntaxMessage = (code: string) =>
  `YAML syntax: ${syntax[code] ?? 'this cannot be read here; check quotes, colons and indentation on this line and the one above'}`;

const positionAt = (lines: LineCounter, offset: number): Position => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
};

/** Values a file may take from aliases: enough for any real one; aliases of aliases unfold without end. */
const maxUnfolded = 10_000;
const maxAliasDepth = 20;

/** One way through a document, and what was met on it. */
type Walk = {
  doc: Document.Parsed<ParsedNode>;
  file: string;
  at: (offset: number) => Position;
  complaints: Complaint[];
  /** Offsets by path; most are never asked for. */
  values: Map<string, number>;
  keys: Map<string, number>;
  /** How many aliases the way leads through at present. */
  aliases: number;
  unfolded: number;
};

function read(walk: Walk, node: unknown, path: Path, offset = offsetOf(node)): unknown {
  if (offset !== undefined) walk.values.set(id(path), offset);
  if (walk.aliases > 0 && ++walk.unfolded > maxUnfolded) return null;
  if (isAlias(node)) return follow(walk, node.resolve(walk.doc), path, offset);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => readPair(walk, pair, path)));
  if (isSeq(node)) return node.items.map((item, i) => read(walk, item, [...path, i]));
  return isScalar(node) ? plain(node) : null;
}

function readPair(walk: Walk, { key, value }: { key: unknown; value: unknown }, path: Path): [string, unknown] {
  const name = isScalar(key) ? String(key.value) : '?';
  const below = [...path, name];
  const keyOffset = offsetOf(key);
  if (keyOffset !== undefined) walk.keys.set(id(below), keyOffset);
  return [name, read(walk, value, below, offsetOf(value) ?? keyOffset)];
}

function follow(walk: Walk, target: Node | undefined, path: Path, offset: number | undefined): unknown {
  const complain = (message: string) =>
    walk.complaints.push({ file: walk.file, ...walk.at(offset ?? 0), path: printPath(path), message });
  if (target === undefined) complain('a value that begins with `*` has to stand in quotes (as an alias, it points to nothing)');
  if (target === undefined || walk.aliases > maxAliasDepth) return null;
  walk.aliases++;
  const value = read(walk, target, path, offset);
  walk.aliases--;
  const isTooMuch = walk.aliases === 0 && walk.unfolded > maxUnfolded;
  if (isTooMuch) complain('this alias unfolds to too many values (is it inside itself?)');
  return value;
}

function offsetOf(node: unknown): number | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  const isEmpty = range?.[0] === range?.[1]; // `key:` alone; the key is the better place to show
  return range && !isEmpty ? range[0] : undefined;
}

function treeOf({ file, at, values, keys }: Walk, value: unknown): Tree {
  const offset = (path: Path): number => values.get(id(path)) ?? (path.length === 0 ? 0 : offset(path.slice(0, -1)));
  return { file, value, positionOf: (path) => at(offset(path)), keyPositionOf: (path) => at(keys.get(id(path)) ?? offset(path)) };
}

const id = (path: Path) => JSON.stringify(path);

/** A number with a plus before it stays as it is written: whoever wrote `+1` or a telephone number meant the sign. */
function plain({ value, source }: Scalar): unknown {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && source?.startsWith('+') ? source : value;
}
