import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paletteOf } from '../../../src/adapters/documents/letter/palette.ts';
import { contrast } from '../../../src/domain/colour.ts';

test('whatever the brand, all text of a letter is readable on white and on its ground (WCAG 1.4.3)', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (one) => {
      const { brand, ink, quiet, calm, warning, warningFill } = paletteOf(one);
      const pairs = [
        [brand, '#ffffff'],
        [brand, calm],
        [ink, '#ffffff'],
        [ink, calm],
        [quiet, '#ffffff'],
        [warning, warningFill],
        [ink, warningFill],
      ] as const;
      for (const [text, ground] of pairs) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
