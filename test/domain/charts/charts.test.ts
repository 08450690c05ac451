import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import type { Chart, Look, Unit } from '../../../src/domain/charts/chart.ts';
import { coloursOf, seriesColours } from '../../../src/domain/charts/colours.ts';
import { describe } from '../../../src/domain/charts/describe.ts';
import { drawChart } from '../../../src/domain/charts/draw-chart.ts';
import { scaleOf } from '../../../src/domain/charts/scale.ts';
import { sparkline } from '../../../src/domain/charts/sparkline.ts';
import { isDrawn } from '../../../src/domain/charts/text.ts';
import { contrast } from '../../../src/domain/colour.ts';
import { strayShapes } from './stray-shapes.ts';

const look: Look = { colour: '#0f766e', width: 400, theme: 'light' };

const value = fc.oneof(
  fc.constantFrom(null, 0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, 5e-324),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double(),
);
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', 'Mon', 'हिन्दी', '漢字', 'שלום', 'W'.repeat(80)),
);
const unit: fc.Arbitrary<Unit> = fc.oneof(
  fc.constantFrom<Unit>({ kind: 'count' }, { kind: 'share' }, { kind: 'hours' }),
  fc.constantFrom('EUR', 'JPY', 'KWD', 'INR').map((currency): Unit => ({ kind: 'money', currency })),
);
const about = { title: word, language: fc.constantFrom('en', 'es', 'de', 'fr', 'pt', 'hi', 'ar', 'pt-BR'), unit };
const series = fc.array(fc.record({ name: word, values: fc.array(value, { maxLength: 60 }) }), { maxLength: 9 });
const labels = fc.array(word, { maxLength: 60 });
const chart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({ kind: fc.constant('bars' as const), stacked: fc.boolean(), labels, series, ...about }),
  fc.record({ kind: fc.constant('line' as const), labels, series, ...about }),
  fc.record({
    kind: fc.constant('rows' as const),
    rows: fc.array(fc.record({ label: word, value }), { maxLength: 30 }),
    ...about,
  }),
);
const colour = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, '0')}`);
const anyLook = fc.record({
  colour,
  width: fc.integer({ min: 100, max: 1200 }),
  theme: fc.constantFrom('light' as const, 'dark' as const),
});

suite('any chart of any data', () => {
  test('is drawn within its card, without a number that is none', () => {
    fc.assert(
      fc.property(chart, anyLook, (one, how) => {
        const { svg, width, height } = drawChart(one, how);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(strayShapes(svg, width, height)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('says what it cannot draw, and draws nothing of it', () => {
    fc.assert(
      fc.property(chart, (one) => {
        const { svg, outside } = drawChart(one, look);
        const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
        expect(texts.filter((text) => !isDrawn(text.replace(/&\w+;/g, '&')))).toEqual([]);
        for (const { mark, text } of outside.keys) expect([isDrawn(text), isDrawn(mark)]).toEqual([false, true]);
      }),
      { numRuns: 300 },
    );
  });

  const unspoken = /NaN|Infinity|undefined|∞/;
  test('is put in words', () => {
    fc.assert(
      fc.property(chart, (one) => {
        fc.pre(!unspoken.test(JSON.stringify(one)));
        expect(describe(one)).not.toMatch(unspoken);
      }),
      { numRuns: 300 },
    );
  });
});

test('any line as small as a word', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 80 }), colour, (values, one) => {
      const svg = sparkline(values, 'Trend', { colour: one, theme: 'light' });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(strayShapes(svg, 96, 24)).toEqual([]);
    }),
  );
});

test('every colour of a series is seen on its card (WCAG 1.4.11)', () => {
  fc.assert(
    fc.property(anyLook, (how) => {
      const { card, ink, quiet } = coloursOf(how.theme);
      for (const one of seriesColours(how)) expect(contrast(one, card)).toBeGreaterThanOrEqual(3);
      for (const one of [ink, quiet]) expect(contrast(one, card)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

/** What nobody sees on a scale. */
const unseen = (low: number, high: number): number => 1e-6 * (high - low);

suite('the lines of a scale', () => {
  test.each<[number[], Unit['kind'], number[]]>([
    [[], 'count', [0, 1]],
    [[0], 'count', [0, 1]],
    [[0], 'share', [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[1], 'count', [0, 1]],
    [[3], 'count', [0, 1, 2, 3]],
    [[23], 'count', [0, 5, 10, 15, 20, 25]],
    [[-5, 10], 'count', [-5, 0, 5, 10]],
    [[0.93, 1], 'share', [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[41.5], 'hours', [0, 10, 20, 30, 40, 50]],
  ])('of %j %s', (values, kind, expected) => {
    const { ticks } = scaleOf(values, kind === 'money' ? { kind, currency: 'EUR' } : { kind });
    expect(ticks.map((one) => Math.round(one * 100) / 100)).toEqual(expected);
  });

  test('take in every value, and are few', () => {
    const numbers = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(numbers, unit, (values, of) => {
        const { low, high, ticks } = scaleOf(values, of);
        for (const one of values) expect(one >= low - unseen(low, high) && one <= high + unseen(low, high)).toBe(true);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

suite('in words', () => {
  const opened: Chart = {
    ...{ kind: 'bars', stacked: false, title: 'Opened', language: 'en', unit: { kind: 'count' } },
    ...{ labels: ['Mon', 'Tue'], series: [{ name: 'Tickets', values: [1200, null] }] },
  };
  const year = Array.from({ length: 20 }, (_, at) => `W${at + 1}`);

  test.each<[string, Chart, string]>([
    ['few values: all', opened, 'Opened: Tickets: Mon 1,200.'],
    [
      'many values: what stands out',
      { ...opened, labels: year, series: [{ name: '', values: year.map((_, at) => at) }] },
      'Opened: highest W20 19, lowest W1 0, latest W20 19, in all 190.',
    ],
    ['none', { ...opened, series: [] }, 'Opened: Nothing to show yet.'],
    [
      'money, in German',
      {
        kind: 'rows',
        title: 'Angebote',
        language: 'de',
        unit: { kind: 'money', currency: 'EUR' },
        rows: [{ label: 'Globex', value: 123450 }],
      },
      'Angebote: Globex 1.234,50 €.',
    ],
    [
      'shares have no sum',
      { ...opened, language: 'es', unit: { kind: 'share' }, labels: year, series: [{ name: 'S', values: year.map(() => 0.5) }] },
      'Opened: S: máximo W20 50 %, mínimo W1 50 %, último W20 50 %.',
    ],
  ])('%s', (_, given, expected) => expect(describe(given).replace(/\s/g, ' ')).toBe(expected));
});

test('words that would be spoilt stand beside the picture, each once, by a mark', () => {
  const { svg, outside } = drawChart(
    {
      ...{ kind: 'bars', stacked: false, title: 'ग्राहक', language: 'hi', unit: { kind: 'count' } },
      ...{ labels: ['हिन्दी', 'Globex', 'हिन्दी'], series: [{ name: 'A', values: [1, 2, 3] }] },
    },
    look,
  );
  expect(outside).toEqual({ title: 'ग्राहक', keys: [{ mark: '(1)', text: 'हिन्दी' }] });
  expect(svg.match(/<text[^>]*>\(1\)<\/text>/g)).toHaveLength(2);
  expect(svg).toContain('<title>ग्राहक</title>');
});

test('words of customers stay words', () => {
  const evil = '"/><script>alert(1)</script>&\u0000';
  const { svg } = drawChart(
    { kind: 'rows', title: evil, language: 'en', unit: { kind: 'count' }, rows: [{ label: evil, value: 1 }] },
    look,
  );
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0000');
});
