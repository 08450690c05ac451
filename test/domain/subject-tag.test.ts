import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { aroundTag, taggedTickets, tagOf, threadSubject, titleOf, withoutPrefixes } from '../../src/domain/match/subject-tag.ts';

describe('subjects', () => {
  test.each([
    'Re: Printer',
    'RE: re: Re: Printer',
    'Re[2]: Printer',
    'Re (3): Printer',
    'Fwd: FW: Printer',
    'AW: WG: Antw: Printer',
    'RV: Res: Printer',
    'R: I: Rif: Printer',
    'Rép : TR : Printer',
    'Sv: VS: VB: Vl: Printer',
    'Odp: PD: Printer',
    'YNT: İLT: Printer',
    'Отв: Пер: Printer',
    'ΑΠ: ΠΡΘ: Printer',
    '回复： 转发: Printer',
    '返信: 転送: Printer',
    'השב: Printer',
    'رد: Printer',
    '  Re:Printer',
  ])('prefixes of any language fall away: %s', (subject) => {
    expect(withoutPrefixes(subject)).toBe('Printer');
  });

  test.each([
    'Request: new printer',
    'Regarding the printer',
    'Reset: how?',
    'Inquiry: printers',
    'AWS: a question',
    'Trouble: smoke',
  ])('a word that only begins like one stays: %s', (subject) => expect(withoutPrefixes(subject)).toBe(subject));

  test.each([
    ['Re: [HD-1042] Printer', [1042]],
    ['[hd-1042] x [HD-7]', [1042, 7]],
    ['[ HD-1042 ]', [1042]],
    ['[EXTERNAL] Re: [HD-1042]', [1042]],
    ['[HD-10x]', []],
    ['[AHD-1042]', []],
    ['HD-1042', []],
    ['[HD-12345678901]', []],
    ['[OTHER-1042]', []],
  ])('numbers of ours in %s: %j', (subject, numbers) => {
    expect(taggedTickets(subject, 'HD')).toEqual(numbers);
  });

  test('a prefix with letters that mean something in a pattern is only text', () => {
    expect(taggedTickets('[H.D-1] [HXD-2]', 'H.D')).toEqual([1]);
  });

  test.each([
    ['Re: [HD-7] Printer on fire', 'Printer on fire'],
    ['[HD-7] Re: [HD-8]  Printer   on fire', 'Printer on fire'],
    ['', '(no subject)'],
    ['Re: Fwd:', '(no subject)'],
    ['Re: [HD-1]', '(no subject)'],
  ])('the title of %j is %j', (subject, title) => {
    expect(titleOf(subject, 'HD')).toBe(title);
  });

  test('what stands around the first tag', () => {
    expect(aroundTag('Re: [X] [HD-7] Printer [take]', 'HD')).toEqual({ before: 'Re: [X]', after: 'Printer [take]' });
    expect(aroundTag('Printer', 'HD')).toBeNull();
  });

  test('a thread keeps its subject however often it is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (subject) => {
        const title = titleOf(subject, 'HD');
        const thread = threadSubject(tagOf('HD', ticketNo(7)), title);
        expect(title).not.toBe('');
        expect(taggedTickets(thread, 'HD')).toEqual([7]);
        expect(titleOf(`Re: ${thread}`, 'HD')).toBe(title);
      }),
    );
  });

  test('A14: a hostile pile of prefixes and brackets costs time by its length only', () => {
    const start = performance.now();
    for (const part of ['Re: ', 'Re[1', '[HD-1', '[[[[', 'Re :：']) {
      titleOf(part.repeat(20_000), 'HD');
      taggedTickets(part.repeat(20_000), 'HD');
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
