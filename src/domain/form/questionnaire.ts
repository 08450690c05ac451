import type { Guard } from '../workflow/workflow.ts';

/** Words by language (`en`, `es` …); English is always there. */
export type Texts = Readonly<Record<string, string>>;

/** Questions that are mailed together, and whose answers are read back into fields of the ticket. */
export type Questionnaire = {
  name: string;
  title: Texts;
  /** Types of ticket whose background it is. */
  types: readonly string[];
  /** What stands above the questions; null: the desk's usual words. */
  intro: Texts | null;
  /** In the order and under the numbers they are printed with, from 1. */
  questions: readonly Question[];
  /** The first whose answers hold names the level that is proposed. */
  levels: readonly { needs: Guard; level: string }[];
};

export type Question = {
  /** Of the ticket; its answer goes there. */
  field: string;
  ask: Texts;
  optional: boolean;
  answer: AnswerKind;
};

export type AnswerKind = { kind: 'text' | 'number' | 'date' | 'yes-no' } | { kind: 'choice'; options: readonly Option[] };

export type Option = { value: string; label: Texts };

/** A ready answer to a common question. `identity`: only for somebody whom a colleague made sure of. */
export type CannedAnswer = { name: string; title: Texts; text: Texts; identity: boolean };

/** What the desk asks and answers in ready words, by name. */
export type Forms = {
  questionnaires: Readonly<Record<string, Questionnaire>>;
  answers: Readonly<Record<string, CannedAnswer>>;
};

/** Words in a language, else in English. */
export const textIn = (texts: Texts, language: string): string =>
  texts[language] ?? texts[language.split('-')[0] ?? ''] ?? texts.en ?? Object.values(texts)[0] ?? '';

/** The letter that an option is printed with: `a`, `b` … */
export const letterOf = (at: number): string => String.fromCharCode(97 + at);

/** Most options of one question: as many as there are letters. */
export const mostOptions = 26;
