import type { EntryId, Sha256 } from './ids.ts';

/** What is taken out of a ticket for good. */
export type Redaction =
  | { kind: 'words'; words: string }
  | { kind: 'entry'; entry: EntryId }
  | { kind: 'attachments'; files: readonly { sha256: Sha256; filename: string }[] };

/** A file that is to be removed. */
export type Erasure = { kind: 'mail' | 'attachment' | 'sent'; sha256: Sha256 };

/** Stands where something was. */
export const removed = '[removed]';

/** A text without certain words; case and line breaks between them make no difference. */
export const withoutWords = (text: string, words: string): string => text.replace(patternOf(words), removed);

/** Whether they stand in it. */
export const hasWords = (text: string, words: string): boolean => patternOf(words).test(text);

function patternOf(words: string): RegExp {
  const parts = words.split(/\s+/).filter((part) => part !== '');
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'giu');
}

/** A shorter line than this stands elsewhere by chance. */
const telling = 12;

/** A text without the lines of others, quoted or not. */
export function withoutLines(text: string, others: readonly string[]): string {
  const lines = new Set(others.flatMap((one) => one.split('\n')).map((line) => line.trim()));
  const isTheirs = (line: string): boolean => line.length >= telling && lines.has(line);
  return text
    .split('\n')
    .map((line) => (isTheirs(line.replace(/^[>\s]+/, '').trim()) ? removed : line))
    .join('\n');
}
