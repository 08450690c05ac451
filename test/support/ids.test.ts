import { expect, test } from 'vitest';
import { idsIn, knownIds, strangersIn } from './ids.ts';

test('every id is listed once', () => {
  expect(knownIds).toHaveLength(new Set(knownIds).size);
});

test.each([
  ['F-38: a mail without a Message-ID gets one', ['F-38']],
  ['F-4, F-5: nothing is half stored (LAW-5)', ['F-4', 'F-5', 'LAW-5']],
  ['3834-2: a null return path is not answered, A15', ['3834-2', 'A15']],
  ['on 2026-03-02 HD-1042 and UTF-8 are no ids', []],
])('ids are read from a title, case %#', (title, ids) => {
  expect(idsIn(title)).toEqual(ids);
});

test('a slip of the pen is seen', () => {
  expect(strangersIn('F-48 and LAW-8 are nothing')).toEqual(['F-48', 'LAW-8']);
});
