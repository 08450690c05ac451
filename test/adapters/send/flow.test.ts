import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unflow } from '../../../src/adapters/email/mime/flowed.ts';
import { flow } from '../../../src/adapters/email/send/flow.ts';
import { meant } from './meant.ts';

const columnsOf = (line: string): number =>
  [...line.replaceAll('\u200d', '')].reduce(
    (sum, letter) => sum + (/[\u3000-\u9fff\uac00-\ud7a3\u{1f300}-\u{1faff}]/u.test(letter) ? 2 : 1),
    0,
  );

const long = 'Tray 2 smokes since this morning, and the smell of it is all over the office by now.';

const rows: [string, string, string][] = [
  ['a short line stays', 'Hello Asha,', 'Hello Asha,'],
  [
    'a long line is one paragraph over several lines',
    long,
    'Tray 2 smokes since this morning, and the smell of it is all over the \noffice by now.',
  ],
  ['blanks that end a line would make it flow', 'a  \nb', 'a\nb'],
  ['the mark of a signature stands', 'Bye\n-- \nAcme Support', 'Bye\n-- \nAcme Support'],
  ['a line that begins with a blank is stuffed', '  indented', '   indented'],
  ['a line that begins with From is stuffed', 'From here on', ' From here on'],
  ['a mailbox file cannot cut a broken line at From', `${'x'.repeat(72)} From here`, `${'x'.repeat(72)} \n From here`],
  ['a sign at the break is no quote', `${'x'.repeat(73)} > 5 units`, `${'x'.repeat(73)} \n > 5 units`],
  [
    'a quote flows behind its marks',
    `> ${long}`,
    '> Tray 2 smokes since this morning, and the smell of it is all over the \n> office by now.',
  ],
  ['quotes of quotes', '> > first\n>> second\n>\n> third', '>> first\n>> second\n>\n> third'],
  [
    'a word longer than a line stays whole',
    `see https://a.example/${'x'.repeat(90)} now`,
    `see \nhttps://a.example/${'x'.repeat(90)} \nnow`,
  ],
  ['wide letters take two columns', `${'漢字'.repeat(18)} ${'漢字'.repeat(3)}`, `${'漢字'.repeat(18)} \n${'漢字'.repeat(3)}`],
  ['two dashes before a long word never become the mark', `-- ${'x'.repeat(90)}`, `-- ${'x'.repeat(90)}`],
];

test.each(rows)('3676: %s', (_what, given, flowed) => {
  expect(flow(given)).toBe(flowed);
});

const word = fc.oneof(
  fc.constantFrom(
    '-- ',
    '--',
    '>',
    '> ',
    '>> ',
    ' ',
    '   ',
    'From ',
    '\t',
    '漢字',
    '👩‍👩‍👧',
    'ü',
    '\n',
    '\u00a0',
    'x'.repeat(80),
  ),
  fc.stringMatching(/^[a-z.]{1,12}$/),
);
const aText = fc.array(word, { maxLength: 120 }).map((words) => words.join(fcSpace(words.length)));
const fcSpace = (count: number): string => (count % 3 === 0 ? '' : ' ');

test('3676: our own reader gives back what was meant, and no line is wider than 76 columns but for one word', () => {
  fc.assert(
    fc.property(aText, (text) => {
      const flowed = flow(text);
      expect(unflow(flowed, false)).toBe(meant(text));
      for (const line of flowed.split('\n')) {
        const isOneWord = !/\S +\S/.test(line.replace(/^>* ?(?:-- )?/, ''));
        expect(isOneWord || columnsOf(line) <= 76).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
