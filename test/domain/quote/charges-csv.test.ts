import { expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { ProvedCharge } from '../../../src/domain/quote/charge.ts';
import { chargesCsv, hoursOf } from '../../../src/domain/quote/charges-csv.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const charge: ProvedCharge = {
  ...{
    ticket: ticketNo(1042),
    once: 'offer-1',
    kind: 'quote',
    customer: 'globex',
    at: Date.parse('2026-11-23T10:00:00Z'),
    month: '2026-11',
  },
  what: { kind: 'money', net: eur(-5000), tax: eur(-950), total: eur(-5950) },
  ...{ quote: { ticket: ticketNo(1042), number: 1, revision: 2 }, voided: null, evidence: null, quoteHash: 'ab', po: null },
};

const rows = (...charges: ProvedCharge[]): string[] => chargesCsv(charges, 'HD').trim().split('\r\n').slice(1);

test('money below zero stays a number', () => {
  expect(rows(charge)).toEqual([
    '2026-11,globex,HD-1042,quote,-50.00,-9.50,-59.50,EUR,,,2026-11-23T10:00:00.000Z,HD-1042-Q1,2,,ab,,,',
  ]);
});

test('what somebody typed is no formula where the file is opened', () => {
  const [row] = rows({ ...charge, po: '=HYPERLINK("http://evil.example";"x")', customer: '@globex', kind: '-1+1' });
  expect(row).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`);
  expect(row).toContain(`'@globex`);
  expect(row).toContain(`'-1+1`);
});

test('hours have their rate; what was voided says why', () => {
  const what = { kind: 'hours', minutes: 100, rate: eur(6000) } as const;
  const [row] = rows({ ...charge, kind: 'analysis', what, quote: null, quoteHash: null, voided: { at: 0, why: 'undone' } });
  expect(row).toBe('2026-11,globex,HD-1042,analysis,,,,EUR,1.67,60.00,2026-11-23T10:00:00.000Z,,,,,,,undone');
});

test.each([
  [0, '0.00'],
  [1, '0.02'],
  [30, '0.50'],
  [100, '1.67'],
  [6000, '100.00'],
])('%s minutes are %s hours', (minutes, hours) => expect(hoursOf(minutes)).toBe(hours));
