import Handlebars from 'handlebars';
import { marks } from './marks.ts';
import { wordsBetween } from './words-between.ts';

type Program = ReturnType<typeof Handlebars.parse>;
type Statement = hbs.AST.Statement;

/** What a template file holds: words with building blocks between them, or HTML and text as they are to be. */
export type Form = 'prose' | 'raw';

/**
 * Puts marks around what a parsed template calls: building blocks in prose, prose in what is raw.
 *
 * A building block that stands on a line of its own is a block of the mail; one within a line is a part of its sentence.
 * Only the tree changes, so places in error messages stay those of the file.
 * @param formOf the form of a partial, by its name
 */
export function markBlocks(program: Program, source: string, form: Form, formOf: (partial: string) => Form): void {
  const lines = source.split('\n');
  const standsAlone = ({ loc: { start, end } }: Statement): boolean =>
    (lines[start.line - 1] ?? '').slice(0, start.column).trim() === '' &&
    (lines[end.line - 1] ?? '').slice(end.column).trim() === '';
  const around = (statement: Statement): readonly [string, string] | null => {
    const called = calledBy(statement);
    if (called === null) return null;
    const target = called.kind === 'helper' ? (blockHelpers[called.name] ?? 'raw') : formOf(called.name);
    if (form === 'raw') return target === 'prose' ? [marks.prose.open, marks.prose.close] : null;
    if (!standsAlone(statement)) return null;
    return target === 'prose' ? ['\n\n', '\n\n'] : [marks.block.open, marks.block.close];
  };
  for (const body of bodiesOf(program))
    body.splice(0, body.length, ...body.flatMap((statement) => surrounded(statement, around(statement))));
  if (form === 'prose') for (const inner of partialBodies(program)) inner.splice(0, inner.length, ...surroundedAll(inner));
}

/** Helpers that give several lines, and of which form these are. */
const blockHelpers: Readonly<Record<string, Form>> = { paragraphs: 'raw', quoted: 'raw', told: 'prose' };

function calledBy(statement: Statement): { kind: 'partial' | 'helper'; name: string } | null {
  if (isPartial(statement)) return { kind: 'partial', name: 'original' in statement.name ? String(statement.name.original) : '' };
  if (!isMustache(statement) || !('original' in statement.path)) return null;
  const name = String(statement.path.original);
  return name in blockHelpers ? { kind: 'helper', name } : null;
}

const isPartial = (statement: Statement): statement is hbs.AST.PartialStatement =>
  statement.type === 'PartialStatement' || statement.type === 'PartialBlockStatement';
const isMustache = (statement: Statement): statement is hbs.AST.MustacheStatement => statement.type === 'MustacheStatement';

const surrounded = (statement: Statement, around: readonly [string, string] | null): Statement[] =>
  around === null ? [statement] : [wordsBetween(around[0], statement), statement, wordsBetween(around[1], statement)];

function surroundedAll(body: readonly Statement[]): Statement[] {
  const [first] = body;
  return first === undefined ? [] : [wordsBetween(marks.prose.open, first), ...body, wordsBetween(marks.prose.close, first)];
}

/** Every list of statements, the innermost first. */
function bodiesOf(program: Program): Statement[][] {
  const found: Statement[][] = [];
  const visitor = new Handlebars.Visitor();
  const visit = visitor.Program.bind(visitor);
  visitor.Program = (inner) => {
    visit(inner);
    found.push(inner.body);
  };
  visitor.accept(program);
  return found;
}

/** What stands within `{{#> block}}…{{/block}}`. */
function partialBodies(program: Program): Statement[][] {
  const found: Statement[][] = [];
  const visitor = new Handlebars.Visitor();
  const visit = visitor.PartialBlockStatement.bind(visitor);
  visitor.PartialBlockStatement = (block) => {
    visit(block);
    found.push(block.program.body);
  };
  visitor.accept(program);
  return found;
}
