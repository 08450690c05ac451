import Handlebars from 'handlebars';
import { compilePiece, type Environment, type Fill } from './compile-piece.ts';
import { helpersFor } from './helpers.ts';
import { type Piece, splitTemplate } from './split-template.ts';
import { TemplateError } from './template-error.ts';
import type { TemplateFiles } from './template-files.ts';

/** One template in one language, ready to be filled. */
export type Compiled = { front: ReadonlyMap<string, Fill>; text: Fill; html: Fill };

/** One language: its templates, the layout, and the building blocks both may use. Compiled when first needed, then kept. */
export type LanguageSet = {
  /** @throws {TemplateError} */
  template(name: string): Compiled;
  /** @throws {TemplateError} */
  layout(kind: 'text' | 'html'): Fill;
  /** @throws {TemplateError} of any building block, used or not */
  compileAll(): void;
};

/** Prepares a language; partials it lacks are taken from English. */
export function languageSet(files: TemplateFiles, language: string): LanguageSet {
  const css = files.get('_layout/styles.css')?.content ?? '';
  const text = environment(language, 'text');
  const html = environment(language, 'html');
  const compileFor = {
    text: (piece: Piece) => compilePiece(text, piece, null),
    html: (piece: Piece) => compilePiece(html, piece, css),
  };

  const blocks = [
    ...layoutBlocks(files, compileFor),
    ...languageBlocks(files, 'en', compileFor),
    ...(language === 'en' ? [] : languageBlocks(files, language, compileFor)),
  ];
  for (const { kind, name, fill } of blocks)
    (kind === 'text' ? text : html).registerPartial(name, (data, options) => fill()(data, options));

  const compiled = new Map<string, Compiled>();
  const layouts = {
    text: once(() => compileFor.text(layoutPiece(files, '_layout/layout.txt.hbs'))),
    html: once(() => compileFor.html(layoutPiece(files, '_layout/layout.hbs'))),
  };
  return {
    template: (name) => compiled.get(name) ?? keep(compiled, name, compileTemplate(files, `${language}/${name}.hbs`, compileFor)),
    layout: (kind) => layouts[kind](),
    compileAll: () => blocks.forEach(({ fill }) => void fill()),
  };
}

function environment(language: string, kind: 'text' | 'html'): Environment {
  const env = Handlebars.create();
  for (const name of Object.keys(env.helpers)) if (['log', 'lookup'].includes(name)) env.unregisterHelper(name);
  env.registerHelper(helpersFor(language, kind, (markup) => new env.SafeString(markup)));
  return env;
}

type CompileFor = Record<'text' | 'html', (piece: Piece) => Fill>;
type Block = { kind: 'text' | 'html'; name: string; fill: () => Fill };

/** `_layout/quote.hbs` is the block `quote` for HTML, `_layout/quote.txt.hbs` the one for text. */
function layoutBlocks(files: TemplateFiles, compileFor: CompileFor): Block[] {
  return [...files.keys()].flatMap((key): Block[] => {
    const [, name, txt] = /^_layout\/([a-z-]+)(\.txt)?\.hbs$/.exec(key) ?? [];
    if (name === undefined || name === 'layout') return [];
    const kind = txt ? 'text' : 'html';
    return [{ kind, name, fill: once(() => compileFor[kind](layoutPiece(files, key))) }];
  });
}

/** `en/_ticket.hbs` is the block `ticket`, its text and its HTML. */
function languageBlocks(files: TemplateFiles, language: string, compileFor: CompileFor): Block[] {
  return [...files].flatMap(([key, { file, content }]): Block[] => {
    const [folder, name] = key.split('/_');
    if (folder !== language || name === undefined) return [];
    const parts = once(() => splitTemplate(file, content));
    const block = (kind: 'text' | 'html'): Block => ({
      kind,
      name: name.replace(/\.hbs$/, ''),
      fill: once(() => compileFor[kind](parts()[kind])),
    });
    return [block('text'), block('html')];
  });
}

function compileTemplate(files: TemplateFiles, key: string, compileFor: CompileFor): Compiled {
  const { file, content } = files.get(key) ?? { file: key, content: '' };
  const parts = splitTemplate(file, content);
  if (!parts.front.has('subject')) throw new TemplateError({ file, line: 1, column: 1 }, 'front matter: expected  subject: "…"');
  return {
    front: new Map([...parts.front].map(([field, piece]) => [field, compileFor.text(piece)])),
    text: compileFor.text(parts.text),
    html: compileFor.html(parts.html),
  };
}

function layoutPiece(files: TemplateFiles, key: string): Piece {
  const found = files.get(key);
  if (!found) throw new TemplateError({ file: key, line: 1, column: 1 }, 'this file is missing');
  return { file: found.file, line: 1, column: 1, source: found.content.replace(/\r\n?/g, '\n') };
}

function keep<T>(kept: Map<string, T>, name: string, value: T): T {
  kept.set(name, value);
  return value;
}

/** A failure is not kept: it is thrown again, with its place, whenever somebody asks. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
