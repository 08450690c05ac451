import { bareName, type Label } from '../../../domain/saying.ts';
import type { ProcessWords } from '../../../domain/workflow/process-words.ts';
import { once } from '../compile/once.ts';
import type { TemplateFiles } from '../template-files.ts';
import { wordsOf } from '../words/words.ts';
import { type Leaf, type ProcessFile, readProcess } from './read-process.ts';

/** The language files of all processes. */
export type Processes = ProcessWords & {
  /** Words at a place, in the nearest language that has them: the one asked for, its base, the desk's, English. */
  find(process: string, path: string, language: string): Leaf | null;
  /** Every file as it stands, an admin's own and the shipped one below it apart. */
  readonly files: ReadonlyMap<string, readonly ProcessFile[]>;
};

/** Reads them when the first words are asked for. A mistake counts for nothing: those words come from the next file. */
export function processesOf(templates: TemplateFiles, deskLanguage: string): Processes {
  const files = once(
    () => new Map([...templates].flatMap(([key, file]) => (isProcess(key) ? [[key, layers(file)] as const] : []))),
  );
  const words = new Map<string, ReturnType<typeof wordsOf>>();
  const common = (language: string, table: string, key: string): string => {
    const known = words.get(language) ?? wordsOf(templates, language);
    words.set(language, known);
    return known(table, key);
  };
  const find: Processes['find'] = (process, path, language) => {
    for (const one of nearestFirst(language, deskLanguage))
      for (const { leaves } of files().get(`${one}/workflows/${process}.yaml`) ?? []) {
        const leaf = leaves.get(path);
        if (leaf !== undefined) return leaf;
      }
    return null;
  };
  const labelOf: Processes['labelOf'] = (label, language) =>
    placesOf(label)
      .map((place) => find(label.process, place, language)?.piece.source)
      .find((words) => words !== undefined) ??
    onButtons(label.label, (key) => common(language, 'label', key)) ??
    verbLabel(label.label, typedIn(label, language)) ??
    common(language, tableOf(label), bareName(label));
  const typedIn = ({ process, label }: Label, language: string): readonly string[] =>
    find(process, label.split('.').slice(0, 2).concat('names').join('.'), language)?.names ?? [];
  return {
    get files() {
      return files();
    },
    find,
    labelOf,
    spellingsOf: (label) => languagesIn(files()).map((language) => labelOf(label, language)),
    namesOf: (process, verb) =>
      Object.fromEntries(
        languagesIn(files()).map((language) => [language, ownNames(files(), `${language}/workflows/${process}.yaml`, verb)]),
      ),
  };
}

/** Whether a file of the templates is one of these: `en/workflows/quote-first.yaml`. */
export const isProcess = (key: string): boolean => /^[^/]+\/workflows\/[^/]+\.yaml$/.test(key);

export const nearestFirst = (language: string, deskLanguage: string): readonly string[] => [
  ...new Set([language, baseOf(language), deskLanguage, baseOf(deskLanguage), 'en']),
];

const baseOf = (language: string): string => language.split('-', 1)[0] ?? language;

/** An admin's own first. */
const layers = (file: Parameters<typeof readProcess>[0] & { under?: Parameters<typeof readProcess>[0] | undefined }) =>
  [file, ...(file.under === undefined ? [] : [file.under])].map(readProcess);

const languagesIn = (files: Processes['files']): string[] => [
  ...new Set([...files.keys()].map((key) => key.slice(0, key.indexOf('/')))),
];

const ownNames = (files: Processes['files'], key: string, verb: string): readonly string[] =>
  (files.get(key) ?? []).flatMap(({ leaves }) => leaves.get(`verbs.${verb}.names`)?.names ?? []);

/**
 * A checklist may name itself among its items; an answer is called alike wherever an ask has no words of its own for it; a
 * status may be that of the state.
 */
const placesOf = ({ label }: Label): string[] => [
  ...[label, `${label}.title`],
  ...(isAnswer(label) ? [`answers.${bareName({ label })}`] : []),
  ...(label.startsWith('statuses.') ? [label.replace('statuses.', 'states.')] : []),
];

/**
 * Words that every process shares stand in `words.yaml`: those of an answer, of a state as customers read it, and else among
 * the values.
 */
const tableOf = ({ label }: Label): string => {
  if (isAnswer(label)) return 'answers';
  return label.startsWith('statuses.') ? 'states' : 'value';
};

/** `asks.offer.answers.approve` */
const isAnswer = (label: string): boolean => /^asks\.[^.]+\.answers\./.test(label);

/** What the buttons of every ticket call a command: `verbs.exception.words.ask` is their `exception ask`. */
function onButtons(label: string, words: (key: string) => string): string | null {
  const [table, verb = '', part, word = ''] = label.split('.');
  if (table !== 'verbs' || part === 'help') return null;
  const key = part === 'words' ? `${verb} ${word}` : verb;
  const found = words(key);
  return found === key ? null : found;
}

/** A verb that has no words for its button is called as it is typed; its help may be missing. */
function verbLabel(label: string, typed: readonly string[]): string | null {
  const [table, verb = '', part, word = ''] = label.split('.');
  if (table !== 'verbs') return null;
  if (part === 'help') return '';
  const name = (typed[0] ?? verb).replaceAll('-', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${part === 'words' ? ` ${word}` : ''}`;
}
