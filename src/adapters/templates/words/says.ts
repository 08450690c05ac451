import type { TemplateFile, TemplateFiles } from '../template-files.ts';
import { byContent } from './by-content.ts';
import type { Says } from './print-saying.ts';
import { readSays, type SaysEntry } from './read-says.ts';

/**
 * The sentences of a language, from its `says.yaml`: an admin's own entries over the shipped ones. An entry with a mistake
 * counts for nothing: that sentence comes as shipped, or in English, and `check` tells.
 */
export function saysOf(files: TemplateFiles, language: string): Says {
  const words = translated(files, language);
  return (english) => words.get(english) ?? english;
}

/** The translations that a language has, its base's (`pt` for `pt-BR`) among them. */
export function translated(files: TemplateFiles, language: string): ReadonlyMap<string, string> {
  const [base = language] = language.split('-', 1);
  const entries = [...new Set([base, language])].flatMap((one) => layersOf(files, one).flatMap(entriesOf));
  return new Map(
    entries.filter((entry) => entry.words !== '' && !losesGaps(entry)).map(({ english, words }) => [english, words]),
  );
}

/** Every sentence that the domain can say, as the shipped English catalogue lists them. */
export const knownSentences = (files: TemplateFiles): readonly string[] =>
  layersOf(files, 'en')
    .slice(0, 1)
    .flatMap(entriesOf)
    .map(({ english }) => english);

/** The shipped catalogue first. */
export function layersOf(files: TemplateFiles, language: string): TemplateFile[] {
  const found = files.get(`${language}/says.yaml`);
  return found === undefined ? [] : [...(found.under === undefined ? [] : [found.under]), found];
}

const entriesOf = byContent(({ content }): readonly SaysEntry[] => readSays(content).entries);

/** Whether other gaps stand in the translation than in the sentence. */
export const losesGaps = ({ english, words }: Pick<SaysEntry, 'english' | 'words'>): boolean =>
  gapsIn(english).join() !== gapsIn(words).join();

/** Each once, in the order of their numbers. */
export const gapsIn = (words: string): string[] => [...new Set(words.match(/\{\d+\}/g))].toSorted();
