import type { Fill } from '../compile/compile-piece.ts';
import type { Piece } from '../compile/split-template.ts';
import { printSaying, type Reader } from '../words/print-saying.ts';
import type { Processes } from './processes.ts';

/** Gives the title or the text of what a step says, as prose that is still to be laid out; '' where there is none. */
export type Teller = (step: unknown, part: string) => string;

/**
 * Fills the words of a process for one reader.
 *
 * @param compile in the reader's language and kind of mail; each piece is compiled once
 */
export function teller(processes: Processes, reader: Reader, compile: (piece: Piece) => Fill): Teller {
  const fills = new Map<Piece, Fill>();
  return (step, part) => {
    if (!isStep(step)) return '';
    const piece = pieceFor(processes, step, part, reader.language);
    if (piece === null) return '';
    const fill = fills.get(piece) ?? compile(piece);
    fills.set(piece, fill);
    return fill(inPlainWords(withEveryField(step.values, piece), { ...reader, kind: 'text' })).trim();
  };
}

type Step = { process: string; text: string; values: Readonly<Record<string, unknown>> };

/** It comes from the outbox: not even its shape is taken for granted. */
const isStep = (step: unknown): step is Step =>
  isRecord(step) && typeof step['process'] === 'string' && typeof step['text'] === 'string' && isRecord(step['values']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** A text that has no title may stand by itself: `texts.welcome: "…"`. */
function pieceFor(processes: Processes, { process, text }: Step, part: string, language: string): Piece | null {
  const paths = part === 'title' ? [`${text}.title`] : [`${text}.text`, `${text}.question`, text];
  return paths.map((path) => processes.find(process, path, language)).find((leaf) => leaf !== null)?.piece ?? null;
}

/** A ticket may follow a process of before, which had no such field: texts are today's. */
function withEveryField(values: Readonly<Record<string, unknown>>, { source }: Piece): Readonly<Record<string, unknown>> {
  const missing = [...source.matchAll(/\b(fields|whole)\.([\p{L}\p{N}_-]+)/gu)].map(([, , name = '']) => [name, '']);
  const none: Readonly<Record<string, unknown>> = Object.fromEntries(missing);
  const given = (name: 'fields' | 'whole') => ({ ...none, ...(isRecord(values[name]) ? values[name] : {}) });
  return { ...values, fields: given('fields'), whole: given('whole') };
}

/** Labels and sayings become words here, so that a text may name them like anything else. */
const inPlainWords = (values: Readonly<Record<string, unknown>>, reader: Reader): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isTable(name, value) ? inPlainWords(value, reader) : plain(value, reader),
    ]),
  );

/** What a process declares may be called anything, `value` too. */
const isTable = (name: string, value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && (name === 'fields' || name === 'whole' || !('say' in value || 'value' in value || 'label' in value));

const plain = (value: unknown, reader: Reader): unknown => (isRecord(value) ? printSaying(value, reader) : value);
