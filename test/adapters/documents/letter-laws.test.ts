import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letter } from '../../../src/adapters/documents/letter/letter.ts';
import { plainBrand } from '../../../src/domain/brand.ts';
import type { Block, LetterDocument } from '../../../src/domain/document.ts';
import { pdfPages, textPlaces } from '../../support/pdf-text.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.lorem({ maxCount: 60 }),
  fc.constantFrom('', '\n\n', 'W'.repeat(400), 'हिन्दी '.repeat(30), '漢字'.repeat(90), 'a-b/c '.repeat(50)),
);
const columns = fc.array(fc.record({ title: words, align: fc.constantFrom('start' as const, 'end' as const) }), {
  minLength: 1,
  maxLength: 7,
});
const fact = fc.record({ label: words, value: words });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), text: words }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(words, { maxLength: 5 }) }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fact, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('callout' as const),
    title: words,
    text: words,
    tone: fc.constantFrom('calm' as const, 'warning' as const),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns,
    rows: fc.array(fc.array(words, { maxLength: 8 }), { maxLength: 12 }),
    totals: fc.array(fact, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('signature' as const),
    parties: fc.array(fc.record({ party: words, lines: fc.array(words, { maxLength: 3 }) }), { maxLength: 3 }),
  }),
);
const document: fc.Arbitrary<LetterDocument> = fc.record({
  title: words,
  language: fc.constantFrom('en', 'hi', 'ar'),
  recipient: fc.array(words, { maxLength: 4 }),
  facts: fc.array(fact, { maxLength: 4 }),
  blocks: fc.array(block, { maxLength: 8 }),
  footer: words,
  created: fc.integer({ min: 0, max: 4e12 }),
});

test('whatever is written: pages, each counted, and no text beyond their edges', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (one) => {
      const { pdf, pages } = await letter(one, plainBrand('Acme'));
      const texts = pdfPages(pdf);
      expect(texts).toHaveLength(pages);
      texts.forEach((text, at) => {
        expect(text).toContain(`${at + 1} / ${pages}`);
      });
      expect(textPlaces(pdf).filter(({ x, y }) => x < 56 || x > 540 || y < 20 || y > 820)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('a text as long as a book is set in no time that anybody would notice', async () => {
  const paragraph: Block = { kind: 'paragraph', text: `${'x'.repeat(50_000)} ${'word '.repeat(10_000)}` };
  const started = performance.now();
  const { pages } = await letter(
    { title: 'Long', language: 'en', recipient: [], facts: [], blocks: [paragraph], footer: '', created: 0 },
    plainBrand('Acme'),
  );
  expect(pages).toBeGreaterThan(10);
  expect(performance.now() - started).toBeLessThan(20_000);
});
