import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../src/domain/authenticate/base32.ts';
import { checkToken, issueToken, purposes, type Token, tokenLength } from '../../src/domain/authenticate/token.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { aSigner, day, now } from './parts.ts';

const signer = aSigner();
const hour = day / 24;
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
  expires: fc.integer({ min: 0, max: 0xffffff }).map((hours) => hours * hour),
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
      const body = fromBase32(issueToken(signer, other))?.subarray(0, 13) ?? new Uint8Array();
      const forged = toBase32(Uint8Array.from([...body, ...bytes.subarray(13)]));
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
    expect(checkToken(signer, text, now + 400 * day + hour)).toMatchObject({ kind: 'expired', token: { ticket: 1042 } });
  });

  test('whatever is written in its place, nothing throws and nothing is accepted', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'abc234'), minLength: tokenLength, maxLength: tokenLength })),
        (junk) => void expect(checkToken(signer, junk, now)).toEqual({ kind: 'invalid' }),
      ),
    );
  });

  test('a confirmation lives a day, to the hour', () => {
    const confirm = issueToken(signer, { ...given, purpose: 'confirm', expires: now + day });
    expect(checkToken(signer, confirm, now + day).kind).toBe('valid');
    expect(checkToken(signer, confirm, now + day + hour).kind).toBe('expired');
  });

  test('R9: an associate’s token needs the associate’s own secret; a contact’s does not', () => {
    const gone: typeof signer = {
      ...signer,
      mac: (key, data, associate) => (associate === 7 ? null : signer.mac(key, data, associate)),
    };
    for (const purpose of ['reply', 'approve', 'confirm'] as const) {
      const token = issueToken(signer, { ...given, purpose, principal: { kind: 'associate', id: 7 } });
      expect(checkToken(signer, token, now).kind).toBe('valid');
      expect(checkToken(gone, token, now)).toEqual({ kind: 'invalid' });
    }
    expect(checkToken(gone, text, now).kind).toBe('valid');
    expect(() => issueToken(gone, { ...given, principal: { kind: 'associate', id: 7 } })).toThrow(RangeError);
  });

  test('A1: a token issued for one is none for another of any kind, purpose or ticket: every pair, every bit', () => {
    const kinds = ['contact', 'associate'] as const;
    const all = purposes.flatMap((purpose) =>
      kinds.flatMap((kind) =>
        [7, 8].flatMap((id) =>
          [1042, 1043].map((ticket) => ({ ...given, purpose, ticket: ticketNo(ticket), principal: { kind, id } })),
        ),
      ),
    );
    const issued = all.map((token) => fromBase32(issueToken(signer, token)) ?? new Uint8Array());
    let forged = 0;
    for (const [a, body] of issued.entries())
      for (const [b, proof] of issued.entries()) {
        if (a === b) continue;
        const swapped = toBase32(Uint8Array.from([...body.subarray(0, 13), ...proof.subarray(13)]));
        expect(checkToken(signer, swapped, now)).toEqual({ kind: 'invalid' });
        forged++;
      }
    for (const whole of issued)
      for (let bit = 0; bit < whole.length * 8; bit++) {
        const flipped = Uint8Array.from(whole, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(checkToken(signer, toBase32(flipped), now)).toEqual({ kind: 'invalid' });
        forged++;
      }
    expect(forged).toBe(40 * 39 + 40 * 184);
  });
});
