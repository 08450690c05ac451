import Handlebars from 'handlebars';
import { nearest } from '../../../domain/nearest.ts';
import type { Piece } from '../compile/split-template.ts';
import { TemplateError } from '../template-error.ts';
import { noSuchName } from './no-such-name.ts';
import { anything, type Shape } from './shape.ts';

/** The building blocks that a template may call, by name. */
export type BlockPieces = ReadonlyMap<string, () => Piece>;

/**
 * Finds names that a template uses and is not given, in whatever branch they stand; Handlebars itself says nothing of one
 * behind `#if` or among a helper's arguments, nor of `{{#> block}}` where there is no such block.
 *
 * @returns a complaint for each, where it stands, with the nearest name that there is
 */
export function checkNames(piece: Piece, given: Shape, blocks: BlockPieces): TemplateError[] {
  const found: TemplateError[] = [];
  walk({ piece, blocks, complain: (error) => found.push(error), within: [] }, parsed(piece), [given]);
  return found;
}

type Walk = { piece: Piece; blocks: BlockPieces; complain(error: TemplateError): void; within: readonly string[] };
/** Innermost last. */
type Scopes = readonly Shape[];

const known = new WeakMap<Piece, hbs.AST.Program>();

/** A building block is walked once for every call of it, and parsed once. */
function parsed(piece: Piece): hbs.AST.Program {
  const program = known.get(piece) ?? Handlebars.parse(piece.source);
  known.set(piece, program);
  return program;
}

function walk(on: Walk, { body }: hbs.AST.Program, scopes: Scopes): void {
  for (const statement of body) stepOf(statement)?.(on, scopes);
}

type Step = (on: Walk, scopes: Scopes) => void;

function stepOf(statement: hbs.AST.Statement): Step | null {
  if (is<hbs.AST.MustacheStatement>(statement, 'MustacheStatement')) return (on, scopes) => value(on, statement, scopes);
  if (is<hbs.AST.BlockStatement>(statement, 'BlockStatement')) return (on, scopes) => block(on, statement, scopes);
  if (is<hbs.AST.PartialStatement>(statement, 'PartialStatement')) return (on, scopes) => call(on, statement, scopes);
  if (!is<hbs.AST.PartialBlockStatement>(statement, 'PartialBlockStatement')) return null;
  return (on, scopes) => {
    call(on, statement, scopes);
    walk(on, statement.program, scopes);
  };
}

const is = <T extends hbs.AST.Statement>(statement: hbs.AST.Statement, type: T['type']): statement is T =>
  statement.type === type;

const value = (on: Walk, { path, params, hash }: hbs.AST.MustacheStatement, scopes: Scopes): void =>
  void lookAt(on, params.length > 0 ? [...params, ...pairsOf(hash)] : [path], scopes);

function block(on: Walk, { path, params, program, inverse }: hbs.AST.BlockStatement, scopes: Scopes): void {
  const [shape = anything] = lookAt(on, params, scopes);
  const opened = openers[String(path.original)]?.(shape);
  if (program !== undefined) walk(on, program, opened === undefined ? scopes : [...scopes, opened]);
  if (inverse !== undefined) walk(on, inverse, scopes);
}

/** Blocks that change what names are looked up in. */
const openers: Readonly<Record<string, (shape: Shape) => Shape>> = {
  each: (shape) => (shape.kind === 'list' ? shape.of : anything),
  with: (shape) => shape,
};

function call(on: Walk, { name, hash }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, scopes: Scopes): void {
  const called = 'original' in name ? String(name.original) : '';
  const shapes = lookAt(on, pairsOf(hash), scopes);
  const block = on.blocks.get(called);
  if (block === undefined && !isBroughtAlong(called)) on.complain(noBlock(on, name, called));
  if (block === undefined || on.within.includes(called)) return;
  const piece = block();
  const own = (hash?.pairs ?? []).map(({ key }, at) => [key, shapes[at] ?? anything] as const);
  const context = scopes.at(-1) ?? anything;
  const inside: Shape = context.kind === 'fields' ? { kind: 'fields', fields: new Map([...context.fields, ...own]) } : context;
  walk({ ...on, piece, within: [...on.within, called] }, parsed(piece), [...scopes.slice(0, -1), inside]);
}

/** `@partial-block` is what the mail that calls a block writes within it; a computed name is known only when it is filled. */
const isBroughtAlong = (called: string): boolean => called === '' || called.startsWith('@');

function noBlock({ piece, blocks }: Walk, { loc }: hbs.AST.Node, called: string): TemplateError {
  const known = [...blocks.keys()];
  const [near] = nearest(called, known, 1);
  const meant = near === undefined ? `; there are ${known.sort().join(', ')}` : `; did you mean "${near}"?`;
  return new TemplateError(placeIn(piece, loc.start), `there is no building block "${called}"${meant}`);
}

const pairsOf = (hash: hbs.AST.Hash | undefined): hbs.AST.Expression[] => hash?.pairs.map(({ value }) => value) ?? [];

function lookAt(on: Walk, expressions: readonly hbs.AST.Expression[], scopes: Scopes): Shape[] {
  return expressions.map((expression) => {
    if (isCall(expression)) lookAt(on, expression.params, scopes);
    return isPath(expression) ? resolved(on, expression, scopes) : anything;
  });
}

function resolved(on: Walk, { data, depth, parts, loc, original }: hbs.AST.PathExpression, scopes: Scopes): Shape {
  if (data) return anything;
  let shape: Shape = scopes.at(-1 - depth) ?? anything;
  for (const part of parts.map(String)) {
    if (shape.kind !== 'fields') return anything;
    const next = shape.fields.get(part);
    if (next === undefined) {
      on.complain(missing(on.piece, part, [...shape.fields.keys()], loc.start, original));
      return anything;
    }
    shape = next;
  }
  return shape;
}

function missing(piece: Piece, name: string, given: readonly string[], at: hbs.AST.Position, original: string): TemplateError {
  const place = placeIn(piece, at);
  return new TemplateError({ ...place, column: place.column + Math.max(0, original.indexOf(name)) }, noSuchName(name, given));
}

/** Handlebars counts lines from 1 and columns from 0, both within the piece. */
const placeIn = ({ file, line, column, indent = 0 }: Piece, at: hbs.AST.Position) => ({
  file,
  line: line + at.line - 1,
  column: at.column + (at.line === 1 ? column : 1 + indent),
});

const isPath = (expression: hbs.AST.Expression): expression is hbs.AST.PathExpression => expression.type === 'PathExpression';
const isCall = (expression: hbs.AST.Expression): expression is hbs.AST.SubExpression => expression.type === 'SubExpression';
