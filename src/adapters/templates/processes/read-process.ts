import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { nearest } from '../../../domain/nearest.ts';
import type { Piece } from '../compile/split-template.ts';
import { TemplateError } from '../template-error.ts';
import { byContent } from '../words/by-content.ts';
import { kindAt, type LeafKind, namesAt } from './places.ts';

/** Words at a place of a language file, such as `texts.fee-offer.title`. */
export type Leaf = { path: string; kind: LeafKind; piece: Piece; names: readonly string[] };

/** One language file of a process; what is wrong in it stands beside what is right. */
export type ProcessFile = { leaves: ReadonlyMap<string, Leaf>; faults: readonly TemplateError[] };

/** Reads the words of a process in one language. */
export const readProcess = byContent(({ file, content }): ProcessFile => {
  const counter = new LineCounter();
  const doc = parseDocument(content, { lineCounter: counter, prettyErrors: false });
  const source: Source = { file, lines: content.split('\n'), place: (offset) => counter.linePos(offset) };
  const [broken] = doc.errors;
  if (broken !== undefined) return { leaves: new Map(), faults: [new TemplateError(at(source, broken.pos[0]), broken.message)] };
  if (doc.contents === null) return { leaves: new Map(), faults: [] };
  const found: Found = { leaves: new Map(), faults: [] };
  walk(source, doc.contents, [], found);
  return found;
});

type Source = { file: string; lines: readonly string[]; place(offset: number): { line: number; col: number } };
type Found = { leaves: Map<string, Leaf>; faults: TemplateError[] };

const at = ({ file, place }: Source, offset: number) => {
  const { line, col } = place(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
};

function walk(source: Source, node: Node | null, path: readonly string[], found: Found): void {
  const kind = kindAt(path);
  if (isMap(node) && namesAt(path)?.length !== 0) for (const pair of node.items) step(source, pair, path, found);
  else if (node !== null && kind !== null && fits[kind](node)) keep(source, node, path, kind, found);
  else found.faults.push(new TemplateError(at(source, node?.range?.[0] ?? 0), expected(path, kind)));
}

const expected = (path: readonly string[], kind: LeafKind | null): string => {
  const wanted = { words: 'words; write them in quotes', prose: 'words; write them in quotes', names: 'names: [one, another]' };
  return `${path.join('.') || 'the file'}: expected ${kind === null ? 'a table of  name: words' : wanted[kind]}`;
};

function step(source: Source, { key, value }: Pair, path: readonly string[], found: Found): void {
  const name = isScalar(key) ? String(key.value) : '';
  const known = namesAt(path);
  const here = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  if (known !== null && !known.includes(name)) {
    const [near] = nearest(name, known, 1);
    const meant = near === undefined ? `; there are ${known.join(', ')}` : `; did you mean "${near}"?`;
    found.faults.push(new TemplateError(at(source, here), `${path.join('.') || 'the file'} has no "${name}"${meant}`));
    return;
  }
  walk(source, value as Node | null, [...path, name], found);
}

function keep(source: Source, node: Node, path: readonly string[], kind: LeafKind, { leaves }: Found): void {
  const names = isSeq(node) ? node.items.map((item) => String(isScalar(item) ? item.value : '')) : [];
  const place = path.join('.');
  leaves.set(place, { path: place, kind, names, piece: pieceOf(source, node) });
}

const isText = (node: Node | null): node is Scalar<string> => isScalar(node) && typeof node.value === 'string';
const isTexts = (node: Node): boolean => isSeq(node) && node.items.every((item) => isText(item as Node));
const fits: Readonly<Record<LeafKind, (node: Node) => boolean>> = { words: isText, prose: isText, names: isTexts };

/** Words of a block (`text: |`) begin on the line below, as far in as that line stands. */
function pieceOf(source: Source, node: Node): Piece {
  const words = isText(node) ? node.value : '';
  const start = at(source, node.range?.[0] ?? 0);
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) {
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    return { ...start, column: start.column + (quoted ? 1 : 0), source: words };
  }
  const indent = /^ */.exec(source.lines[start.line] ?? '')?.[0].length ?? 0;
  return { file: source.file, line: start.line + 1, column: indent + 1, indent, source: words };
}
