import { z } from 'zod';
import { mostOptions } from '../../../domain/form/questionnaire.ts';
import { list, named, optional } from './shapes.ts';
import { texts } from './texts.ts';
import { identifier, text } from './words.ts';

const kinds = ['text', 'number', 'date', 'yes-no'] as const;

const question = z
  .strictObject({
    field: identifier.describe('The field of the ticket that the answer goes to'),
    ask: texts.describe('The question, as it is printed'),
    answer: z
      .enum(kinds, { error: `expected one of: ${kinds.join(', ')}` })
      .optional()
      .describe('What answers it; default: text. Left out where there are options'),
    options: z.record(identifier, texts).optional().describe('What may be chosen: value, and the words for it'),
    optional: z.boolean().default(false).describe('Is not asked again where it was not answered'),
  })
  .refine(({ answer, options }) => answer === undefined || options === undefined, {
    error: 'expected `answer` or `options`, not both',
    path: ['answer'],
  })
  .refine(({ options }) => options === undefined || within(Object.keys(options).length), {
    error: `expected 2 to ${mostOptions} options`,
    path: ['options'],
  });

const within = (count: number): boolean => count >= 2 && count <= mostOptions;

const level = z.strictObject({
  needs: z
    .record(identifier, z.union([text, z.array(text).min(1)]))
    .describe('Answers that all must be given: { reach: all }, { reach: [some, all] }'),
  level: z.enum(['L1', 'L2', 'L3'], { error: 'expected L1, L2 or L3' }).describe('The level that is proposed then'),
});

const questionnaire = z.strictObject({
  title: texts.describe('What it is about'),
  intro: optional(texts).describe("What stands above the questions; default: the desk's usual words"),
  types: list(text).describe('Types of ticket whose background it is: what an associate needs before they begin'),
  questions: z
    .array(question, { error: 'expected a list' })
    .min(1, { error: 'expected one question or more' })
    .describe('The questions, in the order they are printed'),
  levels: list(level).describe('Which answers mean which level; the first that holds'),
});

/** `config/questionnaires.yaml`. */
export const questionnaires = z.strictObject({
  questionnaires: named(identifier, questionnaire).describe('Questions that are mailed together, by name'),
});

export type QuestionnaireInput = z.output<typeof questionnaire>;
