import type { DeskSettings } from '../settings.ts';
import { aroundTag, titleOf, withoutPrefixes } from './subject-tag.ts';

export type ChangedSubject = {
  subject: string;
  title: string;
  /** Of every mail the ticket had before. */
  earlier: readonly string[];
  /** Whether an associate has answered yet: until then the desk's own words may stand behind the tag. */
  answered: boolean;
};

/**
 * The new title of a reply that carries none the ticket ever had, '' where it is an old one. Somebody took an old mail to
 * write of a new matter: it joins, and a person is asked whether it should stand alone.
 */
export function changedSubject(
  { subject, title, earlier, answered }: ChangedSubject,
  { prefix, foreignTags }: Pick<DeskSettings, 'prefix' | 'foreignTags'>,
): string {
  const bare = (text: string): string => withoutForeign(titleOf(withoutForeign(text, foreignTags), prefix), foreignTags);
  const now = bare(subject);
  if (now === '' || now === '(no subject)') return '';
  // The short acknowledgement words its own subject, which no mail of the ticket shows.
  if (!answered && aroundTag(subject, prefix) !== null) return '';
  return [title, ...earlier].some((one) => isSame(plain(bare(one)), plain(now))) ? '' : now;
}

/** `[EXTERNAL]`, and other systems' numbers, wherever they stand. */
function withoutForeign(subject: string, foreignTags: readonly string[]): string {
  const foreign = new Set(foreignTags.map((tag) => tag.toLowerCase()));
  const isForeign = (inner: string): boolean =>
    foreign.has(inner.trim().toLowerCase()) || /^[A-Z][A-Z0-9]*-\d+$/i.test(inner.trim());
  const kept = withoutPrefixes(subject).replace(/\[([^[\]]*)\]/g, (tag, inner: string) => (isForeign(inner) ? ' ' : tag));
  const warned = foreignTags.reduce(
    (text, tag) => (text.toLowerCase().startsWith(`${tag.toLowerCase()}:`) ? text.slice(tag.length + 1) : text),
    kept.trim(),
  );
  return withoutPrefixes(warned).replace(/\s+/g, ' ').trim();
}

/** Clients cut long subjects, gateways add to them. */
const shortest = 12;
const isSame = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= shortest && (one.includes(other) || other.includes(one)));

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
