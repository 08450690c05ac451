import type Handlebars from 'handlebars';
import { noSuchName } from '../names/no-such-name.ts';
import { dressWords } from '../prose/dress-words.ts';
import { type Form, markBlocks } from '../prose/mark-blocks.ts';
import { markSource } from '../prose/marks.ts';
import { TemplateError } from '../template-error.ts';
import { helperNames } from './helpers.ts';
import { inlineStyles } from './inline-styles.ts';
import type { Piece } from './split-template.ts';

export type Environment = typeof Handlebars;
/** A compiled piece. The second argument is Handlebars' own, given where the piece is a partial. */
export type Fill = (data: unknown, options?: Handlebars.RuntimeOptions) => string;

/** What kind of piece it is, and what it calls. */
export type Setting = { form: Form; formOf(partial: string): Form; css: string };

/**
 * Compiles one piece of a template, as text or as HTML (escaped, styles inlined).
 *
 * Strict: a name that the data lacks is an error, never an empty place. Handlebars has no loop but over data and
 * partials that call themselves; the latter end in a stack overflow, which is an error like any other here.
 * @throws {TemplateError} when it cannot be read; the function given throws it when it cannot be filled
 */
export function compilePiece(env: Environment, piece: Piece, kind: 'text' | 'html', setting: Setting): Fill {
  const compiled = attempt(piece, () => {
    const program = env.parse(setting.form === 'prose' ? markSource(piece.source) : piece.source);
    if (kind === 'html' && setting.form === 'prose') dressWords(program);
    else if (kind === 'html') inlineStyles(program, setting.css, piece);
    markBlocks(program, piece.source, setting.form, setting.formOf);
    return env.compile(program, {
      strict: true,
      noEscape: kind === 'text',
      knownHelpersOnly: true,
      knownHelpers: { ...knownHelpers },
      preventIndent: true,
    });
  });
  return (data, options) => attempt(piece, () => compiled(data, options ?? guarded), data);
}

const guarded: Handlebars.RuntimeOptions = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };

const knownHelpers = {
  ...Object.fromEntries(helperNames.map((name) => [name, true])),
  helperMissing: false,
  blockHelperMissing: false,
  each: true,
  if: true,
  unless: true,
  with: true,
  log: false,
  lookup: false,
};

function attempt<T>(piece: Piece, work: () => T, data?: unknown): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(placeOf(error, piece), problemOf(error, data));
  }
}

/** Handlebars counts lines from 1 and columns from 0, both within the piece; where it gives none, the word at fault is sought. */
function placeOf(error: unknown, piece: Piece): { file: string; line: number; column: number } {
  const text = textOf(error);
  const [, parsedLine] = /^(?:Parse|Lexical) error on line (\d+)/.exec(text) ?? [];
  const word = [...(unplaced.exec(text) ?? [])].slice(1).find((name) => name !== undefined);
  const before = piece.source.slice(0, word === undefined ? 0 : Math.max(piece.source.indexOf(word), 0)).split('\n');
  const line = numberIn(error, 'lineNumber') ?? Number(parsedLine ?? before.length);
  const column = numberIn(error, 'column') ?? before.at(-1)?.length ?? 0;
  return {
    file: piece.file,
    line: piece.line + line - 1,
    column: column + (line === 1 ? piece.column : 1 + (piece.indent ?? 0)),
  };
}

/** What Handlebars and the runtime say without a place. */
const unplaced = /^The partial (\S+) could not be found|^Cannot use 'in' operator to search for '([^']*)'/;

function problemOf(error: unknown, data: unknown): string {
  if (isOutOfStack(error)) return 'a partial calls itself without end';
  const text = textOf(error);
  const missing = /^"([^"]*)" not defined in/.exec(text)?.[1];
  if (missing !== undefined) return noSuchName(missing, namesIn(data));
  const within = unplaced.exec(text)?.[2];
  if (within !== undefined) return `there is no "${within}" in a plain text or number`;
  const [first = '', near] = text.split('\n');
  return /^(Parse|Lexical) error/.test(first)
    ? `Handlebars cannot read this${near ? ` near: ${near}` : ''}`
    : first.replace(/ - \d+:\d+$/, '');
}

const namesIn = (data: unknown): string[] => (typeof data === 'object' && data !== null ? Object.keys(data) : []);

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function numberIn(error: unknown, key: 'lineNumber' | 'column'): number | undefined {
  if (typeof error !== 'object' || error === null || !(key in error)) return undefined;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'number' ? value : undefined;
}

/** Where the stack ends inside a regular expression, the engine says so by a SyntaxError. */
const isOutOfStack = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof SyntaxError && error.message.includes('Stack overflow'));
