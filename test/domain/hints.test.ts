import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { conversationOf, quotedTickets } from '../../src/domain/match/hints.ts';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';
import { header } from './parts.ts';

const quoted = (text: string): number[] => quotedTickets({ text, visibleText: visibleText(text) }, 'HD');

describe('numbers in what a mail quotes', () => {
  test.each([
    ['behind marks', 'Still broken.\n\nOn Monday, Acme wrote:\n> Hello\n> --\n> Acme Support · [HD-1001]', [1001]],
    [
      'under a header block',
      'Still broken.\n\nFrom: Acme\nSent: Monday\nTo: Jane\nSubject: Re: [HD-1001] Printer\n\nHello',
      [1001],
    ],
    ['of another desk', 'No.\n\nOn Monday, Acme wrote:\n> [ABC-1001]', []],
    ['in what they wrote themselves', 'This is not about [HD-1001].', []],
    ['each once', 'No.\n\nOn Monday, Acme wrote:\n> [HD-1001]\n> [HD-1001]', [1001]],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('ms-1: the conversation of a Thread-Index', () => {
  const root = Buffer.from(Array.from({ length: 22 }, (_, at) => at * 11));
  const of = (bytes: Buffer) => conversationOf({ headers: [header('Thread-Index', bytes.toString('base64'))] });

  test('is its first 22 bytes', () => {
    expect(of(root)).toBe(`<${root.toString('hex')}@thread-index.invalid>`);
  });
  test.each([5, 10, 50])('whatever %i bytes of replies follow', (more) => {
    expect(of(Buffer.concat([root, Buffer.alloc(more, 7)]))).toBe(of(root));
  });
  test('another is another', () => {
    expect(of(Buffer.concat([Buffer.from([1]), root.subarray(1)]))).not.toBe(of(root));
  });
  test.each(['', 'AQ==', 'no base64 at all, and quite a long text', 'A'.repeat(500)])('“%s” names none', (value) => {
    expect(conversationOf({ headers: [header('Thread-Index', value)] })).toBeNull();
  });
});
