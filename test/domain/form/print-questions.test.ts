import { expect, test } from 'vitest';
import { printQuestions } from '../../../src/domain/form/print-questions.ts';
import type { Questionnaire } from '../../../src/domain/form/questionnaire.ts';

const both: Questionnaire = {
  ...{ name: 'reach', title: { en: 'Reach' }, types: [], intro: null, levels: [] },
  questions: [
    { field: 'since', optional: true, answer: { kind: 'date' }, ask: { en: 'Since when?', es: '¿Desde cuándo?' } },
    {
      field: 'reach',
      optional: false,
      answer: {
        kind: 'choice',
        options: [
          { value: 'all', label: { en: 'Everybody' } },
          { value: 'me', label: { en: 'Only me' } },
        ],
      },
      ask: { en: 'Who is hurt?' },
    },
  ],
};

test('questions are printed in the reader’s language, in English where that is missing', () => {
  expect(printQuestions(both, 'es-MX').map(({ number, ask }) => `${number}. ${ask}`)).toEqual([
    '1. ¿Desde cuándo?',
    '2. Who is hurt?',
  ]);
});

test('what is asked again keeps its number, and options their letters', () => {
  expect(printQuestions(both, 'en', ['reach'])).toEqual([
    {
      ...{ number: 2, ask: 'Who is hurt?', answer: 'choice', optional: false },
      options: [
        { letter: 'a', label: 'Everybody' },
        { letter: 'b', label: 'Only me' },
      ],
    },
  ]);
});
