import { describe, expect, test } from 'vitest';
import type { Question, Questionnaire } from '../../src/domain/form/questionnaire.ts';
import { checklistOf, withAnswered, withTicked } from '../../src/domain/workflow/checklists.ts';

const question = (field: string, optional = false): Question => ({ field, optional, ask: {}, answer: { kind: 'text' } });
const form = (name: string, ...questions: Question[]): Questionnaire => ({
  ...{ name, title: {}, types: [], intro: null, levels: [] },
  questions,
});
const checklists = { background: ['description', 'steps'], tests: ['smoke'] };
const ticked = (fields: Record<string, string>) =>
  ['background', 'tests'].flatMap((name) =>
    (checklistOf({ fields, checklists }, name) ?? []).flatMap(({ item, ticked: is }) => (is ? [item] : [])),
  );

describe('an answered questionnaire ticks off what it answers', () => {
  const background = form('background', question('since'), question('reach'), question('page', true));
  test.each<[string, Questionnaire, Record<string, string>, string[]]>([
    ['all that it needs: its whole list', background, { since: 'Monday', reach: 'all' }, ['description', 'steps']],
    ['half of it: nothing', background, { since: 'Monday' }, []],
    ['an item under its own name', form('any', question('steps'), question('x')), { steps: 'press it' }, ['steps']],
    ['an item that it did not ask: nothing', form('any', question('x')), { steps: 'press it', x: '1' }, []],
  ])('%s', (_, asked, fields, expected) => expect(ticked(withAnswered(fields, asked, checklists))).toEqual(expected));

  test('what was ticked before stays so', () => {
    const before = withTicked({ since: 'Monday', reach: 'all' }, 'tests', ['smoke']);
    expect(ticked(withAnswered(before, background, checklists))).toEqual(['description', 'steps', 'smoke']);
  });
});
