import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printWhen, readWhen, whenAtStart } from '../../src/domain/decide/grammar/when.ts';

/** A Monday, 10:00:37 in Madrid. */
const here = { now: Date.parse('2026-03-02T09:00:37Z'), zone: 'Europe/Madrid' };
const shown = (text: string, there = here) => {
  const when = readWhen(text, there);
  return when === null ? null : printWhen(when, there.zone);
};

describe('dates', () => {
  test.each([
    ['2026-03-06', '2026-03-06'],
    ['6.3.2026', '2026-03-06'],
    ['2026-03-06 17:00', '2026-03-06 17:00'],
    ['2026-03-06T17:00', '2026-03-06 17:00'],
    ['2026-03-06T17:00Z', '2026-03-06 18:00'],
    ['2026-03-06 17:00-05:00', '2026-03-06 23:00'],
    ['today', '2026-03-02'],
    ['tomorrow', '2026-03-03'],
    ['tomorrow 9am', '2026-03-03 09:00'],
    ['tomorrow at 12:30 pm', '2026-03-03 12:30'],
    ['tomorrow 12am', '2026-03-03 00:00'],
    ['hoy', '2026-03-02'],
    ['Mañana 17:00', '2026-03-03 17:00'],
    ['morgen um 17 Uhr', '2026-03-03 17:00'],
    ['demain à 17h30', '2026-03-03 17:30'],
    ['aujourd’hui 18h', '2026-03-02 18:00'],
    ['amanhã', '2026-03-03'],
    ['fri', '2026-03-06'],
    ['FRI 17:00', '2026-03-06 17:00'],
    ['viernes 17:00', '2026-03-06 17:00'],
    ['Freitag 17:00', '2026-03-06 17:00'],
    ['vendredi 17h', '2026-03-06 17:00'],
    ['sexta-feira 17:00', '2026-03-06 17:00'],
    ['sábado', '2026-03-07'],
    ['mon', '2026-03-09'],
    ['mon 12:00', '2026-03-02 12:00'],
    ['mon 9:00', '2026-03-09 09:00'],
    ['17:00', '2026-03-02 17:00'],
    ['9:00', '2026-03-03 09:00'],
    ['+3d', '2026-03-05'],
    ['+3d 17:00', '2026-03-05 17:00'],
    ['3 days', '2026-03-05'],
    ['in 2 Wochen', '2026-03-16'],
    ['+2w', '2026-03-16'],
    ['3 business days', '2026-03-05'],
    ['5 business days', '2026-03-09'],
    ['5 días hábiles', '2026-03-09'],
    ['5 Arbeitstage', '2026-03-09'],
    ['5 jours ouvrés', '2026-03-09'],
    ['5 dias úteis 12:00', '2026-03-09 12:00'],
    ['+4h', '2026-03-02 14:00'],
    ['+1h30', '2026-03-02 11:30'],
    ['2028-02-29', '2028-02-29'],
  ])('%j is %s', (text, expected) => expect(shown(text)).toBe(expected));

  test.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '0001-01-01',
    '6/3/2026',
    '25:00',
    '13pm',
    'fri 17:60',
    'soon',
    '+',
    '+3',
    '3 moons',
    '+9999d',
  ])('%j is no date', (text) => expect(shown(text)).toBeNull());

  test('working days leave the weekend out', () => {
    const saturday = { ...here, now: Date.parse('2026-03-07T09:00:00Z') };
    expect(shown('1 business day', saturday)).toBe('2026-03-09');
    expect(shown('6 business days', saturday)).toBe('2026-03-16');
  });

  test('what day it is depends on the zone', () => {
    const late = { now: Date.parse('2026-03-02T23:30:00Z'), zone: 'Europe/Madrid' };
    expect(shown('today', late)).toBe('2026-03-03');
    expect(shown('today', { ...late, zone: 'America/New_York' })).toBe('2026-03-02');
  });

  test('a time that clocks skip is the moment after; one that they show twice is the first, and is told apart', () => {
    expect(readWhen('2026-03-29 02:30', here)?.at).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(readWhen('2026-10-25 02:30', here)?.at).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(shown('2026-10-25T01:30Z')).toBe('2026-10-25 02:30+01:00');
    const autumn = { ...here, now: Date.parse('2026-10-24T22:30:00Z') };
    expect(readWhen('+3h', autumn)?.at).toBe(Date.parse('2026-10-25T01:30:00Z'));
  });

  test('the date that begins a row of words takes as many as it needs', () => {
    const used = (text: string) => whenAtStart(text.split(' '), here)?.used ?? 0;
    expect(used('fri 17:00 waiting for parts')).toBe(2);
    expect(used('in 3 business days 17:00 parts')).toBe(5);
    expect(used('3 business days')).toBe(3);
    expect(used('waiting until fri')).toBe(0);
    expect(used('')).toBe(0);
  });

  const zone = fc.constantFrom('UTC', 'Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia');
  const now = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(Number);

  test('print and read again is the identity, whenever it is read', () => {
    const time = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 0, max: 1439 }).map((at) => ` ${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`),
    );
    const day = fc.oneof(
      fc.constantFrom('today', 'sun', '+3d', '7 business days', '+1h30', '2026-10-25', '2026-03-29', '2011-12-30'),
      fc.nat(999).map((count) => `+${count}d`),
      now.map((at) => new Date(at).toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(day, time, zone, now, now, (named, clock, where, wrote, read) => {
        const when = readWhen(named + clock, { now: wrote, zone: where });
        if (when === null) return;
        expect(readWhen(printWhen(when, where), { now: read, zone: where })).toEqual(when);
      }),
      { numRuns: 1000 },
    );
  });

  test('every minute from now is read again as it was printed, in the hour that clocks show twice too', () => {
    fc.assert(
      fc.property(fc.nat(600), zone, (minutes, where) => {
        const when = readWhen(`+${minutes}m`, { now: Date.parse('2026-10-24T22:00:00Z'), zone: where });
        expect(when && readWhen(printWhen(when, where), { now: 0, zone: where })).toEqual(when);
      }),
    );
  });

  test('no text throws', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789:-+.tzhdwm frionmañaà') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), letters), zone, (text, where) => {
        readWhen(text, { now: here.now, zone: where });
      }),
      { numRuns: 3000 },
    );
  });
});
