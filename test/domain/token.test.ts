import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../src/domain/authenticate/base32.ts';
import { checkToken, issueToken, purposes, type Token } from '../../src/domain/authenticate/token.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { aSigner, day, now } from './parts.ts';

const signer = aSigner();
const given: Token = {
  purpose: 'reply',
  ticket: ticketNo(1042),
  principal: { kind: 'contact', id: 7 },
  expires: now + 400 * day,
};
const text = issueToken(signer, given);
const bytes = fromBase32(text) ?? new Uint8Array();

const anyToken: fc.Arbitrary<Token> = fc.record({
  purpose: fc.constantFrom(...purposes),
  ticket: fc.nat({ max: 0xffffffff }).map(ticketNo),
  principal: fc.record({ kind: fc.constantFrom('contact' as const, 'associate' as const), id: fc.nat({ max: 0xffffffff }) }),
  expires: fc.integer({ min: 0, max: 0xffff }).map((days) => days * day),
});

describe('the token of a signed address', () => {
  test('reads back as it was issued, and its local part keeps within 64 octets', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        const written = issueToken(signer, token);
        expect(checkToken(signer, written.toUpperCase(), 0)).toEqual({ kind: 'valid', token });
        expect(`support+${written}`.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  test('A1: with any one bit flipped it is no token of ours', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const forged = Uint8Array.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(checkToken(signer, toBase32(forged), now), `bit ${bit}`).toEqual({ kind: 'invalid' });
    }
  });

  test('A1: cut or lengthened by any amount it is no token of ours', () => {
    for (let length = 0; length < text.length; length++)
      expect(checkToken(signer, text.slice(0, length), now)).toEqual({ kind: 'invalid' });
    for (const tail of ['a', 'aa', '2', text]) expect(checkToken(signer, text + tail, now)).toEqual({ kind: 'invalid' });
  });

  test('A1: no two tokens share their proof: each field counts', () => {
    const others: Token[] = [
      { ...given, purpose: 'approve' },
      { ...given, ticket: ticketNo(1043) },
      { ...given, principal: { kind: 'associate', id: 7 } },
      { ...given, principal: { kind: 'contact', id: 8 } },
      { ...given, expires: given.expires + day },
    ];
    const proofs = [given, ...others].map((token) => issueToken(signer, token).slice(-16));
    expect(new Set(proofs).size).toBe(proofs.length);
    for (const other of others) {
      const body = fromBase32(issueToken(signer, other))?.subarray(0, 12) ?? new Uint8Array();
      const forged = toBase32(Uint8Array.from([...body, ...bytes.subarray(12)]));
      expect(checkToken(signer, forged, now)).toEqual({ kind: 'invalid' });
    }
  });

  test('a token of another key, or of a key that is gone, is none', () => {
    expect(checkToken(aSigner(1, { 1: 'another' }), text, now)).toEqual({ kind: 'invalid' });
    expect(checkToken(aSigner(2), text, now)).toEqual({ kind: 'invalid' });
    expect(checkToken(aSigner(2, { 1: 'key 1', 2: 'key 2' }), text, now)).toMatchObject({ kind: 'valid' });
  });

  test('an expired one is genuine: it routes, and says that it expired', () => {
    expect(checkToken(signer, text, now + 400 * day)).toMatchObject({ kind: 'valid' });
    expect(checkToken(signer, text, now + 402 * day)).toMatchObject({ kind: 'expired', token: { ticket: 1042 } });
  });

  test('whatever is written in its place, nothing throws and nothing is accepted', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'abc234'), minLength: 36, maxLength: 36 })),
        (junk) => void expect(checkToken(signer, junk, now)).toEqual({ kind: 'invalid' }),
      ),
    );
  });
});
