import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edits, nearest } from '../../src/domain/nearest.ts';

describe('the nearest words', () => {
  test.each([
    ['', '', 0],
    ['close', 'close', 0],
    ['clsoe', 'close', 1],
    ['clos', 'close', 1],
    ['closee', 'close', 1],
    ['cloze', 'close', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('from %j to %j: %i slips', (one, other, count) => expect(edits(one, other)).toBe(count));

  test('slips count the same both ways, and never more than all letters', () => {
    const word = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(edits(one, other)).toBe(edits(other, one));
        expect(edits(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(edits(one, one)).toBe(0);
      }),
    );
  });

  test('the best first, each once, none that is more than half wrong', () => {
    expect(nearest('marai', ['ravi', 'maria', 'maria', 'zzz'], 3)).toEqual(['maria', 'ravi']);
    expect(nearest('xyzxyz', ['maria'], 3)).toEqual([]);
    expect(nearest('re', ['reply', 'reopen', 'take'], 3)).toEqual(['reopen', 'reply']);
  });
});
