import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../src/domain/authenticate/base32.ts';
import { signedMessageId, ticketOfSignedId } from '../../src/domain/authenticate/signed-message-id.ts';
import { issueToken } from '../../src/domain/authenticate/token.ts';
import { messageId, ticketNo } from '../../src/domain/ids.ts';
import { aSigner, now } from './parts.ts';

const signer = aSigner();
const domain = 'acme.example';
const nonce = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const id = signedMessageId(signer, ticketNo(1042), nonce, domain);

describe('a signed Message-ID', () => {
  test('proves its ticket, in any case of letters', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), fc.uint8Array({ minLength: 8, maxLength: 8 }), (number, random) => {
        const made = signedMessageId(signer, ticketNo(number), random, domain);
        expect(ticketOfSignedId(signer, made, domain)).toBe(number);
        expect(ticketOfSignedId(signer, messageId(made.toUpperCase()), domain)).toBe(number);
      }),
    );
  });

  test('A1: with any one bit flipped it proves nothing', () => {
    const bytes = fromBase32(id.slice(1, id.indexOf('@'))) ?? new Uint8Array();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const forged = Uint8Array.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(ticketOfSignedId(signer, messageId(`<${toBase32(forged)}@${domain}>`), domain), `bit ${bit}`).toBeNull();
    }
  });

  test.each([
    ['of another domain', id.replace(domain, 'evil.example')],
    ['of a domain that ends like ours', id.replace(domain, `evil.${domain}`)],
    ['cut', id.replace(/^<../, '<')],
    ['with something in front', id.replace('<', '<x')],
    ['of another system', '<CAF+abc=def@mail.acme.example>'],
    ['empty', '<@acme.example>'],
    ['no id at all', ''],
    // A token's hash must be worth nothing in an id: the two are labelled apart.
    [
      'made of an address',
      `<${issueToken(signer, { purpose: 'reply', ticket: ticketNo(1), principal: { kind: 'contact', id: 1 }, expires: now })}@${domain}>`,
    ],
  ])('A1: an id %s proves nothing', (_, forged) => {
    expect(ticketOfSignedId(signer, messageId(forged), domain)).toBeNull();
  });

  test('an id of a key that we do not have proves nothing', () => {
    expect(ticketOfSignedId(aSigner(2), id, domain)).toBeNull();
  });
});
