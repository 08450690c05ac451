import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFrom } from '../../../src/adapters/email/html/format-words.ts';
import { htmlToText } from '../../../src/adapters/email/mime/html-text.ts';

const all = () => true;
const rows: [string, string, string, string][] = [
  [
    'a list, bold and a link',
    '<div>Please:</div><ol><li>open the <b>lid</b></li><li>read <a href="https://a.example/x">the manual</a></li></ol>',
    'Please:\n\n1. open the lid\n2. read the manual <https://a.example/x>',
    '<div>Please:</div><ol><li>open the <b>lid</b></li><li>read <a href="https://a.example/x">the manual</a></li></ol>',
  ],
  [
    'what the program quotes and the signature stay here',
    '<div dir="ltr"><p>It is <i>done</i>.</p><div>-- <br>Maria <b>Lopez</b></div><div class="gmail_quote">On Monday Jane wrote:<blockquote>SECRET</blockquote></div></div>',
    'It is done.',
    '<div dir="ltr"><p>It is <i>done</i>.</p></div>',
  ],
  [
    'a command above the words stays here',
    '<div>!close</div><div><br></div><div>It is done.</div>',
    'It is done.',
    '<div>It is done.</div>',
  ],
  [
    'words between other text',
    'Note to self<br>Hello Jane,<br>all is well!<br>Maria',
    'Hello Jane,\nall is well!',
    'Hello Jane,<br>all is well!',
  ],
  ['a word within another is not it', '<p>Booked</p><p>ok</p>', 'ok', '<p>ok</p>'],
  ['the sign behind bold words', '<p><b>Hello</b>!</p><p>Maria</p>', 'Hello!', '<p><b>Hello</b>!</p>'],
  ['lines of code keep their breaks', '<pre>one\n  two</pre>', 'one\n two', '<pre>one<br>  two</pre>'],
  ['signs of HTML in words stay words', '<p>1 &lt; 2 &amp; "3"</p>', '1 < 2 & "3"', '<p>1 &lt; 2 &amp; "3"</p>'],
  [
    'a table',
    '<table><tr><td>a</td><td></td><td>b</td></tr></table>',
    'a b',
    '<table><tr><td>a</td><td></td><td>b</td></tr></table>',
  ],
  ['other words than the HTML says', '<p>We pay</p>', 'We do not pay', ''],
  ['words with something between them', '<p>We do</p><p>HIDDEN</p><p>pay</p>', 'We do pay', ''],
  ['no words', '<p>:-)</p>', ':-)', ''],
  ['A9: a script', '<p onclick="x()">Hi<script>alert(1)</script></p>', 'Hi', '<p>Hi</p>'],
  ['A9: a link that runs', '<a href="javascript:alert(1)">Hi</a>', 'Hi', '<a>Hi</a>'],
  [
    'A9: a link to nowhere in particular',
    '<a href="//evil.example/x">Hi</a> <a href="x">you</a>',
    'Hi you',
    '<a>Hi</a> <a>you</a>',
  ],
  [
    'A9: pictures from elsewhere',
    '<p>Hi<img src="https://t.example/p.gif"><img src="//t.example/p"><img src="p.gif"><img src="data:image/png;base64,AA">Jane</p>',
    'Hi Jane',
    '<p>HiJane</p>',
  ],
  [
    'A9: styles and forms',
    '<style>p{}</style><form action="https://x"><p style="background:url(https://t)">Hi<input value="x"></p></form>',
    'Hi',
    '<p>Hi</p>',
  ],
  ['A9: what nobody saw', '<p>Hi <span style="display:none">secret</span>Jane</p>', 'Hi Jane', '<p>Hi Jane</p>'],
];

test.each(rows)('%s', (_what, html, words, wanted) => {
  expect(formatFrom(html)(words, all).html).toBe(wanted);
});

test('pictures of the mail stay between the words, and at their edges where they may', () => {
  const html =
    '<p><img src="cid:a@x"></p><p>See <img src="cid:b@x" width="40" height="x"> here</p><p><img src="cid:c@x"></p><p>Maria</p><img src="cid:d@x">';
  const format = formatFrom(html);
  expect(format('See here', all)).toEqual({
    html: '<p><img src="cid:a@x" alt=""></p><p>See <img src="cid:b@x" alt="" width="40"> here</p><p><img src="cid:c@x" alt=""></p>',
    cids: ['a@x', 'b@x', 'c@x'],
  });
  expect(format('See here', (_cid, edge) => !edge)).toMatchObject({ cids: ['b@x'] });
  expect(format('See here', (cid) => cid === 'c@x').html).toBe('<p>See  here</p><p><img src="cid:c@x" alt=""></p>');
});

test('a picture behind the line above a signature is the signature’s', () => {
  expect(formatFrom('<p>Hi</p><p>--</p><img src="cid:logo">')('Hi', all).cids).toEqual([]);
  expect(formatFrom('<p>Hi</p><hr><img src="cid:logo">')('Hi', all).cids).toEqual([]);
});

const pieces = fc.constantFrom(
  ...[
    'Hello',
    'Jane',
    'SECRET',
    ' ',
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<br>',
    '<li>',
    '<ul>',
    '</ul>',
    '&lt;',
    '&amp;',
    '"',
    '<img src="cid:a">',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:x">',
    '</a>',
    '<a href="https://a.example">',
    '<!--',
    '-->',
    '<svg onload=x>',
  ],
  ...['<td>', '<table>', '<style>', '</style>', '<blockquote>', '1. ', 'ünï', '👍', '\n'],
);

test('A9: whatever the HTML is, what goes on says the words and nothing else, in tags of the list', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }),
      fc.constantFrom('Hello Jane', 'Hello', 'ünï Jane', 'Hello\n\nHello'),
      (list, words) => {
        const { html } = formatFrom(list.join(''))(words, all);
        if (html === '') return;
        expect(html).not.toMatch(/SECRET|script|onerror|onload|javascript|style|<svg|<!--|\n/i);
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
        expect(letters(htmlToText(html).text.replace(/\[https:[^\]]*\]|^\s*\d+\. /gm, ''))).toBe(letters(words));
      },
    ),
    { numRuns: 3_000 },
  );
});
