import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
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

  const walk = new Walk(doc, file, at);
  const value = walk.read(doc.contents, []);
  return { kind: 'read', tree: walk.tree(value), complaints: [...complaints, ...walk.complaints] };
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

/** Enough for any real file; one that unfolds further, by aliases of aliases, is an attack or a mishap. */
const maxNodes = 500_000;
const maxDepth = 50;

/** One way through a document; holds what was met on it. */
class Walk {
  readonly complaints: Complaint[] = [];
  readonly #values = new Map<string, Position>();
  readonly #keys = new Map<string, Position>();
  readonly #doc: Document.Parsed<ParsedNode>;
  readonly #file: string;
  readonly #at: (offset: number) => Position;
  #nodes = 0;

  constructor(doc: Document.Parsed<ParsedNode>, file: string, at: (offset: number) => Position) {
    this.#doc = doc;
    this.#file = file;
    this.#at = at;
  }

  read(node: unknown, path: Path, standsAt?: Position): unknown {
    const position = standsAt ?? this.#positionOf(node);
    if (position) this.#values.set(id(path), position);
    if (++this.#nodes > maxNodes || path.length > maxDepth) return null;
    if (isAlias(node)) return this.#follow(node.resolve(this.#doc), path, position);
    if (isMap(node)) return Object.fromEntries(node.items.map((pair) => this.#pair(pair, path)));
    if (isSeq(node)) return node.items.map((item, i) => this.read(item, [...path, i]));
    return isScalar(node) ? plain(node.value) : null;
  }

  tree(value: unknown): Tree {
    const start = { line: 1, column: 1 };
    const positionOf = (path: Path): Position =>
      this.#values.get(id(path)) ?? (path.length === 0 ? start : positionOf(path.slice(0, -1)));
    return { file: this.#file, value, positionOf, keyPositionOf: (path) => this.#keys.get(id(path)) ?? positionOf(path) };
  }

  #pair({ key, value }: { key: unknown; value: unknown }, path: Path): [string, unknown] {
    const name = isScalar(key) ? String(key.value) : '?';
    const below = [...path, name];
    const keyPosition = this.#positionOf(key);
    if (keyPosition) this.#keys.set(id(below), keyPosition);
    return [name, this.read(value, below, this.#positionOf(value) ?? keyPosition)];
  }

  #follow(target: Node | undefined, path: Path, position: Position | undefined): unknown {
    if (target !== undefined) return this.read(target, path, position);
    const message =
      'a value that begins with `*` has to stand in quotes (it is a YAML alias, and nothing here is anchored with that name)';
    this.complaints.push({ file: this.#file, ...(position ?? { line: 1, column: 1 }), path: printPath(path), message });
    return null;
  }

  #positionOf(node: unknown): Position | undefined {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    const isEmpty = range?.[0] === range?.[1]; // `key:` alone; the key is the better place to show
    return range && !isEmpty ? this.#at(range[0]) : undefined;
  }
}

const id = (path: Path) => JSON.stringify(path);
const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
