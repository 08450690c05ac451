import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { documents } from '../../../src/adapters/documents/documents.ts';
import { fontFiles } from '../../../src/adapters/documents/fonts.ts';
import { registerFaces } from '../../../src/adapters/documents/letter/faces.ts';
import type { Chart } from '../../../src/domain/charts/chart.ts';
import { isDrawn, textWidth } from '../../../src/domain/charts/text.ts';

const chart: Chart = {
  ...{ kind: 'bars', stacked: false, title: 'Wochenübersicht', language: 'de', unit: { kind: 'count' } },
  ...{ labels: ['Mo', 'Di'], series: [{ name: 'Neu', values: [3, 5] }] },
};

test('a chart is a PNG of twice its size, the same each time, with its words beside it', async () => {
  const { picture } = documents();
  const look = { colour: '#0f766e', width: 400, theme: 'light' } as const;
  const { png, width, height, alt } = await picture(chart, look);
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
  expect(bytes.byteLength).toBeLessThan(60_000);
  expect(alt).toBe('Wochenübersicht: Neu: Mo 3, Di 5.');
  expect(Buffer.compare(bytes, Buffer.from((await picture(chart, look)).png))).toBe(0);
});

describe('what the domain knows of the font', async () => {
  const pdf = new PDFDocument();
  const has = await registerFaces(pdf);
  const drawn = Array.from({ length: 0x20000 }, (_, at) => at).filter(
    (one) => (one < 0xd800 || one > 0xdfff) && isDrawn(String.fromCodePoint(one)),
  );

  test('it has every letter that is said to be drawn', () => {
    expect(drawn.length).toBeGreaterThan(1000);
    expect(drawn.filter((one) => !has('regular', one) || !has('bold', one)).map((one) => one.toString(16))).toEqual([]);
  });

  test('no letter is wider than said', () => {
    const wider = drawn.filter((one) => {
      const letter = String.fromCodePoint(one);
      const real = [
        pdf.font('regular').fontSize(100).widthOfString(letter),
        pdf.font('bold').fontSize(100).widthOfString(letter),
      ];
      return (real[0] ?? 0) > textWidth(letter, { size: 100 }) || (real[1] ?? 0) > textWidth(letter, { size: 100, bold: true });
    });
    expect(wider.map((one) => String.fromCodePoint(one))).toEqual([]);
  });

  test('and words of many letters are not said to be much wider than they are', () => {
    const text = 'Open tickets by severity, Offene Vorgänge, Respuestas dentro de plazo 1234567890';
    expect(textWidth(text, { size: 13 }) / pdf.font('regular').fontSize(13).widthOfString(text)).toBeLessThan(1.25);
  });
});

test('the drawing program puts words where they are reckoned to be', () => {
  const words = fc.stringMatching(/^[A-Za-z0-9À-ÿΑ-Ωа-я]{1,20}( [A-Za-z0-9.,€%]{1,10}){0,3}$/).filter(isDrawn);
  fc.assert(
    fc.property(words, (text) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 60"><text x="10" y="40" font-family="Noto Sans" font-size="20">${text}</text></svg>`;
      const box = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [fontFiles.regular] } }).getBBox();
      expect(box?.width).toBeLessThanOrEqual(textWidth(text, { size: 20 }) + 2);
    }),
    { numRuns: 40 },
  );
});
