import { describe, expect, test } from 'vitest';
import { failedTokens, guardTokens } from '../../src/app/journey/failed-tokens.ts';
import type { Understood } from '../../src/app/journey/understand.ts';
import { hasTokenForm, replyAddress } from '../../src/domain/authenticate/reply-address.ts';
import { waitsForDns } from '../../src/domain/authenticate/waits-for-dns.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { aMail, aPerson, aSigner, day, desk, now } from './parts.ts';

const token = { purpose: 'reply', ticket: ticketNo(1), principal: { kind: 'contact', id: 1 }, expires: now + day } as const;
const right = replyAddress(desk, aSigner(), token);
const wrong = replyAddress(desk, aSigner(1, { 1: 'another' }), token);
const hour = 3_600_000;

function understood(level: 'E0' | 'E1' | 'E2', to: string, kind: 'valid' | 'invalid') {
  const verdict = { level, by: 'none', token: kind === 'valid' ? { kind, token } : { kind }, cited: [] };
  return { verdict, mail: aMail({ to: [{ name: '', address: to }] }), arrival: { envelope: null } } as unknown as Understood;
}

describe('failed tokens', () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const settings = { desk } as Settings;
  const guard = (failed: ReturnType<typeof failedTokens>, mail: Understood, at = now) =>
    guardTokens({ failed, settings, log, now: at }, mail).verdict;

  test('are counted by who sent them; a word that customers write behind the plus is none', () => {
    const failed = failedTokens();
    guard(failed, understood('E0', wrong, 'invalid'));
    guard(failed, understood('E0', 'support+printers@acme.example', 'invalid'));
    expect(failed.count('jane@globex.example', now)).toBe(1);
    expect(failed.count('john@globex.example', now)).toBe(0);
    expect([
      hasTokenForm(desk, right),
      hasTokenForm(desk, right.toUpperCase()),
      hasTokenForm(desk, 'support@acme.example'),
    ]).toEqual([true, true, false]);
  });

  test('after twenty within an hour a right one is worth nothing for that hour, unless the sender is proved', () => {
    const failed = failedTokens();
    for (let times = 0; times < 20; times++) guard(failed, understood('E0', wrong, 'invalid'));
    expect(guard(failed, understood('E1', right, 'valid')).level).toBe('E1');
    guard(failed, understood('E0', wrong, 'invalid'));
    expect(guard(failed, understood('E1', right, 'valid'))).toMatchObject({ level: 'E0', token: { kind: 'invalid' } });
    expect(guard(failed, understood('E2', right, 'valid')).level).toBe('E2');
    expect(guard(failed, understood('E1', right, 'valid'), now + hour).level).toBe('E1');
  });

  test('are remembered of so many senders only', () => {
    const failed = failedTokens();
    for (let at = 0; at < 10_001; at++) failed.note(`x${at}@evil.example`, now);
    expect([failed.count('x0@evil.example', now), failed.count('x10000@evil.example', now)]).toEqual([0, 1]);
  });
});

describe('F-43: who waits for DNS', () => {
  const maria = { name: '', address: 'maria@acme.example' };
  const waits = (mail: Parameters<typeof aMail>[0], other: object = {}, at = now) =>
    waitsForDns({
      mail: aMail({ from: maria, subject: 'Hello', ...mail }),
      verdict: { retryable: true, token: { kind: 'none' } },
      arrival: { receivedAt: now },
      people: [aPerson('maria')],
      now: at,
      ...other,
    });

  test.each([
    ['an answer', { references: ['<1@acme.example>' as never] }, true],
    ['a command in the subject', { subject: 'Re: [HD-1001] x [close]' }, true],
    ['a command on top', { visibleText: '!list\n' }, true],
    ['a new ticket', {}, false],
    ['a customer’s answer', { from: { name: '', address: 'jane@globex.example' }, subject: '[HD-1001]' }, false],
  ])('%s of one of us: %s', (_, mail, expected) => {
    expect(waits(mail)).toBe(expected);
  });

  test('a day at most, not where DNS answered, not where a person vouches for it', () => {
    const answer = { subject: '[HD-1001]' };
    expect(waits(answer, {}, now + day)).toBe(false);
    expect(waits(answer, { verdict: { retryable: false, token: { kind: 'none' } } })).toBe(false);
    expect(waits(answer, { arrival: { receivedAt: now, lift: { kind: 'admitted', by: 'ravi' } } })).toBe(false);
  });
});
