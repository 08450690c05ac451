import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailtoLink } from '../../src/domain/answer/mailto.ts';

const address = 'support+k7v3m2q9x4t8w6z5k7v3m2q9x4t8w6z5abcd@acme.example';

/** As a mail program reads it (RFC 6068 §2). */
function opened(link: string) {
  const [to = '', fields = ''] = link.slice('mailto:'.length).split('?');
  const read = Object.fromEntries(fields.split('&').map((field) => field.split('=').map(decodeURIComponent)));
  return { to: decodeURIComponent(to), subject: read['subject'] ?? '', body: read['body'] ?? '' };
}

describe('mailto links', () => {
  test.each([
    [{ subject: 'Re: [HD-1] A & B', command: 'take' }, 'subject=Re%3A%20%5BHD-1%5D%20A%20%26%20B%20%5Btake%5D'],
    [{ subject: 'x', body: 'a b\nc\r\nd' }, 'subject=x&body=a%20b%0D%0Ac%0D%0Ad'],
    [{ subject: 'a\r\nBcc: x@y.example' }, 'subject=a%20Bcc%3A%20x%40y.example'],
    [{ subject: "it's (50%) *!" }, 'subject=it%27s%20%2850%25%29%20%2A%21'],
    [{ subject: '', body: '!HD-1 \n!HD-2 ' }, 'body=%21HD-1%20%0D%0A%21HD-2%20'],
    [{ subject: 'é\ud800', command: 'tag a[b]' }, 'subject=%C3%A9%EF%BF%BD&body=%21tag%20a%5Bb%5D%0D%0A'],
  ])('%j', (mail, fields) => expect(mailtoLink({ address: 's@acme.example', ...mail })).toBe(`mailto:s@acme.example?${fields}`));

  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 900 }), fc.string({ maxLength: 3000 }));
  test('whatever is asked: at most 1,800 characters of RFC 6068, the tag first, the command whole or not at all', () => {
    fc.assert(
      fc.property(
        words,
        fc.oneof(words, fc.constantFrom('take', 'assign maria; severity high')),
        words,
        (title, command, body) => {
          const link = mailtoLink({ address, subject: `Re: [HD-1042] ${title}`, command, body });
          expect(link.length).toBeLessThanOrEqual(1800);
          expect(link).toMatch(/^mailto:[\w%.~-]+@acme\.example(?:\?(?:[\w.~-]|%[\dA-F]{2}|[=&])*)?$/);
          expect(link).not.toMatch(/%0D(?!%0A)|(?<!%0D)%0A/);
          const mail = opened(link);
          expect(mail.to).toBe(address);
          expect(mail.subject.startsWith('Re: [HD-1042]')).toBe(true);
          const said = command
            .toWellFormed()
            .replace(/[\s\p{Cc}]+/gu, ' ')
            .trim();
          const isThere = mail.subject.endsWith(`[${said}]`) || mail.body.startsWith(`!${said}`);
          expect(isThere || said.length > 400 || said === '' || encodeURIComponent(said).length > 1500).toBe(true);
        },
      ),
    );
  });

  test('a long list is cut by whole lines', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `!HD-${1000 + at} `);
    const kept = opened(mailtoLink({ address, subject: 'Tickets', body: lines.join('\n') })).body.split('\r\n');
    expect(kept).toEqual(lines.slice(0, kept.length));
    expect(kept.length).toBeGreaterThan(60);
  });
});
