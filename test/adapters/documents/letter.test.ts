import { describe, expect, test } from 'vitest';
import { letter } from '../../../src/adapters/documents/letter/letter.ts';
import type { Brand } from '../../../src/domain/brand.ts';
import type { Block, LetterDocument } from '../../../src/domain/document.ts';
import { pdfHeads, pdfPages } from '../../support/pdf-text.ts';

const brand: Brand = {
  name: 'Initech Support',
  colour: '#0f766e',
  logo: null,
  address: ['Initech GmbH', 'München'],
  paper: 'A4',
};
const document = (blocks: readonly Block[], other: Partial<LetterDocument> = {}): LetterDocument => ({
  ...{
    title: 'Quote Q-1',
    language: 'en',
    recipient: ['Globex'],
    facts: [{ label: 'Number', value: 'Q-1' }],
    footer: 'HRB 12345',
  },
  ...{ created: Date.UTC(2026, 2, 2, 9, 30), blocks },
  ...other,
});
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const written = async (...blocks: Block[]) => {
  const result = await letter(document(blocks), brand);
  return { ...result, text: flat(pdfPages(result.pdf).join(' ')), each: pdfPages(result.pdf).map(flat) };
};
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

describe('words come back as they were written', () => {
  test.each([
    ['es', 'La impresora vuelve a funcionar, ¿verdad? Año, pingüino, corazón.'],
    ['de', 'Größe, Straße, Übergabe: „angenommen“. Schon 1.234,50 € bezahlt.'],
    ['fr', 'L’œuvre déjà reçue, où ça ? Noël à l’île. Cela coûte 1 234,50 €.'],
    ['pt', 'Atenção: não há solução; é amanhã às três, vovó.'],
    ['el', 'Ο εκτυπωτής λειτουργεί ξανά, ΐΰώ.'],
    ['ru', 'Принтер снова работает, объём, ёж, Ўі.'],
    ['hi', 'हिन्दी में लिखा: प्रिंटर काम नहीं कर रहा है। स्त्री, क्षेत्र, श्री, कर्म, राष्ट्र, द्वितीय, ₹१२३'],
    ['pl, cs, tr, vi', 'Zażółć gęślą jaźń, příliš žluťoučký kůň, İğşçöü, Tiếng Việt ậ.'],
    ['signs', 'a & b < c > "d" (e) \\ f [g] % h’s — i – j … § 7 ₹5 £3 ¥2 fi ffi'],
  ])('%s: %s', async (_, text) => {
    const { text: read, missing } = await written(paragraph(text));
    expect(read).toContain(flat(text.normalize('NFC')));
    expect(missing).toEqual([]);
  });

  test('in bold, in tables, in callouts', async () => {
    const { text } = await written(
      { kind: 'heading', text: 'प्रिंटर की मरम्मत' },
      { kind: 'callout', title: 'आपकी बारी', text: 'Ваша очередь', tone: 'calm' },
      {
        kind: 'table',
        columns: [{ title: 'Τιμή', align: 'end' }],
        rows: [['₹ १,२३४']],
        totals: [{ label: 'योग', value: '₹ 5', grand: true }],
      },
    );
    for (const one of ['प्रिंटर की मरम्मत', 'आपकी बारी', 'Ваша очередь', 'Τιμή', '₹ १,२३४', 'योग']) expect(text).toContain(one);
  });
});

describe('what no font has', () => {
  test('is shown by a mark, named once, and still there to be copied', async () => {
    const { missing, text, pdf } = await written(paragraph('漢字 and 漢, שלום 👨‍👩‍👧 end'));
    expect(missing).toEqual(['漢', '字', 'ש', 'ל', 'ו', 'ם', '👨‍👩‍👧']);
    expect(text).toContain('漢字 and 漢, שלום 👨‍👩‍👧 end');
    expect(pdfHeads(pdf)).not.toContain('undefined');
  });

  test('what has no look leaves none: directions, controls, byte order marks', async () => {
    const { missing, text } = await written(paragraph('in\u202evoice\u0007 \ufeff5\u00ad €'));
    expect(missing).toEqual([]);
    expect(text).toContain('invoice 5 €');
  });
});

