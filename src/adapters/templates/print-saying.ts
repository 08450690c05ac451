import Handlebars from 'handlebars';
import { type Part, printed } from '../../domain/saying.ts';
import { marks } from './prose/marks.ts';

/** A sentence in the language of a mail; its English words where that has none. */
export type Says = (english: string) => string;

/**
 * Prints what the domain says. In HTML it is escaped, and what goes into a gap keeps its own direction; words between
 * backticks are code.
 *
 * @param said from the outbox: a saying, or the plain text that older rows hold
 */
export function printSaying(said: unknown, says: Says, kind: 'text' | 'html'): string {
  const { words, value } = forms[kind];
  const sentence = (english: string): string => words(says(english)).replace(/`([^`]*)`/g, `${marks.code}$1${marks.code}`);
  return printed(asPart(said), { sentence, value });
}

const asItIs = (text: string): string => text;
const forms = {
  text: { words: asItIs, value: asItIs },
  html: {
    words: (text: string): string => text.replace(/[&<>]/g, Handlebars.escapeExpression),
    value: (text: string): string => `<bdi>${Handlebars.escapeExpression(text)}</bdi>`,
  },
};

/** Nothing is taken for granted of what a row holds. */
function asPart(value: unknown): Part {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null || !('say' in value) || !('of' in value)) return '';
  const { say, of } = value;
  return typeof say === 'string' && Array.isArray(of) ? { say, of: of.map(asPart) } : '';
}
