import type { Dice } from './dice.ts';

/** Bytes that a mutated mail may have. */
const MAX_BYTES = 400_000;

/** Pieces at which readers of mail stumble. */
const pieces: readonly string[] = [
  ...['\r\n\r\n', '\n\n', '\r', '\0', '\x1b$B', '\x1b(B', '\ufeff', '\u202e', '\r\n.\r\n', ' \t \r\n', '--', '--\r\n'],
  ...['=?utf-8?B?', '?=', '=?utf-8?Q?=', '=?', '=?x*y?q?_?=', '=?iso-2022-jp?B?GyRC', '=\r\n', '=C3', '==', '=', '=20\r\n'],
  ...['Content-Type: multipart/mixed; boundary=x\r\n', 'Content-Type: message/rfc822\r\n\r\n', 'Content-Type: text/html\r\n'],
  ...[
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Transfer-Encoding: quoted-printable\r\n',
    'Content-Transfer-Encoding: uue\r\n',
  ],
  ...[
    'Content-Disposition: attachment; filename*0*=utf-8',
    "; name*1*='%",
    '; charset=utf-7',
    '; charset=gb18030',
    '; charset=utf-16',
  ],
  ...[
    '; format=flowed; delsp=yes',
    '\r\n--x\r\n',
    '\r\n--x--\r\n',
    '; boundary=""',
    '; boundary="a\\"b"',
    '(((((',
    ')',
    '"',
    '\\',
    '<',
    '>',
    '@',
  ],
  ...[
    'From: <a@b>, ;:,"',
    'To: g:a@b,c@d;',
    'Date: 32 Foo 99999',
    'Message-ID: <',
    'References: <a><b> <c',
    '> > > ',
    '>>>>>>>>',
  ],
  ...[
    '<div style="',
    '<!--',
    '-->',
    '<![CDATA[',
    '<script>',
    '&#x0;',
    '&#99999999;',
    '<table><tr><td>',
    '</p></p>',
    '<blockquote type=cite>',
  ],
  ...[
    'begin 644 x\r\n',
    'end\r\n',
    'BEGIN:VCALENDAR\r\n',
    '-----BEGIN PGP MESSAGE-----\r\n',
    'On Mon, 2 Mar 2026 at 10:00, A wrote:\r\n',
  ],
  ...['-----Original Message-----\r\n', 'Final-Recipient: rfc822; a@b\r\n', 'Status: 5.1.1\r\n', 'Reporting-MTA: dns; x\r\n\r\n'],
];

type Mutation = (bytes: Buffer, dice: Dice, others: readonly Buffer[]) => Buffer;

const mutations: readonly Mutation[] = [
  (bytes, dice) => {
    const out = Buffer.from(bytes);
    for (let left = 1 + dice.roll(8); left > 0 && out.length > 0; left--) out[dice.roll(out.length)] = dice.roll(256);
    return out;
  },
  (bytes, dice) => cut(bytes, dice, () => Buffer.alloc(0)),
  (bytes, dice) => cut(bytes, dice, (piece) => Buffer.concat(Array(2 + dice.roll(dice.once(10) ? 200 : 4)).fill(piece))),
  (bytes, dice) => bytes.subarray(0, dice.roll(bytes.length + 1)),
  (bytes, dice) => bytes.subarray(dice.roll(Math.min(bytes.length + 1, 200))),
  (bytes, dice) => insert(bytes, dice, Buffer.from(dice.pick(pieces))),
  (bytes, dice) => insert(bytes, dice, Buffer.from(dice.pick(pieces).repeat(1 + dice.roll(dice.once(20) ? 5_000 : 20)))),
  (bytes, dice) => insert(bytes, dice, dice.bytes(dice.roll(200))),
  (bytes, dice, others) => insert(bytes, dice, dice.pick(others)),
  (bytes, dice, others) => Buffer.concat([half(bytes, dice), half(dice.pick(others), dice)]),
  (bytes, dice) => swapLines(bytes, dice),
  (bytes, dice) => replaced(bytes, dice, /charset="?[\w-]+/gi, () => `charset=${dice.pick(charsets)}`),
  (bytes, dice) => replaced(bytes, dice, /(?<=encoding: )[\w-]+/gi, () => dice.pick(encodings)),
  (bytes, dice) => replaced(bytes, dice, /(?<=content-type: )[\w/-]+/gi, () => dice.pick(types)),
  (bytes, dice) => replaced(bytes, dice, /\r?\n/g, () => dice.pick(['\r\n', '\n', '\r', '\r\r\n', '\n\n'])),
];

const charsets = [
  'utf-8',
  'utf-7',
  'utf-16',
  'utf-32',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'shift_jis',
  'x-foo',
  '',
  'hz-gb-2312',
  'koi8-r',
];
const encodings = ['base64', 'quoted-printable', '7bit', 'binary', 'x-uuencode', 'uue', 'foo', 'BASE64 (x)', ''];
const types = [
  ...[
    'text/plain',
    'text/html',
    'multipart/mixed',
    'multipart/alternative',
    'multipart/report',
    'multipart/digest',
    'multipart/',
  ],
  ...['message/rfc822', 'message/delivery-status', 'application/ms-tnef', 'application/pkcs7-mime', 'text/calendar', 'foo', ''],
];

/** A mail with up to eight mutations. */
export function mutated(mails: readonly Buffer[], dice: Dice): Buffer {
  let bytes = dice.pick(mails);
  for (let left = 1 + dice.roll(8); left > 0; left--) bytes = dice.pick(mutations)(bytes, dice, mails).subarray(0, MAX_BYTES);
  return Buffer.from(bytes);
}

const half = (bytes: Buffer, dice: Dice): Buffer => {
  const at = dice.roll(bytes.length + 1);
  return dice.once(2) ? bytes.subarray(0, at) : bytes.subarray(at);
};

function cut(bytes: Buffer, dice: Dice, change: (piece: Buffer) => Buffer): Buffer {
  const from = dice.roll(bytes.length + 1);
  const to = from + dice.roll(Math.min(bytes.length - from, dice.once(5) ? 20_000 : 300) + 1);
  return Buffer.concat([bytes.subarray(0, from), change(bytes.subarray(from, to)), bytes.subarray(to)]);
}

function insert(bytes: Buffer, dice: Dice, piece: Buffer): Buffer {
  const at = dice.roll(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function swapLines(bytes: Buffer, dice: Dice): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const [a, b] = [dice.roll(lines.length), dice.roll(Math.min(lines.length, 40))];
  [lines[a], lines[b]] = [lines[b] as string, lines[a] as string];
  return Buffer.from(lines.join('\n'), 'latin1');
}

function replaced(bytes: Buffer, dice: Dice, pattern: RegExp, by: () => string): Buffer {
  const often = 1 + dice.roll(3);
  return Buffer.from(
    bytes.toString('latin1').replace(pattern, (found) => (dice.once(often) ? by() : found)),
    'latin1',
  );
}