describe('pages', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => [`row ${at} begins and ${'goes on '.repeat(30)}ends ${at}.`, `${at}`]);
  const columns = [
    { title: 'What was done', align: 'start' },
    { title: 'Hours', align: 'end' },
  ] as const;

  test('say which of how many; the head of a table stands on each', async () => {
    const { each, pages } = await written({ kind: 'table', columns, rows: rows(40), totals: [{ label: 'Total', value: '780' }] });
    expect(pages).toBeGreaterThan(2);
    expect(each).toHaveLength(pages);
    each.forEach((text, at) => {
      expect(text).toContain(`${at + 1} / ${pages}`);
      expect(text).toContain('What was done Hours');
      expect(text).toContain('HRB 12345');
    });
  });

  test('have each text of a short column on one line', async () => {
    const names = ['Asha Rao', 'Initech Support', 'Maria da Silva', 'Jean-Luc Picard'];
    const rows = names.map((name) => [name, '1', 'goes on '.repeat(40)]);
    const { pdf } = await written({ kind: 'table', columns: [...columns, { title: 'Long', align: 'start' }], rows, totals: [] });
    const lines = pdfPages(pdf).join('\n').split('\n');
    for (const name of names) expect(lines).toContain(name);
  });

  test('never part a row, nor a sum from the last one', async () => {
    for (let count = 10; count < 24; count++) {
      const { each } = await written({
        kind: 'table',
        columns,
        rows: rows(count),
        totals: [
          { label: 'Net', value: 'N1' },
          { label: 'Total', value: 'T1' },
        ],
      });
      for (const page of each) for (const [, row] of page.matchAll(/row (\d+) begins/g)) expect(page).toContain(`ends ${row}.`);
      expect(each.find((page) => page.includes('Net N1'))).toContain(`ends ${count - 1}.`);
      expect(each.find((page) => page.includes('Net N1'))).toContain('Total T1');
    }
  });

  test('never end with a heading', async () => {
    for (let lines = 36; lines < 46; lines++) {
      const { each } = await written(
        ...Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'one line', quiet: true })),
        { kind: 'heading', text: 'A heading' },
        { kind: 'table', columns, rows: rows(2), totals: [] },
      );
      expect(each.find((page) => page.includes('A heading'))).toContain('row 0 begins');
    }
  });

  test('hold a row that is taller than any of them, whole', async () => {
    const words = Array.from({ length: 3000 }, (_, at) => `w${at}`).join(' ');
    const { each, pages } = await written({ kind: 'table', columns, rows: [[words, '1']], totals: [] });
    expect(pages).toBeGreaterThan(1);
    const read = each.join(' ');
    for (const at of [0, 1499, 2999]) expect(read).toContain(`w${at} `);
  });

  test('hold long words, within the margins', async () => {
    const word = 'Donaudampfschifffahrt'.repeat(20);
    const { text } = await written(paragraph(`a ${word} b`), { kind: 'table', columns, rows: [[word, word]], totals: [] });
    expect(text.replaceAll(' ', '')).toContain(`a${word}b`);
  });
});

describe('the file', () => {
  test('is the same bytes for the same document, and others for another moment', async () => {
    const once = await letter(document([paragraph('Hello')]), brand);
    const again = await letter(document([paragraph('Hello')]), brand);
    const later = await letter(document([paragraph('Hello')], { created: 1 }), brand);
    expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
    expect(Buffer.compare(once.pdf, later.pdf)).not.toBe(0);
  });

  test('says what it is, in which language, by whom, and can be walked by a screen reader', async () => {
    const { pdf } = await letter(document([{ kind: 'heading', text: 'Terms' }], { language: 'de', title: 'Angebot' }), brand);
    const heads = pdfHeads(pdf);
    for (const said of ['(Angebot)', '(Initech Support)', '/Lang (de)', '(D:20260302093000Z)']) expect(heads).toContain(said);
    for (const part of ['/S /H1', '/S /H2', '/S /Document', '/Marked true']) expect(heads).toContain(part);
  });

  test('carries only the letters that it shows', async () => {
    const { pdf } = await written(paragraph('Hello'));
    expect(pdf.byteLength).toBeLessThan(30_000);
  });

  test('is of the paper asked for', async () => {
    const { pdf } = await letter(document([]), { ...brand, paper: 'Letter' });
    expect(pdfHeads(pdf)).toContain('/MediaBox [0 0 612 792]');
  });
});

describe('the logo', () => {
  const withLogo = (logo: string) => letter(document([]), { ...brand, logo: Buffer.from(logo, 'base64') });
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

  test('stands for the name', async () => {
    const { logo, pdf } = await withLogo(png);
    expect(logo).toBe('shown');
    expect(pdfHeads(pdf)).toContain('/Alt (Initech Support)');
    expect(pdfPages(pdf)[0]).not.toContain('Initech Support');
  });

  test('may be an SVG', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>';
    expect((await withLogo(Buffer.from(svg).toString('base64'))).logo).toBe('shown');
  });

  test.each([
    ['nothing', ''],
    ['text', 'aGVsbG8='],
    ['half a PNG', png.slice(0, 40)],
    ['half an SVG', 'PHN2Zw=='],
  ])('that is %s is said to be unreadable, and the name stands for it', async (_, bytes) => {
    const { logo, pdf } = await withLogo(bytes);
    expect(logo).toBe('unreadable');
    expect(pdfPages(pdf)[0]).toContain('Initech Support');
  });
});
