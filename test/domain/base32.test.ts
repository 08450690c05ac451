import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../src/domain/authenticate/base32.ts';

describe('base32', () => {
  test.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('RFC 4648 §10: %j is %j, in lower case and without padding', (text, coded) => {
    expect(toBase32(Buffer.from(text))).toBe(coded);
    expect(Buffer.from(fromBase32(coded) ?? []).toString()).toBe(text);
  });

  test('what is written reads back, in any case', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase32(bytes);
        expect(text).toMatch(/^[a-z2-7]*$/);
        expect(fromBase32(text.toUpperCase())).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  test('each text that reads at all is the only spelling of its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz2357'), maxLength: 12 }), (text) => {
        const bytes = fromBase32(text);
        if (bytes !== null) expect(toBase32(bytes)).toBe(text);
      }),
    );
  });

  test.each(['mz', 'm', 'my1', 'my======', 'mzxw6 ytb', 'mzxw6ytb8', 'ｍｙ', 'mzxw6yr'])('%j is none', (text) => {
    expect(fromBase32(text)).toBeNull();
  });
});
