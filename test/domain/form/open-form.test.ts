import { expect, test } from 'vitest';
import { cannedText } from '../../../src/domain/form/canned-text.ts';
import { emptyFields, formNamed, openForm, withForm } from '../../../src/domain/form/open-form.ts';
import { questionText } from '../../../src/domain/form/question-text.ts';
import type { Forms, Question, Questionnaire } from '../../../src/domain/form/questionnaire.ts';

const question = (field: string): Question => ({ field, ask: { en: `${field}?` }, optional: false, answer: { kind: 'text' } });
const form = (name: string, types: readonly string[], fields: readonly string[]): Questionnaire => ({
  ...{ name, types, title: { en: name }, intro: null, levels: [] },
  questions: fields.map(question),
});
const forms: Forms = {
  questionnaires: { slow: form('slow', ['incident'], ['since', 'page']), place: form('place', ['incident'], ['page', 'floor']) },
  answers: {},
};

test.each([
  ['slow', null, ['since', 'page']],
  ['SLOW', null, ['since', 'page']],
  ['background', 'incident', ['since', 'page', 'floor']],
  ['background', 'question', null],
  ['background', null, null],
  ['fast', 'incident', null],
])('%s on a ticket of type %s asks %j', (name, type, fields) => {
  expect(formNamed(name, forms, { type })?.questions.map(({ field }) => field) ?? null).toEqual(fields);
});

test('a ticket remembers what is open by name and field, in the order of the questions, until nothing is', () => {
  const questionnaire = form('slow', [], ['since', 'page']);
  const asked = withForm({ floor: '3' }, { questionnaire, open: ['since', 'page'] });
  expect(asked).toEqual({ floor: '3', questionnaire: 'slow: since, page' });
  expect(openForm(forms, { type: null, fields: asked })?.open).toEqual(['since', 'page']);
  expect(openForm(forms, { type: null, fields: { questionnaire: 'slow: page, gone, since' } })?.open).toEqual(['since', 'page']);
  expect(openForm(forms, { type: null, fields: { questionnaire: 'gone: page' } })).toBeNull();
  expect(openForm(forms, { type: null, fields: {} })).toBeNull();
  expect(withForm(asked, { questionnaire, open: [] })).toEqual({ floor: '3' });
  expect(emptyFields(questionnaire, { fields: { since: 'May', page: '' } })).toEqual(['page']);
});

test.each(['en', 'es', 'de', 'fr', 'pt'])(
  'what stands around the questions is said in %s; numbers stay when only some are asked',
  (language) => {
    const questionnaire = form('slow', [], ['since', 'page']);
    const first = questionText({ questionnaire, open: ['since', 'page'] }, language, false);
    const again = questionText({ questionnaire, open: ['page'] }, language, true);
    expect(first).toMatch(/^\p{L}[\s\S]+\n\n1\. since\?\n\n2\. page\?$/u);
    expect(again).toMatch(/^\p{L}[^\n]+:\n\n2\. page\?$/u);
  },
);

test('a ready answer is filled in once: what fills it is no pattern', () => {
  const answer = { name: 'a', title: {}, text: { en: '{{customer}}, {{ tag }}: {{title}} {{other}}' }, identity: false };
  const filling = { customer: '{{agent}} $&', agent: 'Maria', desk: 'Desk', tag: 'HD-1', title: 'It’s' };
  expect(cannedText(answer, 'fr', filling)).toBe('{{agent}} $&, HD-1: It’s {{other}}');
});
