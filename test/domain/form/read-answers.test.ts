import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Questionnaire } from '../../../src/domain/form/questionnaire.ts';
import { readAnswers } from '../../../src/domain/form/read-answers.ts';
import { visibleText } from '../../../src/domain/visible-text/visible-text.ts';

const here = { now: Date.parse('2026-03-02T09:00:00Z'), zone: 'Europe/Berlin' };

const printer: Questionnaire = {
  name: 'printer',
  title: { en: 'About the printer' },
  types: [],
  intro: null,
  questions: [
    {
      field: 'since',
      optional: false,
      answer: { kind: 'date' },
      ask: { en: 'Since when does it happen?', es: '¿Desde cuándo ocurre?' },
    },
    {
      field: 'reach',
      optional: false,
      answer: {
        kind: 'choice',
        options: [
          { value: 'me', label: { en: 'Only me', es: 'Solo yo' } },
          { value: 'all', label: { en: 'Everybody', es: 'Todos' } },
        ],
      },
      ask: { en: 'Who is hurt?', es: '¿A quién afecta?' },
    },
    { field: 'restarted', optional: false, answer: { kind: 'yes-no' }, ask: { en: 'Did you restart it?', es: '¿La reinició?' } },
    {
      field: 'screen',
      optional: true,
      answer: { kind: 'text' },
      ask: { en: 'What does the screen say, word for word?', es: '¿Qué dice la pantalla?' },
    },
  ],
  levels: [],
};

const read = (text: string) => readAnswers(printer, text, visibleText(text), here);

const all = { since: '2026-03-01', reach: 'all', restarted: 'yes', screen: 'PC LOAD LETTER' };

const replies: Record<string, string> = {
  'between the quoted questions': `Hi,

On Mon, 2 Mar 2026 at 10:00, Acme Support wrote:
> Please answer:
>
> 1. Since when does it happen?
2026-03-01
> 2. Who is hurt?
>    a) Only me
>    b) Everybody
b
>
> 3. Did you restart it?

Yes, twice.

> 4. What does the screen say, word for word?
PC LOAD LETTER

Kind regards
Jane`,
  'behind the questions, in the quote': `> 1. Since when does it happen? 2026-03-01
> 2. Who is hurt? everybody
> 3. Did you restart it? yes
> 4. What does the screen say, word for word? PC LOAD LETTER`,
  'numbered, above the quote': `1. 2026-03-01
2. Everybody
3) yes
4: PC LOAD LETTER

On Mon, 2 Mar 2026 at 10:00, Acme Support wrote:
> 1. Since when does it happen?
> 2. Who is hurt?
> 3. Did you restart it?
> 4. What does the screen say, word for word?`,
  'in another language than the desk’s': `1. ¿Desde cuándo ocurre? 2026-03-01
2. ¿A quién afecta? Todos
3. ¿La reinició? Sí
4. ¿Qué dice la pantalla? PC LOAD LETTER`,
  'a question broken over two lines by the client': `> 1. Since when does it happen?
2026-03-01
> 2. Who is hurt?
Everybody
> 3. Did you restart it?
yes
> 4. What does the screen say, word
> for word?
PC LOAD LETTER
--\u0020
Jane Roe`,
};

test.for(Object.entries(replies))('answers are read %s', ([, text]) => {
  expect(read(text)).toEqual({ values: all, prose: {}, missing: [] });
});

test('what was not answered is named, what only a person can weigh is kept apart', () => {
  const text = '1. some time last winter, I think\n3. no';
  expect(read(text)).toEqual({
    values: { restarted: 'no' },
    prose: { since: 'some time last winter, I think' },
    missing: ['reach'],
  });
});

test('the first answer counts, and a quote of the questions alone answers nothing', () => {
  expect(read('3. no\n\n> 3. Did you restart it?\nyes').values).toEqual({ restarted: 'no' });
  expect(read('See below.\n\n> 1. Since when does it happen?\n> 3. Did you restart it?\n')).toMatchObject({ values: {} });
});

test('a questionnaire of one question is answered by whatever is written', () => {
  const one = { ...printer, questions: printer.questions.slice(2, 3) };
  expect(readAnswers(one, 'Yes.\n\n> 1. Did you restart it?', 'Yes.', here).values).toEqual({ restarted: 'yes' });
});

test.for([
  ['a', 'me'],
  ['(b)', 'all'],
  ['b) Everybody', 'all'],
  ['only me', 'me'],
  ['Solo yo', 'me'],
  ['every', 'all'],
  ['both', null],
  ['a or b', null],
])('choice: %s → %s', ([said, value]) => {
  expect(read(`2. ${said}`).values.reach ?? null).toBe(value);
});

test('law: what was answered in any of the ways is read back, whatever the words', () => {
  const word = fc.stringMatching(/^[a-zA-Zäöüñé]{3,12}( [a-zA-Z]{3,9}){0,3}$/);
  const way = fc.constantFrom(
    (question: string, answer: string, at: number) => `> ${at}. ${question}\n${answer}`,
    (question: string, answer: string, at: number) => `> ${at}. ${question} ${answer}`,
    (_: string, answer: string, at: number) => `${at}) ${answer}`,
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), way, (answers, write) => {
      const questions = answers.map((_, at) => ({
        ...{ field: `f${at}`, optional: false, answer: { kind: 'text' as const } },
        ask: { en: `Question about the thing number ${'one two three four five six'.split(' ')[at]}?` },
      }));
      const text = answers.map((answer, at) => write(questions[at]?.ask.en ?? '', answer, at + 1)).join('\n');
      const { values } = readAnswers({ ...printer, questions }, text, text, here);
      expect(values).toEqual(Object.fromEntries(answers.map((answer, at) => [`f${at}`, answer])));
    }),
  );
});
