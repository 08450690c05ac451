import type { Brand } from '../../domain/brand.ts';
import { checkSays } from './check-says.ts';
import { fillTemplate } from './fill-template.ts';
import type { LanguageSet } from './language-set.ts';
import { sampleNames, samples } from './samples.ts';
import { TemplateError } from './template-error.ts';
import type { TemplateFiles } from './template-files.ts';

/** `error`: that mail could not go out. `gap`: it goes out in another language. `stray`: a file that nothing uses. */
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
    ...present.flatMap((language) => brokenIn(files, language, setOf(language), brand)),
    ...gaps(files, new Set(['en', ...present, ...languages])),
    ...strays(files),
    ...checkSays(files, [...present, ...languages]),
  ];
}

function brokenIn(files: TemplateFiles, language: string, set: LanguageSet, brand: Brand): TemplateComplaint[] {
  const names = sampleNames.filter((name) => files.has(`${language}/${name}.hbs`));
  const tries = names.flatMap((name) =>
    samples[name].map((sample) => () => void fillTemplate(language, brand, [{ set, name, data: sample }])),
  );
  const found = [set.compileAll, ...tries].flatMap(complaintOf);
  return [...new Map(found.map((complaint) => [JSON.stringify(complaint), complaint])).values()];
}

function complaintOf(attempt: () => void): TemplateComplaint[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { file, line, column, problem } = error;
    return [{ kind: 'error', file, line, column, message: problem }];
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
