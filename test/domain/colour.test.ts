import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, mix, readableText, standingOut } from '../../src/domain/colour.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#1d4ed8', '#1d4ed8')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('a colour that stands out already is left alone', () => {
  expect(standingOut('#1d4ed8', '#ffffff', readableText)).toBe('#1d4ed8');
  expect(mix('#1d4ed8', '#ffffff', 0)).toBe('#1d4ed8');
  expect(mix('#1d4ed8', '#ffffff', 1)).toBe('#ffffff');
});

test('any brand is readable on any background', () => {
  fc.assert(
    fc.property(colour, colour, (brand, background) => {
      expect(contrast(standingOut(brand, background, readableText), background)).toBeGreaterThanOrEqual(readableText);
    }),
    { numRuns: 500 },
  );
});
