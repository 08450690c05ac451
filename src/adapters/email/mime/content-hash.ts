import { createHash } from 'node:crypto';
import { type Sha256, sha256 } from '../../../domain/ids.ts';
import type { Header } from '../../../domain/mail.ts';
import { decodeWords } from './words.ts';

/** Fields that a mail keeps on every way; the others are marks of the way. */
const kept = ['from', 'to', 'cc', 'subject', 'date', 'message-id'];

/** The hash that decides doubles: the same mail over another relay, or with other line ends, has the same (F-36). */
export function contentHash(headers: readonly Header[], bodies: readonly string[], files: readonly string[]): Sha256 {
  const hash = createHash('sha256');
  const add = (label: string, value: string): void => void hash.update(`${label}:${Buffer.byteLength(value)}:${value}\n`);
  for (const name of kept)
    for (const header of headers) if (header.name === name) add(name, decodeWords(header.value).replace(/\s+/g, ' ').trim());
  // Blanks at the end come and go on the way.
  for (const body of bodies) add('body', body.replace(/\r\n?/g, '\n').trimEnd());
  for (const file of files) add('file', file);
  return sha256(hash.digest('hex'));
}
