import fc from 'fast-check';
import addressparser from 'nodemailer/lib/addressparser';
import { describe, expect, test } from 'vitest';
import { readAddresses } from '../../src/adapters/email/mime/addresses.ts';
import { claimsOneMailbox, strictFrom } from '../../src/domain/authenticate/strict-from.ts';
import { header } from './parts.ts';

/** As the parser hands it over: the field as it stood, and the address it recovered. */
const mailOf = (...fields: string[]) => ({
  headers: fields.map((value) => header('From', value)),
  from: readAddresses(fields)[0] ?? { name: '', address: '' },
});

const maria = 'maria@acme.example';

describe('the one identity that From claims', () => {
  test.each([
    'maria@acme.example',
    'Maria Lopez <maria@acme.example>',
    '"Lopez, Maria" <maria@acme.example>',
    '"Maria \\"ML\\" Lopez" <maria@acme.example>',
    '=?utf-8?Q?Mar=C3=ADa?= <maria@acme.example>',
    '<maria@acme.example>',
    'MARIA@ACME.EXAMPLE',
    '"jane@globex.example" <maria@acme.example>',
  ])('%s', (field) => {
    expect(strictFrom(mailOf(field))).toBe(maria);
  });

  test('an international name in its ASCII form', () => {
    expect(strictFrom(mailOf('J <j@xn--exmple-cua.example>'))).toBe('j@xn--exmple-cua.example');
  });

  test.each([
    ['A12', 'a comment behind', 'maria@acme.example (maria)'],
    ['A12', 'a comment within', 'maria(x)@acme.example'],
    ['A12', 'nested comments that hide an address', 'evil@evil.example (a (b) <maria@acme.example>)'],
    ['6854-1', 'a group', 'Team: maria@acme.example;'],
    ['6854-1', 'an empty group', 'undisclosed:;'],
    ['A12', 'a quoted local part', '"maria"@acme.example'],
    ['A12', 'a quoted local part with an @', '"maria@acme.example"@evil.example'],
    ['5322-2', 'two mailboxes', 'maria@acme.example, evil@evil.example'],
    ['5322-2', 'a second mailbox in the name', 'maria@acme.example <evil@evil.example>'],
    ['5322-2', 'two in angles', '<maria@acme.example><evil@evil.example>'],
    ['A12', 'folding within the address', 'Maria <maria@ acme.example>'],
    ['A12', 'a space before the @', 'maria @acme.example'],
    ['A12', 'an unclosed quote', '"Maria <maria@acme.example>'],
    [
      'A12',
      'an encoded word that ends the address early',
      '=?utf-8?Q?maria=40acme.example=3E?= <evil@evil.example> <maria@acme.example>',
    ],
    ['A12', 'an encoded address', '=?utf-8?Q?maria=40acme.example?='],
    ['A12', 'a source route', '<@evil.example:maria@acme.example>'],
    ['A12', 'an address literal', 'maria@[192.0.2.1]'],
    ['A12', 'NUL in the name', 'Maria\0 <maria@acme.example>'],
    ['A12', 'a dot at the end', 'maria@acme.example.'],
    ['A12', 'two dots', 'maria..x@acme.example'],
    ['A12', 'a letter that only looks Latin', 'mаria@acme.example'],
    ['A12', 'an international name that is not ASCII', 'maria@exämple.example'],
    ['5322-2', 'nothing', ''],
  ])('%s: %s proves nothing: %s', (_id, _what, field) => {
    expect(strictFrom(mailOf(field))).toBeNull();
  });

  test('5322-2: no From field, and two of them, prove nothing', () => {
    expect(strictFrom(mailOf())).toBeNull();
    expect(strictFrom(mailOf(maria, maria))).toBeNull();
    expect(claimsOneMailbox(mailOf())).toBe(false);
    expect(claimsOneMailbox(mailOf(maria, 'evil@evil.example'))).toBe(false);
  });

  test('A12: a field that readers begin or end at different places proves nothing', () => {
    const field = { name: 'from', value: maria };
    const mail = (odd: boolean) => ({ headers: [odd ? { ...field, odd } : field], from: mailOf(maria).from });
    expect(strictFrom(mail(false) as Parameters<typeof strictFrom>[0])).toBe('maria@acme.example');
    expect(strictFrom(mail(true) as Parameters<typeof strictFrom>[0])).toBeNull();
  });

  test('the parser must have read the very same address', () => {
    expect(strictFrom({ headers: [header('From', maria)], from: { name: '', address: 'evil@evil.example' } })).toBeNull();
  });

  test('A12: whenever an address is given, the library that composes and splits addresses reads the same one and no other', () => {
    const bits = [
      'maria@acme.example',
      'evil@evil.example',
      'Maria',
      ' ',
      '<',
      '>',
      '"',
      '(',
      ')',
      ',',
      ';',
      ':',
      '@',
      '\\',
      '.',
      '=?utf-8?Q?a?=',
      '\t',
      'é',
      "'",
    ];
    const field = fc.array(fc.constantFrom(...bits), { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(field, (value) => {
        const mail = { ...mailOf(value) };
        const strict = strictFrom(mail);
        if (strict === null) return;
        const read = addressparser(value, { flatten: true });
        expect(read.map(({ address = '' }) => address.toLowerCase())).toEqual([strict]);
        expect(claimsOneMailbox(mail)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    ['an old client writes the name as a comment', 'jane@globex.example (Jane Roe)', true],
    ['an international address', 'Jörg <jörg@exämple.example>', true],
    ['a colon and a comma in quotes', '"Roe, Jane: IT" <jane@globex.example>', true],
    ['a name with a comma and no quotes', 'Roe, Jane <jane@globex.example>', false],
    ['two mailboxes', 'jane@globex.example, evil@evil.example', false],
    ['a group', 'IT: jane@globex.example;', false],
  ])('6854-1: whether one mailbox wrote: %s', (_, field, one) => {
    expect(claimsOneMailbox(mailOf(field))).toBe(one);
  });
});
