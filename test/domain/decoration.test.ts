import { describe, expect, test } from 'vitest';
import { isDecoration, mayDecorate } from '../../src/domain/answer/decoration.ts';
import { sha256 } from '../../src/domain/ids.ts';

const logo = {
  filename: 'logo.png',
  contentType: 'image/png',
  size: 4_000,
  inline: true,
  cid: 'logo',
  sha256: sha256('0'.repeat(64)),
};

describe('decoration', () => {
  test.each([
    ['a small picture inside the text', {}, true],
    ['one that only has a cid', { inline: false }, true],
    ['one that is only inline', { cid: null }, true],
    ['a picture that was attached', { inline: false, cid: null }, false],
    ['a large one', { size: 20_000 }, false],
    ['no picture', { contentType: 'application/pdf' }, false],
  ])('%s', (_, change, expected) => {
    expect(mayDecorate({ ...logo, ...change })).toBe(expected);
  });
  test.each([
    [0, false],
    [1, false],
    [2, true],
    [9, true],
  ])('after %i mails with it: %s', (earlier, expected) => {
    expect(isDecoration(earlier)).toBe(expected);
  });
});
