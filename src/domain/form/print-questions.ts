import { letterOf, type Questionnaire, textIn } from './questionnaire.ts';

/** A question as a mail shows it; its number stays the same when only some are asked again. */
export type PrintedQuestion = {
  number: number;
  ask: string;
  options: readonly { letter: string; label: string }[];
  answer: 'text' | 'number' | 'date' | 'yes-no' | 'choice';
  optional: boolean;
};

/** The questions in a language: all, or those whose answers are still missing. */
export const printQuestions = (
  { questions }: Questionnaire,
  language: string,
  missing: readonly string[] | null = null,
): PrintedQuestion[] =>
  questions.flatMap(({ field, ask, answer, optional }, at) => {
    if (missing !== null && !missing.includes(field)) return [];
    const options = answer.kind === 'choice' ? answer.options : [];
    const printed = options.map(({ label }, place) => ({ letter: letterOf(place), label: textIn(label, language) }));
    return [{ number: at + 1, ask: textIn(ask, language), options: printed, answer: answer.kind, optional }];
  });
