import { expect, test } from 'vitest';
import { verdictOn } from './folder.ts';

const base = { 'helpdesk.yaml': 'desk: { name: Acme, address: support@acme.example }\noutgoing: { maildir: out }\n' };

test('questionnaires and ready answers are read, a single text counting for all languages', async () => {
  const { complaints, settings } = await verdictOn({
    ...base,
    'questionnaires.yaml': `questionnaires:
  slow:
    title: { en: Slow pages, es: Páginas lentas }
    types: [incident]
    questions:
      - { field: since, ask: Since when?, answer: date }
      - { field: reach, ask: Who is hurt?, options: { me: Only me, all: { en: Everybody, es: Todos } } }
    levels:
      - { needs: { reach: all }, level: L2 }
`,
    'answers.yaml': 'answers:\n  menu: { title: Where is it?, text: "{{customer}}, look under File." }\n',
  });
  expect(complaints).toEqual([]);
  expect(settings?.forms).toEqual({
    questionnaires: {
      slow: {
        ...{ name: 'slow', title: { en: 'Slow pages', es: 'Páginas lentas' }, intro: null, types: ['incident'] },
        questions: [
          { field: 'since', ask: { en: 'Since when?' }, optional: false, answer: { kind: 'date' } },
          {
            ...{ field: 'reach', ask: { en: 'Who is hurt?' }, optional: false },
            answer: {
              kind: 'choice',
              options: [
                { value: 'me', label: { en: 'Only me' } },
                { value: 'all', label: { en: 'Everybody', es: 'Todos' } },
              ],
            },
          },
        ],
        levels: [{ needs: { reach: { kind: 'is', oneOf: ['all'] } }, level: 'L2' }],
      },
    },
    answers: {
      menu: {
        ...{ name: 'menu', title: { en: 'Where is it?' }, text: { en: '{{customer}}, look under File.' }, identity: false },
      },
    },
  });
});

test.for([
  [
    'questionnaires',
    'questions: [{ field: a, ask: A }, { field: a, ask: B }]',
    'questionnaires.yaml:3:61: questionnaires.x.questions[1].field: `a` is the field of question 1 already',
  ],
  [
    'questionnaires',
    'questions: [{ field: reach, ask: A }], levels: [{ needs: { raech: all }, level: L2 }]',
    'questionnaires.yaml:3:84: questionnaires.x.levels[0].needs.raech: no question has the field `raech`, did you mean `reach`?',
  ],
  [
    'questionnaires',
    'questions: [{ field: a, ask: A, answer: text, options: { x: X, y: Y } }]',
    'questionnaires.yaml:3:58: questionnaires.x.questions[0].answer: expected `answer` or `options`, not both, got "text"',
  ],
  [
    'questionnaires',
    'questions: []',
    'questionnaires.yaml:3:29: questionnaires.x.questions: expected one question or more, got a list',
  ],
  [
    'answers',
    'text: "Dear {{custommer}}"',
    'answers.yaml:3:24: answers.x.text: nothing fills {{custommer}} (did you mean {{customer}}?)',
  ],
])('%s: { %s } is refused', async ([file, content, complaint]) => {
  const { complaints } = await verdictOn({ ...base, [`${file}.yaml`]: `${file}:\n  # one\n  x: { title: X, ${content} }\n` });
  expect(complaints).toEqual([complaint]);
});
