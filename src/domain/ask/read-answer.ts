import { type Choice, timesChosen } from '../calendar/choose-time.ts';
import type { AskId } from '../ids.ts';
import type { AnswerWord } from '../workflow/workflow.ts';
import { bareLine, isNo, type Meant, meantBy } from './answer-words.ts';

/** A question that waits for the writer of a mail; `ends`: a yes ends the ticket; `choice`: a yes says which of these times. */
export type Waiting = { id: AskId; answers: readonly AnswerWord[]; ends: boolean; choice?: Choice | null };

/** `value`: the figure of a rating, the numbers of the times that suit, '' for all else; `words`: what they say beside it. */
export type Said = { ask: AskId; answer: AnswerWord; value: string; words: string };

/**
 * The answers that a text gives to questions that wait for its writer: lines that are exactly a word for one, from the first on.
 * Nothing where the first line is anything else: then it is a comment, whatever stands below.
 *
 * @param text without quotes and signature
 * @param asks all that wait for the writer
 * @param addressed those that the mail answers by its address or by the mail it replies to; none: it may mean the only one
 */
export function readAnswers(text: string, asks: readonly Waiting[], addressed: readonly AskId[]): readonly Said[] {
  const lines = text.split(/\r?\n/);
  const meant = asks.filter(({ id }) => addressed.includes(id));
  const first = firstOf(lines, addressed.length > 0 ? meant : asks.length === 1 ? asks : []);
  if (first === null) return [];
  const given = [first, ...furtherOf(lines.slice(first.at + 1), first.at + 1, asks, first.said.ask)];
  const last = given.at(-1) ?? first;
  const reason = [
    first.reason,
    lines
      .slice(last.at + 1)
      .join('\n')
      .trim(),
  ]
    .filter((one) => one !== '')
    .join('\n');
  return given.map(({ said }) => ({ ...said, words: reason }));
}

/**
 * What stands below an answer and answers questions that only that answer put: in words that fit one of them and could not be
 * meant otherwise, each in a line of its own. A bare yes is none.
 */
export const readFurther = (text: string, asks: readonly Waiting[]): readonly Said[] =>
  furtherOf(text.split(/\r?\n/), 0, asks, null).map(({ said }) => ({ ...said, words: '' }));

/** Where a line stands that is an answer, and what else it says. */
type Found = { at: number; said: Omit<Said, 'words'>; reason: string };

function firstOf(lines: readonly string[], meant: readonly Waiting[]): Found | null {
  const at = lines.findIndex((line) => line.trim() !== '');
  if (at < 0) return null;
  const line = lines[at] ?? '';
  const found = meant.flatMap((ask) => answerIn(line, at, ask, meant.length === 1) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function answerIn(line: string, at: number, ask: Waiting, certain: boolean): Found | null {
  const isFit = (one: Meant | null): one is Meant => one !== null && (certain || !one.plain);
  const rated = ratingIn(line, ask);
  if (rated !== '') return { at, said: { ask: ask.id, answer: 'rate', value: rated }, reason: '' };
  const chosen = certain && ask.answers.includes('accept') ? chosenIn(line, ask) : '';
  if (chosen !== '') return { at, said: { ask: ask.id, answer: 'accept', value: chosen }, reason: '' };
  const whole = meantBy(line, ask.answers, ask.ends);
  if (isFit(whole) && !(whole.answer === 'accept' && ask.choice))
    return { at, said: { ask: ask.id, answer: whole.answer, value: '' }, reason: '' };
  const [, head = '', reason = ''] = /^([^:,;–—]{1,40})(?::|,|;|\s[–—-])\s*(\S.*)$/.exec(line) ?? [];
  const before = meantBy(head, ask.answers, ask.ends);
  if (!isFit(before) || before.plain || !isNo(before.answer)) return null;
  return { at, said: { ask: ask.id, answer: before.answer, value: '' }, reason };
}

/** One tap gives a figure; a word beside it is a comment, and no figure of a sentence counts. */
const ratingIn = (line: string, { answers }: Waiting): string =>
  answers.includes('rate') ? (/^([1-5])(?:\s*\/\s*5)?$/.exec(bareLine(line))?.[1] ?? '') : '';

/** Of several times: which. */
const chosenIn = (line: string, { choice }: Waiting): string =>
  choice === null || choice === undefined ? '' : timesChosen(line, choice).join(' ');

/** Right below the first, one a line, each to another question and in words that fit no second one. */
function furtherOf(lines: readonly string[], from: number, asks: readonly Waiting[], first: AskId | null): Found[] {
  const found: Found[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const open = asks.filter(({ id }) => id !== first && !found.some(({ said }) => said.ask === id));
    const fits = open.flatMap((ask) => answerIn(line, from + index, ask, false) ?? []);
    const [only] = fits;
    if (only === undefined || fits.length > 1) break;
    found.push(only);
  }
  return found;
}
