import { expect, test } from 'vitest';
import { factNames } from '../../../../src/domain/workflow/check/fact-names.ts';
import { recordFacts } from '../../../../src/domain/workflow/facts-of.ts';

test('every fact that is read from records may be named in a condition', () => {
  expect(recordFacts.filter((fact) => !factNames.has(fact))).toEqual([]);
});
