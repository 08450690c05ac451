import type { CannedAnswer, Forms, Question, Questionnaire } from '../../domain/form/questionnaire.ts';
import type { Condition } from '../../domain/workflow/workflow.ts';
import type { AnswerInput } from './schema/answers.ts';
import type { QuestionnaireInput } from './schema/questionnaires.ts';

/** What the desk asks and answers in ready words. */
export const formsOf = (
  { questionnaires }: { questionnaires: Readonly<Record<string, QuestionnaireInput>> },
  { answers }: { answers: Readonly<Record<string, AnswerInput>> },
): Forms => ({
  questionnaires: Object.fromEntries(Object.entries(questionnaires).map(([name, one]) => [name, questionnaireOf(name, one)])),
  answers: Object.fromEntries(Object.entries(answers).map(([name, one]): [string, CannedAnswer] => [name, { name, ...one }])),
});

const questionnaireOf = (name: string, { questions, levels, ...same }: QuestionnaireInput): Questionnaire => ({
  name,
  ...same,
  questions: questions.map(questionOf),
  levels: levels.map(({ needs, level }) => ({
    level,
    needs: Object.fromEntries(Object.entries(needs).map(([field, value]) => [field, oneOf([value].flat())])),
  })),
});

const oneOf = (values: readonly string[]): Condition => ({ kind: 'is', oneOf: values });

function questionOf({ answer, options, ...same }: QuestionnaireInput['questions'][number]): Question {
  const choices = Object.entries(options ?? {}).map(([value, label]) => ({ value, label }));
  return { ...same, answer: options === undefined ? { kind: answer ?? 'text' } : { kind: 'choice', options: choices } };
}
