import Handlebars from 'handlebars';
import type { MailColours } from '../../../domain/brand.ts';
import type { Part } from '../../../domain/saying.ts';
import type { Processes } from '../processes/processes.ts';
import { type Teller, teller } from '../processes/teller.ts';
import { layOut, layOutWithin } from '../prose/lay-out.ts';
import { htmlLook, textLook } from '../prose/looks.ts';
import type { Form } from '../prose/mark-blocks.ts';
import { marks } from '../prose/marks.ts';
import { TemplateError } from '../template-error.ts';
import type { TemplateFiles } from '../template-files.ts';
import { printSaying, type Reader } from '../words/print-saying.ts';
import { saysOf } from '../words/says.ts';
import { wordsOf } from '../words/words.ts';
import { blocksOf, layoutPiece, pieceOf } from './blocks.ts';
import { colouredCss, inColours } from './colours.ts';
import { compilePiece, type Environment, type Fill } from './compile-piece.ts';
import { helpersFor } from './helpers.ts';
import { once } from './once.ts';
import { type Piece, splitTemplate } from './split-template.ts';

type Kind = 'text' | 'html';

/** One template in one language, ready to be filled. `title` is of the kind that its mail is. */
export type Compiled = { front: ReadonlyMap<string, Fill>; title: Record<Kind, Fill> | null; text: Fill; html: Fill };

/** One language: its templates, the layout, and the building blocks both may use. Compiled when first needed, then kept. */
export type LanguageSet = {
  /** @throws {TemplateError} */
  template(name: string): Compiled;
  /** @throws {TemplateError} */
  layout(kind: Kind): Fill;
  /** A sentence in this language, as plain text. */
  print(said: Part): string;
  /** What an HTML mail calls itself, at its head. */
  heading(words: string): string;
  /** @throws {TemplateError} of any building block, used or not */
  compileAll(): void;
};

/** Prepares a language; partials and words it lacks are taken from English. */
export function languageSet(files: TemplateFiles, processes: Processes, language: string, colours: MailColours): LanguageSet {
  const css = colouredCss(files.get('_layout/styles.css')?.content ?? '', colours);
  const blocks = blocksOf(files, language);
  const look = { text: textLook, html: htmlLook(css) };
  const speech = speechOf(files, processes, language);
  const tellerOf = (kind: Kind): Teller => teller(processes, { ...speech, kind }, (piece) => compile(kind, piece, 'prose'));
  const envs = { text: environment('text', speech, tellerOf('text')), html: environment('html', speech, tellerOf('html')) };
  const formOf = (name: string): Form => blocks.get(name)?.().form ?? 'raw';
  const compile: Compile = (kind, piece, form) => compilePiece(envs[kind], piece, kind, { form, formOf, css });

  const fills = [...blocks].flatMap(([name, parts]) =>
    kinds.map((kind) => {
      const fill = once(() => compile(kind, pieceOf(parts(), kind), parts().form));
      envs[kind].registerPartial(name, (data, options) => fill()(data, options));
      return fill;
    }),
  );
  const finish: Finish = {
    body: (kind, piece, form) => {
      const fill = compile(kind, piece, form);
      const { open, close } = marks.block;
      return (data) => layOut(form === 'prose' ? fill(data) : `${open}${fill(data)}${close}`, look[kind]);
    },
    line: (kind, piece) => {
      const fill = compile(kind, piece, 'prose');
      return (data) => layOutWithin(fill(data), look[kind]);
    },
  };

  const compiled = new Map<string, Compiled>();
  const layouts = {
    text: once(() => compile('text', layoutPiece(files, '_layout/layout.txt.hbs'), 'raw')),
    html: once(() => compile('html', inColours(layoutPiece(files, '_layout/layout.hbs'), colours), 'raw')),
  };
  return {
    template: (name) => compiled.get(name) ?? keep(compiled, name, compileTemplate(files, `${language}/${name}.hbs`, finish)),
    layout: (kind) => layouts[kind](),
    print: (said) => printSaying(said, { ...speech, kind: 'text' }),
    heading: look.html.title,
    compileAll: () => fills.forEach((fill) => void fill()),
  };
}

const kinds: readonly Kind[] = ['text', 'html'];

type Compile = (kind: Kind, piece: Piece, form: Form) => Fill;
/** From a compiled piece to what stands in the mail. */
type Finish = { body: Compile; line(kind: Kind, piece: Piece): Fill };

/** The words of a language, read once for both parts of its mails, and only when a mail asks for one. */
function speechOf(files: TemplateFiles, processes: Processes, language: string): Omit<Reader, 'kind'> {
  const words = once(() => wordsOf(files, language));
  const says = once(() => saysOf(files, language));
  const labels: Reader['labels'] = (label) => processes.labelOf(label, language);
  return { language, words: (table, key) => words()(table, key), says: (english) => says()(english), labels };
}

function environment(kind: Kind, speech: Omit<Reader, 'kind'>, tell: Teller): Environment {
  const env = Handlebars.create();
  for (const name of Object.keys(env.helpers)) if (['log', 'lookup'].includes(name)) env.unregisterHelper(name);
  env.registerHelper(helpersFor({ ...speech, kind }, tell, (markup) => new env.SafeString(markup)));
  return env;
}

function compileTemplate(files: TemplateFiles, key: string, finish: Finish): Compiled {
  const { file, content } = files.get(key) ?? { file: key, content: '' };
  const { front, form, text, html } = splitTemplate(file, content);
  if (!front.has('subject')) throw new TemplateError({ file, line: 1, column: 1 }, 'front matter: expected  subject: "…"');
  const title = front.get('title');
  return {
    front: new Map([...front].map(([field, piece]) => [field, finish.line('text', piece)])),
    title: title === undefined ? null : { text: finish.line('text', title), html: finish.line('html', title) },
    text: finish.body('text', text, form),
    html: finish.body('html', html, form),
  };
}

function keep<T>(kept: Map<string, T>, name: string, value: T): T {
  kept.set(name, value);
  return value;
}
