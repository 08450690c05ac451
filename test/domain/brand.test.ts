import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailColours } from '../../src/domain/brand.ts';
import { contrast, readableText } from '../../src/domain/colour.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever colour a company has, its mails stay readable, light and dark', () => {
  fc.assert(
    fc.property(colour, (given) => {
      const { brand, onBrand, tint, darkBrand, onDarkBrand, darkTint } = mailColours(given);
      const pairs = [
        [brand, '#ffffff'],
        [onBrand, brand],
        [brand, tint],
        ['#1f2933', tint],
        [darkBrand, '#15191e'],
        [onDarkBrand, darkBrand],
        ['#e7eaee', darkTint],
      ] as const;
      for (const [text, ground] of pairs)
        expect(contrast(text, ground), `${text} on ${ground} of ${given}`).toBeGreaterThanOrEqual(readableText);
    }),
    { numRuns: 500 },
  );
});

test('a colour that is readable as it is stays as it is', () => {
  expect(mailColours('#1d4ed8')).toMatchObject({ brand: '#1d4ed8', onBrand: '#ffffff' });
});
