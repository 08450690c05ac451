import { z } from 'zod';
import { named } from './shapes.ts';
import { texts } from './texts.ts';
import { identifier } from './words.ts';

const answer = z.strictObject({
  title: texts.describe('What it solves, as lists show it'),
  text: texts.describe('What the customer reads; {{customer}}, {{agent}}, {{desk}}, {{tag}} and {{title}} are filled in'),
  identity: z.boolean().default(false).describe('Is sent only after somebody made sure who asks: `answer! NAME`'),
});

/** `config/answers.yaml`. */
export const answers = z.strictObject({
  answers: named(identifier, answer).describe('Ready answers to common questions, by name'),
});

export type AnswerInput = z.output<typeof answer>;
