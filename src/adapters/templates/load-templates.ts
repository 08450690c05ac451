import { type Brand, mailColours, plainBrand } from '../../domain/brand.ts';
import type { Part } from '../../domain/saying.ts';
import type { ProcessWords } from '../../domain/workflow/process-words.ts';
import type { Workflow } from '../../domain/workflow/workflow.ts';
import { checkTemplates, type TemplateComplaint } from './check-templates.ts';
import { type LanguageSet, languageSet } from './compile/language-set.ts';
import { fillTemplate, type RenderedMail, type Said } from './fill-template.ts';
import { checkProcesses } from './processes/check-processes.ts';
import { processesOf } from './processes/processes.ts';
import { TemplateError } from './template-error.ts';
import { readTemplateFiles, type TemplateFiles } from './template-files.ts';
import { type Words, wordsOf } from './words/words.ts';

export type Templates = {
  /**
   * Fills a template, in the nearest language that has it: the one asked for, its base (`pt` for `pt-BR`), the desk's, English.
   * `data` is `TemplateData[name]`; it comes from the outbox and is trusted for nothing, not even its shape.
   *
   * @throws {TemplateError} and nothing else
   */
  render(name: string, language: string, data: Readonly<Record<string, unknown>>): RenderedMail;
  /**
   * Fills several templates into one mail, the first giving it its subject.
   *
   * @throws {TemplateError} and nothing else
   */
  renderTogether(language: string, mails: readonly [Filling, ...Filling[]]): RenderedMail;
  /** A sentence of the domain in a language, as plain text. */
  print(said: Part, language: string): string;
  /** A word of the desk's own by its table and key, in the nearest language. */
  word(language: string, table: string, key: string): string;
  /** What people read in place of the names of processes. */
  readonly processes: ProcessWords;
  /**
   * Compiles everything and fills it with sample data; `languages` are those the desk's people and customers read, `workflows`
   * the processes whose words must be there.
   */
  check(languages: readonly string[], workflows?: readonly Workflow[]): readonly TemplateComplaint[];
};

/** A template and what it is told. */
export type Filling = { name: string; data: Readonly<Record<string, unknown>> };

export type TemplateSources = { shippedDir: string; overrideDir: string | null; deskLanguage: string; brand?: Brand };

/**
 * Reads every template file at once; each is compiled when first used.
 *
 * @throws where a directory or file cannot be read
 */
export async function loadTemplates(sources: TemplateSources): Promise<Templates> {
  const files = await readTemplateFiles(sources);
  const brand = sources.brand ?? plainBrand('');
  const colours = mailColours(brand.colour);
  const processes = processesOf(files, sources.deskLanguage);
  const sets = new Map<string, LanguageSet>();
  const setOf = (language: string): LanguageSet => {
    const set = sets.get(language) ?? languageSet(files, processes, language, colours);
    sets.set(language, set);
    return set;
  };
  const words = new Map<string, Words>();
  const wordsIn = (language: string): Words => {
    const found = words.get(language) ?? wordsOf(files, language);
    words.set(language, found);
    return found;
  };
  const renderTogether: Templates['renderTogether'] = (language, [first, ...others]) => {
    const found = nearestLanguage(files, first.name, language, sources.deskLanguage);
    const said = ({ name, data }: Filling): Said => {
      const set = setOf(nearestLanguage(files, name, language, sources.deskLanguage));
      return { set, name, data };
    };
    return fillTemplate(found, brand, [said(first), ...others.map(said)]);
  };
  return {
    render: (name, language, data) => renderTogether(language, [{ name, data }]),
    renderTogether,
    print: (said, language) => setOf(language).print(said),
    word: (language, table, key) => wordsIn(language)(table, key),
    processes,
    check: (languages, workflows = []) => [
      ...checkTemplates(files, [sources.deskLanguage, ...languages], setOf, brand),
      ...checkProcesses(processes, [sources.deskLanguage, ...languages], workflows),
    ],
  };
}

function nearestLanguage(files: TemplateFiles, name: string, language: string, deskLanguage: string): string {
  const order = [language, baseOf(language), deskLanguage, baseOf(deskLanguage), 'en'];
  const found = order.find((candidate) => files.has(`${candidate}/${name}.hbs`));
  if (found === undefined || name.startsWith('_'))
    throw new TemplateError({ file: `en/${name}.hbs`, line: 1, column: 1 }, 'there is no such template in any language');
  return found;
}

const baseOf = (language: string): string => language.split('-', 1)[0] ?? language;
