import { describe, expect, test } from 'vitest';
import { ownWords, quotesOnly } from '../../src/domain/visible-text/own-words.ts';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';

const copied = [
  'From: Acme Support <support@acme.example>',
  'Sent: Monday, 2 March 2026 10:00',
  'To: Maria',
  'Subject: Re: [HD-1001] x',
  '',
  'INTERNAL-1',
];

describe('what may go out in our name', () => {
  test.each([
    ['words above a forward', ['Look.', '', '---------- Forwarded message ---------', ...copied], 'Look.'],
    ['nothing but a forward', ['---------- Forwarded message ---------', ...copied], ''],
    ['nothing above a copied mail', copied, ''],
    ['a rule and nothing else above it', ['________________________________', ...copied], ''],
    ['Apple’s forward', ['Begin forwarded message:', '', ...copied], ''],
    [
      'in German',
      ['Siehe unten.', '-----Ursprüngliche Nachricht-----', 'Von: Acme', 'Gesendet: Montag', 'INTERNAL-1'],
      'Siehe unten.',
    ],
    ['nothing but a signature', ['-- ', 'Maria Lopez', 'INTERNAL-EXTENSION 4711', '', '> quoted'], ''],
    ['plain words', ['From here on: all good.', 'To do: nothing.'], 'From here on: all good.\nTo do: nothing.'],
  ])('%s', (_, lines, expected) => {
    expect(ownWords(visibleText(lines.join('\n')))).toBe(expected);
  });
});

test.each([
  ['> one\n> two', true],
  ['On Mon, 2 Mar 2026 at 10:00, Acme Support wrote:\n\n> one', true],
  ['', true],
  ['Thanks.\n\n> one', false],
  ['---------- Forwarded message ---------\nFrom: Ann <a@b.example>\nSubject: x\n\nText', false],
])('an answer without a word: %j', (text, expected) => expect(quotesOnly(text)).toBe(expected));
