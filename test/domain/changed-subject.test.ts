import { describe, expect, test } from 'vitest';
import { changedSubject } from '../../src/domain/match/changed-subject.ts';
import { desk } from './parts.ts';

const changed = (subject: string, earlier: string[] = [], answered = true): string =>
  changedSubject({ subject, title: 'Printer on fire', earlier, answered }, desk);

describe('a subject that the ticket never had', () => {
  test.each([
    ['Invoice 4711 is wrong', 'Invoice 4711 is wrong'],
    ['Re: Invoice 4711 is wrong', 'Invoice 4711 is wrong'],
    ['Re: [HD-1001] Invoice 4711 is wrong', 'Invoice 4711 is wrong'],
    ['AW: [EXTERNAL] Re: Neuer Drucker', 'Neuer Drucker'],
  ])('%s', (subject, title) => {
    expect(changed(subject)).toBe(title);
  });

  test.each([
    ['the title', 'Printer on fire'],
    ['with prefixes and our tag', 'RE: AW: [HD-1001] Printer on fire'],
    ['with a gateway’s tag', '[EXTERNAL] Re: [HD-1001] Printer on fire'],
    ['with a gateway’s word', 'EXTERNAL: Re: Printer on fire'],
    ['with another desk’s number', 'Re: [ABC-77] Printer on fire'],
    ['in other letters and spaces', 'Re: PRINTER  on fire'],
    ['cut by a client', 'Re: [HD-1001] Printer on fir'],
    ['none', ''],
    ['only our tag', 'Re: [HD-1001]'],
  ])('not: %s', (_, subject) => {
    expect(changed(subject)).toBe('');
  });

  test('not one that an earlier mail brought', () => {
    expect(changed('Re: Invoice 4711 is wrong', ['Invoice 4711 is wrong'])).toBe('');
  });

  test('not the words of a short acknowledgement, before anybody answered', () => {
    expect(changed('Re: [HD-1001] We have received your message', [], false)).toBe('');
  });
});
