import type { TemplateName } from '../../domain/answer/template-data.ts';
import type { Brand } from '../../domain/brand.ts';
import { blocksOf, pieceOf } from './compile/blocks.ts';
import type { LanguageSet } from './compile/language-set.ts';
import { splitTemplate } from './compile/split-template.ts';
import { fillTemplate } from './fill-template.ts';
import { checkNames } from './names/check-names.ts';
import { shapeOf } from './names/shape.ts';
import { sampleNames, samples } from './samples/samples.ts';
import { TemplateError } from './template-error.ts';
import type { TemplateFiles } from './template-files.ts';
import { checkSays } from './words/check-says.ts';
import { checkWords } from './words/check-words.ts';

/** `error`: that mail could not go out. `gap`: it goes out in another language. `stray`: a file or a word that nothing uses. */
export type TemplateComplaint = { kind: 'error' | 'gap' | 'stray'; file: string; line: number; column: number; message: string };

/** Compiles all templates of all languages and fills each with every sample it has; names what is missing. */
export function checkTemplates(
  files: TemplateFiles,
  languages: readonly string[],
  setOf: (language: string) => LanguageSet,
  brand: Brand,
): readonly TemplateComplaint[] {
  const mails = [...files.keys()].filter((key) => key.endsWith('.hbs'));
  const present = [...new Set(mails.map((key) => key.slice(0, key.indexOf('/'))))].filter((folder) => folder !== '_layout');
  return [
    ...onceEach(present.flatMap((language) => brokenIn(files, language, setOf(language), brand))),
    ...gaps(files, new Set(['en', ...present, ...languages])),
    ...strays(files),
    ...present.flatMap((language) => checkWords(files, language)),
    ...checkSays(files, [...present, ...languages]),
  ];
}

function brokenIn(files: TemplateFiles, language: string, set: LanguageSet, brand: Brand): TemplateComplaint[] {
  const broken = complaintOf(set.compileAll);
  const blocks = blocksOf(files, language);
  const names = sampleNames.filter((name) => files.has(`${language}/${name}.hbs`));
  const mails = names.flatMap((name) => {
    const fills = samples[name].map((data) => () => void fillTemplate(language, brand, [{ set, name, data }]));
    const steps = [
      () => complaintOf(() => void set.template(name)),
      () => (broken.length > 0 ? [] : wrongNames(files, blocks, language, name).map(asComplaint)),
      () => fills.flatMap(complaintOf),
    ];
    return firstOf(steps);
  });
  return [...broken, ...mails];
}

/** What is wrong in English is wrong again in each language that falls back on it. */
const onceEach = (complaints: readonly TemplateComplaint[]): TemplateComplaint[] => [
  ...new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint])).values(),
];

/** What the first step that finds anything finds: what comes after would say the same less well. */
function firstOf(steps: readonly (() => TemplateComplaint[])[]): TemplateComplaint[] {
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found;
  }
  return [];
}

/** Names that Handlebars would pass over: behind a condition that no sample meets, among what a helper is given. */
function wrongNames(
  files: TemplateFiles,
  blocks: ReturnType<typeof blocksOf>,
  language: string,
  name: TemplateName,
): TemplateError[] {
  const { file, content } = files.get(`${language}/${name}.hbs`) ?? { file: name, content: '' };
  const { front, text, html } = splitTemplate(file, content);
  const given = shapeOf(samples[name]);
  const pieces = [...[...front.values(), text].map((piece) => [piece, 'text'] as const), [html, 'html'] as const];
  return pieces.flatMap(([piece, kind]) =>
    checkNames(piece, given, new Map([...blocks].map(([called, block]) => [called, () => pieceOf(block(), kind)]))),
  );
}

const asComplaint = ({ file, line, column, problem }: TemplateError): TemplateComplaint => ({
  kind: 'error',
  ...{ file, line, column, message: problem },
});

function complaintOf(attempt: () => void): TemplateComplaint[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return [asComplaint(error)];
  }
}

/** A language that has nothing at all is one complaint, not one for each template. */
function gaps(files: TemplateFiles, languages: ReadonlySet<string>): TemplateComplaint[] {
  return [...languages].flatMap((language) => {
    const missing = sampleNames.filter((name) => !files.has(`${language}/${name}.hbs`));
    if (missing.length === 0) return [];
    const what = missing.length === sampleNames.length ? 'all templates' : missing.join(', ');
    const kind = language === 'en' ? 'error' : 'gap';
    const message = `missing in "${language}": ${what}; ${kind === 'gap' ? 'those mails go out in the desk’s language or in English' : 'English must have all'}`;
    return [{ kind, file: `${language}/`, line: 1, column: 1, message } as const];
  });
}

/** A misspelt override would otherwise silently do nothing. */
function strays(files: TemplateFiles): TemplateComplaint[] {
  return [...files].flatMap(([key, { file }]): TemplateComplaint[] => {
    const [folder = '', name = ''] = key.split('/');
    if (
      folder === '_layout' ||
      name.startsWith('_') ||
      !name.endsWith('.hbs') ||
      sampleNames.some((known) => `${known}.hbs` === name)
    )
      return [];
    return [{ kind: 'stray', file, line: 1, column: 1, message: `no mail is named so; the names are ${sampleNames.join(', ')}` }];
  });
}
