import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import type { JournalRow } from '../../src/domain/ticket.ts';
import { aPerson, aTicket, now } from './parts.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';

/** Monday, 10:00 there. */
const actor = aPerson('maria', { timezone: 'Europe/Madrid' });
const paused = (data: JournalRow['data']): JournalRow => ({ at: now - 1, actor: 'maria', event: 'paused', evidence: null, data });
const at = (iso: string) => Date.parse(iso);

describe('hold and resume', () => {
  test.each<[string, Given['ticket'], number | null, string]>([
    ['hold', {}, null, 'raised → paused'],
    ['hold waiting for parts', {}, null, 'raised → paused'],
    ['hold until 2026-03-06', {}, at('2026-03-05T23:00Z'), 'raised → paused until 2026-03-06'],
    ['hold until fri 17:00', {}, at('2026-03-06T16:00Z'), 'raised → paused until 2026-03-06 17:00'],
    ['hold until fri 17:00 "waiting for parts"', {}, at('2026-03-06T16:00Z'), 'raised → paused until 2026-03-06 17:00'],
    ['hold until 3 business days', {}, at('2026-03-04T23:00Z'), 'raised → paused until 2026-03-05'],
    ['hold +4h', {}, at('2026-03-02T13:00Z'), 'raised → paused until 2026-03-02 14:00'],
    ['pausar hasta viernes', {}, at('2026-03-05T23:00Z'), 'raised → paused until 2026-03-06'],
    ['pausieren bis Freitag 17:00', {}, at('2026-03-06T16:00Z'), 'raised → paused until 2026-03-06 17:00'],
    ['suspendre jusqu’à demain', {}, at('2026-03-02T23:00Z'), 'raised → paused until 2026-03-03'],
    ['suspender até amanhã', {}, at('2026-03-02T23:00Z'), 'raised → paused until 2026-03-03'],
    ['hold until tomorrow', { state: 'paused', pausedUntil: null }, at('2026-03-02T23:00Z'), 'paused → paused until 2026-03-03'],
  ])('%s', (text, ticket, pausedUntil, change) => {
    const trail = ticket?.state === 'paused' ? [] : ['raised'];
    const set = { state: 'paused', waitsFor: 'nobody', pausedUntil, trail };
    expect(outcome(text, { ticket: ticket ?? {}, actor })).toEqual([set, change]);
  });

  test.each<[string, Given['ticket'], string, string]>([
    ['hold until', {}, '`until` needs a date', 'hold until tomorrow'],
    ['hold until it rains', {}, '“it rains” begins with no date', 'hold until tomorrow'],
    ['hold until 2026-03-01', {}, '2026-03-01 is over', 'hold until tomorrow'],
    ['hold until today', {}, '2026-03-02 is over', 'hold until tomorrow'],
    ['hold', { state: 'closed' }, 'it is closed', 'reopen'],
  ])('%s is refused', (text, ticket, problem, suggestion) => {
    const [said, , near] = outcome(text, { ticket: ticket ?? {}, actor });
    expect(said).toBe(problem);
    expect(near).toContain(suggestion);
  });

  test.each<[string, Given, unknown, string]>([
    ['hold', { ticket: { state: 'paused' } }, {}, 'already paused'],
    ['resume', {}, {}, 'not paused (raised)'],
    [
      'resume "parts are here"',
      {
        ticket: { state: 'paused', waitsFor: 'nobody', pausedUntil: now + 1, trail: ['raised', 'triage'] },
        journal: [paused({ from: 'triage', turn: 'customer' })],
      },
      { state: 'triage', waitsFor: 'customer', pausedUntil: null, trail: ['raised'] },
      'paused → triage',
    ],
    [
      'reanudar',
      { ticket: { state: 'paused', waitsFor: 'staff' }, journal: [paused({ from: 'triage', turn: 'customer' })] },
      { state: 'triage', waitsFor: 'staff', pausedUntil: null, trail: [] },
      'paused → triage',
    ],
  ])('%s on %j', (text, given, set, change) => expect(outcome(text, given)).toEqual([set, change]));

  test('it remembers the state it had before it was paused, however often the date is moved', () => {
    const journal = [paused({ from: 'triage', turn: 'customer', until: null })];
    const done = tryCommands('hold until +3d', { ticket: { state: 'paused' }, journal, actor });
    expect(done.kind === 'fine' && done.performed[0]?.deed.data).toMatchObject({
      from: 'triage',
      turn: 'customer',
      until: '2026-03-05',
    });
  });
});

describe('time', () => {
  const kept = (text: string) => {
    const done = tryCommands(text, { actor });
    const [deed] = done.kind === 'fine' ? done.performed.map((one) => one.deed) : [];
    const [effect] = deed?.effects ?? [];
    return effect?.act === 'keep-time' ? [effect.time.minutes, effect.time.kind, effect.time.rate, deed?.change] : done.kind;
  };
  const eur = (amount: number) => ({ amount, currency: 'EUR' });

  test.each<[string, unknown[]]>([
    ['time 1h30', [90, 'work', null, '+1h30m work']],
    ['time 1h 30m', [90, 'work', null, '+1h30m work']],
    ['time 90m', [90, 'work', null, '+1h30m work']],
    ['time 1.5h', [90, 'work', null, '+1h30m work']],
    ['time 1,5h', [90, 'work', null, '+1h30m work']],
    ['time! 2d', [2880, 'work', null, '+2d work']],
    ['time 1h analysis', [60, 'analysis', null, '+1h analysis']],
    ['time 1h on site', [60, 'on-site', null, '+1h on-site']],
    ['time 1h analysis @60 EUR', [60, 'analysis', eur(6000), '+1h analysis at 60.00 EUR an hour']],
    ['time 1h @€59,95', [60, 'work', eur(5995), '+1h work at 59.95 EUR an hour']],
    ['time 1h @ 60 EUR', [60, 'work', eur(6000), '+1h work at 60.00 EUR an hour']],
    ['zeit 45m', [45, 'work', null, '+45m work']],
  ])('%s', (text, expected) => expect(kept(text)).toEqual(expected));

  test.each([
    ['time', '`time` needs how long', 'time 1h30'],
    ['time 90', '“90” is no length of time', 'time 90m'],
    ['time soon', '“soon” is no length of time', 'time 1h30'],
    ['time 10s', '“10s” is less than a minute', 'time 1h30'],
    ['time 90h', '3d18h is more than a day', 'time! 90h'],
    ['time 1h @60', '“@60” is no rate', 'time 1h30'],
    ['time 1h 4711', '“4711” is no kind of work', 'time 1h30'],
  ])('%s is refused', (text, problem, suggestion) => {
    const [said, , near] = outcome(text, { actor });
    expect(said).toBe(problem);
    expect(near).toContain(suggestion);
  });

  test('undo takes the hours back', () => {
    const done = tryCommands('time 1h30', { actor });
    const time = { handle: 'maria', minutes: 90, kind: 'work', rate: null, at: now };
    const expected: Effect[] = [{ act: 'drop-time', ticket: aTicket().number, time }];
    expect(done.kind === 'fine' && done.performed[0]?.deed.back).toEqual(expected);
  });
});
