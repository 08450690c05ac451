import { describe, expect, test } from 'vitest';
import { checkMail } from '../../../../src/adapters/templates/mail-checks/checks.ts';
import type { MailParts } from '../../../../src/adapters/templates/mail-checks/mail-check.ts';

/** A mail that holds every check, with another body, sheet or head where a test wants one. */
function aMail(body = '<h1>Hello</h1>', { sheet = '', html = '<html lang="en" dir="ltr">', text = 'Hello\n' } = {}): MailParts {
  const head = `<head><title>S</title><style>${sheet}</style></head>`;
  return { language: 'en', subject: 'S', text, html: `<!doctype html>${html}${head}<body>${body}</body></html>` };
}

const dark = (rules: string) => ({ sheet: `.a { color: #000000; } @media (prefers-color-scheme: dark) { ${rules} }` });
const link = (href: string) =>
  aMail(`<h1>Hello</h1><a href="${href}">there</a>`, href.startsWith('mailto:') ? {} : { text: 'Hello there\n' });
const styled = (style: string) => aMail(`<h1 style="${style}">Hello</h1>`);

test('a plain mail has no fault', () => {
  expect(checkMail(aMail())).toEqual([]);
});

const faulty: [check: string, what: string, mail: MailParts, fault: RegExp][] = [
  ['size', 'much of it', aMail(`<h1>Hello</h1>${' '.repeat(30_000)}`), /30\d{3} bytes of HTML/],
  ['language', 'another lang', aMail(undefined, { html: '<html lang="es" dir="ltr">' }), /lang="es".*expected "en"/],
  ['language', 'no direction', aMail(undefined, { html: '<html lang="en">' }), /expected ltr or rtl/],
  ['language', 'another title', { ...aMail(), subject: 'T' }, /expected the subject/],
  ['headings', 'two', aMail('<h1>Hello</h1><h1>Hello</h1>'), /^2 h1/],
  ['headings', 'a level skipped', aMail('<h1>Hello</h1><h3>Hello</h3>'), /<h3>Hello skips/],
  ['headings', 'an h2 before the h1', aMail('<h2>Hello</h2><h1>Hello</h1>'), /<h2>Hello skips/],
  ['pictures', 'no alt', aMail('<h1>Hello</h1><img src="cid:logo">'), /no alt/],
  ['links', 'http', link('http://a.example/'), /expected https: or mailto:/],
  ['links', 'a script', link('javascript:alert(1)'), /expected https: or mailto:/],
  ['links', 'no words', aMail('<h1>Hello</h1><a href="mailto:a@b.example"><img src="cid:x" alt=""></a>'), /without words/],
  ['links', 'no address', link('mailto:nobody'), /expected an address/],
  ['links', 'a bare line feed', link('mailto:a@b.example?body=a%0Ab'), /must be %0D%0A/],
  ['links', 'two lines in a subject', link('mailto:a@b.example?subject=a%0D%0Ab'), /more than a line/],
  ['links', 'a space', link('mailto:a@b.example?subject=a b'), /must be escaped/],
  ['links', 'a plus for a space', link('mailto:a@b.example?subject=a+b'), /bare “\+”/],
  ['links', 'broken UTF-8', link('mailto:a@b.example?subject=%E9'), /not UTF-8/],
  ['links', 'a hidden recipient', link('mailto:a@b.example?bcc=c@d.example'), /the field bcc/],
  ['links', 'too long', link(`mailto:a@b.example?body=${'x'.repeat(1800)}`), /expected at most 1800/],
  ['offline', 'a style that fetches', styled('border-top: url(https://a.example/x)'), /url\(https/],
  ['supported', 'an element', aMail('<h1>Hello</h1><marquee>Hello</marquee>'), /^<marquee>$/],
  ['supported', 'an attribute', aMail('<h1 onclick="x">Hello</h1>'), /^<h1 onclick>$/],
  ['supported', 'a property', styled('position: absolute'), /^position on <h1>$/],
  ['supported', 'a property in a sheet', aMail(undefined, { sheet: 'h1 { float: left }' }), /^float in h1$/],
  ['supported', 'a selector', aMail(undefined, { sheet: 'h1 > a { color: #000000 }' }), /selector h1 > a/],
  ['supported', 'a logical side alone', styled('padding-inline: 4px'), /expected behind padding/],
  ['contrast', 'grey on white', styled('color: #999999'), /“Hello” in light: #999999 on #ffffff is 2\.85; expected 4\.5/],
  [
    'contrast',
    'white on the ground around',
    aMail('<div style="background-color: #eeeeee"><h1 style="color: #ffffff">Hello</h1></div>'),
    /#ffffff on #eeeeee/,
  ],
  [
    'contrast',
    'a dark word on a dark screen',
    aMail(
      '<h1 class="a" style="color: #222222; background-color: #ffffff">Hello</h1>',
      dark('.a { background-color: #000000 !important }'),
    ),
    /in dark: #222222 on #000000/,
  ],
  ['contrast', 'a name of a colour', styled('color: tomato'), /expected colours as #rrggbb/],
  ['filled', 'a value that is none', aMail('<h1>Hello undefined</h1>', { text: 'Hello undefined\n' }), /a value that is none/],
  ['filled', 'nothing between commas', aMail('<h1>Hello, , you</h1>', { text: 'Hello, you\n' }), /nothing between/],
  ['filled', 'empty brackets', aMail('<h1>Hello ()</h1>'), /nothing between/],
  ['filled', 'a space before the comma', aMail('<h1>Hello , you</h1>', { text: 'Hello, you\n' }), /a space before a mark/],
  ['filled', 'two spaces', aMail('<h1>Hello  you</h1>', { text: 'Hello you\n' }), /two spaces/],
  ['filled', 'an empty paragraph', aMail('<h1>Hello</h1><p> </p>'), /an empty <p>/],
  ['filled', 'a piece of the template', aMail('<h1>Hello {{name}}</h1>', { text: 'Hello name\n' }), /a piece of the template/],
  ['same words', 'a sentence of the HTML alone', aMail('<h1>Hello</h1><p>Bye now.</p>'), /^only in the HTML: Bye now\.$/],
  ['same words', 'a line of the text alone', aMail(undefined, { text: 'Hello\n\nBye now.\n' }), /^only in the text: Bye now\.$/],
  ['text lines', 'a word too long', aMail(`<h1>${'x'.repeat(79)}</h1>`, { text: `${'x'.repeat(79)}\n` }), /cannot be broken/],
  ['text lines', 'a hole', aMail('<h1>Hello</h1><p>you</p>', { text: 'Hello\n\n\nyou\n' }), /two empty lines/],
  ['text lines', 'no end', aMail(undefined, { text: 'Hello' }), /end with one line break/],
];

describe('each check finds what it is for, and no other does', () => {
  test.each(faulty)('%s: %s', (check, _, mail, fault) => {
    const found = checkMail(mail);
    expect([...new Set(found.map((one) => one.check))]).toEqual([check]);
    expect(found).toContainEqual({ check, fault: expect.stringMatching(fault) });
  });

  test('a picture from elsewhere fails twice: it is fetched, and it does not come with the mail', () => {
    const found = checkMail(aMail('<h1>Hello</h1><img src="https://a.example/x.png" alt="">'));
    expect(found.map(({ check }) => check)).toEqual(['pictures', 'offline']);
  });
});

test.each<[what: string, mail: MailParts]>([
  ['large bold text may be paler', styled('color: #888888; font-size: 24px')],
  [
    'dark rules hold for dark alone',
    aMail(
      '<h1 class="a" style="color: #000000">Hello</h1>',
      dark('.a { color: #ffffff !important; background-color: #000000 !important }'),
    ),
  ],
  [
    'a rule that is not important yields to the style',
    aMail('<h1 class="a" style="color: #000000">Hello</h1>', { sheet: '.a { color: #fefefe }' }),
  ],
  ['hidden words have no contrast and no twin', aMail('<div style="display: none; color: #ffffff">Psst</div><h1>Hello</h1>')],
  ['labels of buttons stand aside', link('mailto:a@b.example?subject=Re%3A%20x&body=a%0D%0Ab')],
  ['a quotation is the same words', aMail('<h1>Hello</h1><p>Are you there</p>', { text: 'Hello\n\n> Are you\n> there\n' })],
  [
    'a web address may be long',
    aMail(`<h1>Hello</h1><p>https://a.example/${'x'.repeat(80)}</p>`, { text: `Hello\n\nhttps://a.example/${'x'.repeat(80)}\n` }),
  ],
  ['a logical side behind a physical one', styled('padding: 4px; padding-inline: 4px')],
])('%s', (_, mail) => {
  expect(checkMail(mail)).toEqual([]);
});
