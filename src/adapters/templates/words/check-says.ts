import { nearest } from '../../../domain/nearest.ts';
import type { TemplateFile, TemplateFiles } from '../template-files.ts';
import { readSays, type SaysEntry } from './read-says.ts';
import { gapsIn, knownSentences, layersOf, losesGaps, translated } from './says.ts';

type Complaint = { kind: 'error' | 'gap'; file: string; line: number; column: number; message: string };

/** What is wrong in the catalogues of sentences, and which of them a language that is wanted has no words for. */
export function checkSays(files: TemplateFiles, languages: readonly string[]): Complaint[] {
  const known = knownSentences(files);
  const catalogues = [...files.keys()].filter((key) => key.endsWith('/says.yaml')).map((key) => key.slice(0, key.indexOf('/')));
  return [
    ...catalogues.flatMap((language) => layersOf(files, language).flatMap((file) => faultsIn(file, known))),
    ...[...new Set(languages)].flatMap((language) => missingIn(files, language, known)),
  ];
}

function faultsIn({ file, content }: TemplateFile, known: readonly string[]): Complaint[] {
  const { entries, fault } = readSays(content);
  if (fault !== null) return [{ kind: 'error', file, ...fault }];
  const sentences = new Set(known);
  return entries.flatMap((entry): Complaint[] => {
    const { line, column } = entry;
    const message = sentences.has(entry.english) ? wrongGaps(entry) : unknownSentence(entry.english, known);
    return message === '' ? [] : [{ kind: 'error', file, line, column, message }];
  });
}

function unknownSentence(english: string, known: readonly string[]): string {
  const [near] = nearest(english, known, 1);
  return `the desk never says "${english}"${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

/** '' where all is well. */
function wrongGaps(entry: SaysEntry): string {
  if (entry.words === '' || !losesGaps(entry)) return '';
  const [wanted, found] = [gapsIn(entry.english), gapsIn(entry.words)];
  return `expected the gaps ${wanted.join(' ') || '(none)'} of the English sentence, found ${found.join(' ') || 'none'}`;
}

function missingIn(files: TemplateFiles, language: string, known: readonly string[]): Complaint[] {
  if (/^en\b/.test(language)) return [];
  const words = translated(files, language);
  const missing = known.filter((english) => !words.has(english));
  const [first] = missing;
  if (first === undefined) return [];
  const message = `${missing.length} of ${known.length} sentences of the commands come in English; the first is "${first}"`;
  return [{ kind: 'gap', file: `${language}/says.yaml`, line: 1, column: 1, message }];
}
