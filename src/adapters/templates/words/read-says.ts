import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** A line of a catalogue: the English sentence and its words in the catalogue's language, '' where it has none. */
export type SaysEntry = { english: string; words: string; line: number; column: number };

type Catalogue = { entries: readonly SaysEntry[]; fault: { line: number; column: number; message: string } | null };

/** A table of  "English sentence": "its translation". */
export function readSays(content: string): Catalogue {
  const counter = new LineCounter();
  const doc = parseDocument(content, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [broken] = doc.errors;
  if (broken !== undefined) return { entries: [], fault: { ...at(broken.pos[0]), message: broken.message } };
  if (doc.contents === null) return { entries: [], fault: null };
  if (!isMap(doc.contents)) return { entries: [], fault: { ...at(0), message: 'expected lines like  "English": "translation"' } };
  const entries = doc.contents.items.flatMap(({ key, value }): SaysEntry[] => {
    if (!isScalar(key)) return [];
    const words = isScalar(value) && value.value !== null ? String(value.value) : '';
    return [{ english: String(key.value), words, ...at(key.range?.[0] ?? 0) }];
  });
  return { entries, fault: null };
}
