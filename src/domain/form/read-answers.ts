import type { Here } from '../decide/grammar/when.ts';
import { attributionAt } from '../visible-text/attribution.ts';
import { isSignatureAt } from '../visible-text/signature.ts';
import { isClosing, withoutTail } from '../visible-text/tail.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import { readValue } from './read-value.ts';

/** What a mail answers of a questionnaire. */
export type Answers = {
  /** By field, ready to be kept. */
  values: Readonly<Record<string, string>>;
  /** By field: answered, but in words that only a person can weigh. */
  prose: Readonly<Record<string, string>>;
  /** Fields whose question has no answer, optional ones left out. */
  missing: readonly string[];
};

/**
 * Reads answers out of a reply, however its writer put them: between the quoted questions, behind a quoted question in its own
 * line, as numbered lines above the quote; a questionnaire of one question is answered by whatever they write.
 *
 * @param text the whole mail, quoted lines with their `>`
 * @param visible the same without what is quoted
 */
export function readAnswers({ questions }: Questionnaire, text: string, visible: string, here: Here): Answers {
  const found = answered(questions, text.split(/\r?\n/));
  const only = questions.length === 1 && found.size === 0 ? visible.trim() : '';
  if (only !== '') found.set(0, only);
  const values: Record<string, string> = {};
  const prose: Record<string, string> = {};
  const missing: string[] = [];
  questions.forEach(({ field, answer, optional }, at) => {
    const said = found.get(at) ?? '';
    const value = said === '' ? null : readValue(said, answer, here);
    if (value !== null) values[field] = value;
    else if (said !== '') prose[field] = said;
    else if (!optional) missing.push(field);
  });
  return { values, prose, missing };
}

/** By the question's place: the words of its answer. Of two answers the first counts; it stands further up. */
function answered(questions: readonly Question[], lines: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  let current: Open | null = null;
  const end = () => {
    const said = current === null ? '' : ownWords(current.said);
    if (current !== null && said !== '' && !found.has(current.at)) found.set(current.at, said);
    current = null;
  };
  for (const [at, line] of lines.entries()) {
    const { depth, body } = unquoted(line);
    if (depth === 0 && isSignatureAt(lines, at)) break;
    if (depth === 0 && current !== null && attributionAt(lines, at).lines > 0) end();
    const start = questionAt(questions, body, depth);
    if (start !== null) {
      end();
      current = start;
    } else if (current !== null) current = goOn(current, depth, body);
  }
  end();
  return found;
}

type Open = { at: number; rest: string; said: string[] };

/** The rest of a question that was broken over lines is passed over; quoted lines are options, or empty. */
function goOn(open: Open, depth: number, body: string): Open {
  const words = plain(body);
  if (open.rest !== '' && words !== '' && open.rest.startsWith(words))
    return { ...open, rest: open.rest.slice(words.length).trim() };
  if (open.rest !== '' && words.startsWith(open.rest))
    return { ...open, rest: '', said: [...open.said, tailOf(body, open.rest)] };
  return depth > 0 ? open : { ...open, said: [...open.said, body] };
}

/** `2. Since when?`, quoted or not, in whichever language it was asked; or `2. Since Monday`, which answers it. */
function questionAt(questions: readonly Question[], body: string, depth: number): Open | null {
  const [, number, rest = ''] = /^\s*(\d{1,2})\s*[.):]\s*(.*)$/.exec(body) ?? [];
  const at = Number(number) - 1;
  const question = questions[at];
  if (number === undefined || question === undefined) return null;
  const words = plain(rest);
  const asked = Object.values(question.ask).map(plain);
  const whole = asked.find((one) => words.startsWith(one));
  if (whole !== undefined) return { at, rest: '', said: [tailOf(rest, whole)] };
  const begun = words === '' ? undefined : asked.find((one) => one.startsWith(words));
  if (begun !== undefined) return { at, rest: begun.slice(words.length).trim(), said: [] };
  return depth > 0 ? null : { at, rest: '', said: [rest] };
}

/** What stands behind a question in its line. */
function tailOf(body: string, question: string): string {
  for (let length = question.length; length <= body.length; length++)
    if (plain(body.slice(0, length)) === question) return body.slice(length).replace(/^[\s:–—-]+/, '');
  return '';
}

function unquoted(line: string): { depth: number; body: string } {
  const marks = /^(?: ?>)+/.exec(line)?.[0] ?? '';
  return { depth: marks.replace(/[^>]/g, '').length, body: line.slice(marks.length).trim() };
}

/** Without the greeting and the name under it, when only they follow. */
function ownWords(lines: readonly string[]): string {
  const own = withoutTail(lines);
  const bye = own.findLastIndex(isClosing);
  return (bye > 0 && own.length - bye <= 3 ? own.slice(0, bye) : own).join('\n').trim();
}

const plain = (text: string): string => text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
