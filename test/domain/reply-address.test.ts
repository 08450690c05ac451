import { describe, expect, test } from 'vitest';
import { isDeskAddress, replyAddress, splitAddress, tokenOfAddress } from '../../src/domain/authenticate/reply-address.ts';
import type { Token } from '../../src/domain/authenticate/token.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { DeskSettings } from '../../src/domain/settings.ts';
import { aSigner, day, desk, now } from './parts.ts';

const signer = aSigner();
const token: Token = { purpose: 'reply', ticket: ticketNo(1), principal: { kind: 'contact', id: 1 }, expires: now + day };
const plus: DeskSettings = desk;
const sub: DeskSettings = { ...desk, reply: { kind: 'subdomain', domain: 'reply.acme.example' } };
const none: DeskSettings = { ...desk, reply: { kind: 'none' } };
const [signed] = replyAddress(sub, signer, token).split('@');

describe('signed reply addresses', () => {
  test('plus, sub-domain or none, as the desk says', () => {
    expect(replyAddress(plus, signer, token)).toBe(`support+${signed}@acme.example`);
    expect(replyAddress(sub, signer, token)).toBe(`${signed}@reply.acme.example`);
    expect(replyAddress(none, signer, token)).toBe('support@acme.example');
  });

  test.each([
    ['the plus form', plus, `support+${signed}@acme.example`, 'valid'],
    ['the plus form, shouted', plus, `SUPPORT+${signed?.toUpperCase()}@ACME.EXAMPLE`, 'valid'],
    ['the plus form while we write to the sub-domain: old mails still work', sub, `support+${signed}@acme.example`, 'valid'],
    ['the sub-domain', sub, `${signed}@reply.acme.example`, 'valid'],
    ['the sub-domain where there is none', plus, `${signed}@reply.acme.example`, 'none'],
    ['the plain address', plus, 'support@acme.example', 'none'],
    ['a plus word of the customer', plus, 'support+printers@acme.example', 'invalid'],
    ['the token on another local part', plus, `sales+${signed}@acme.example`, 'none'],
    ['the token at another domain', plus, `support+${signed}@evil.example`, 'none'],
    ['two plus signs', plus, `support+x+${signed}@acme.example`, 'invalid'],
    ['no address', plus, '', 'none'],
  ] as const)('%s', (_, settings, address, kind) => {
    expect(tokenOfAddress(settings, signer, address, now).kind).toBe(kind);
  });

  test.each([
    ['support@acme.example', true, true],
    ['Support@ACME.example', true, true],
    ['support+anything@acme.example', true, true],
    ['anything@reply.acme.example', false, true],
    ['supporter@acme.example', false, false],
    ['support@acme.example.evil.example', false, false],
    ['support@sub.acme.example', false, false],
  ])('A27: whether %s is the desk: plus %s, sub-domain %s', (address, asPlus, asSub) => {
    expect(isDeskAddress(plus, address)).toBe(asPlus);
    expect(isDeskAddress(sub, address)).toBe(asSub);
  });

  test('an address is split at its last @', () => {
    expect(splitAddress('"a@b"@c.example')).toEqual(['"a@b"', 'c.example']);
    expect(splitAddress('nobody')).toEqual(['nobody', '']);
  });
});
