import Handlebars from 'handlebars';
import { type Label, type Part, printed } from '../../../domain/saying.ts';
import { marks } from '../prose/marks.ts';
import type { Words } from './words.ts';

/** A sentence in the language of a mail; its English words where that has none. */
export type Says = (english: string) => string;

/** Whom a mail is for, and how it is written down. */
export type Reader = { language: string; kind: 'text' | 'html'; words: Words; says: Says; labels: (label: Label) => string };

/**
 * Prints what the domain says. In HTML it is escaped, and what goes into a gap keeps its own direction; words between
 * backticks are code.
 *
 * @param said from the outbox: a saying, or the plain text that older rows hold
 */
export function printSaying(said: unknown, { kind, says, words, labels }: Reader): string {
  const { inWords, text } = forms[kind];
  const sentence = (english: string): string => inWords(says(english)).replace(/`([^`]*)`/g, `${marks.code}$1${marks.code}`);
  return printed(asPart(said), {
    sentence,
    text,
    value: (value) => text(words('value', value)),
    label: (label) => text(labels(label)),
  });
}

const asItIs = (text: string): string => text;
const forms = {
  text: { inWords: asItIs, text: asItIs },
  html: {
    inWords: (text: string): string => text.replace(/[&<>]/g, Handlebars.escapeExpression),
    text: (text: string): string => `<bdi>${Handlebars.escapeExpression(text)}</bdi>`,
  },
};

/** Nothing is taken for granted of what a row holds. */
function asPart(value: unknown): Part {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return '';
  if ('value' in value) return typeof value.value === 'string' ? { value: value.value } : '';
  if ('label' in value && 'process' in value) {
    const { label, process } = value;
    return typeof label === 'string' && typeof process === 'string' ? { label, process } : '';
  }
  if (!('say' in value) || !('of' in value)) return '';
  const { say, of } = value;
  return typeof say === 'string' && Array.isArray(of) ? { say, of: of.map(asPart) } : '';
}
