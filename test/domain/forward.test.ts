import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedDate } from '../../src/domain/forward/printed-date.ts';
import { readForward } from '../../src/domain/forward/read-forward.ts';
import { aMail } from './parts.ts';

const forwardOf = (subject: string, text: string) => readForward(aMail({ subject, text, visibleText: text }), printedDate);

test.each([
  [
    'Gmail',
    'Fwd: Printer on fire',
    '---------- Forwarded message ---------\nFrom: Jane Roe <jane@globex.example>\nDate: Mon, Mar 2, 2026 at 10:05 AM\nSubject: Printer on fire\nTo: <maria@acme.example>\n\n\nTray 2 smokes.',
  ],
  [
    'Gmail in Spanish',
    'Fwd: Printer on fire',
    '---------- Mensaje reenviado ---------\nDe: Jane Roe <jane@globex.example>\nFecha: lun, 2 mar 2026 a las 10:05\nAsunto: Printer on fire\nPara: <maria@acme.example>\n\nTray 2 smokes.',
  ],
  [
    'Apple Mail',
    'Fwd: Printer on fire',
    'Begin forwarded message:\n\nFrom: Jane Roe <jane@globex.example>\nSubject: Printer on fire\nDate: 2. March 2026 at 10:05:00 GMT\nTo: maria@acme.example\n\nTray 2 smokes.',
  ],
  [
    'Outlook',
    'FW: Printer on fire',
    '\n\nFrom: Jane Roe <jane@globex.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria Lopez <maria@acme.example>\nSubject: Printer on fire\n\nTray 2 smokes.',
  ],
  [
    'Outlook in German',
    'WG: Printer on fire',
    '________________________________\nVon: Jane Roe <jane@globex.example>\nGesendet: Montag, 2. März 2026 10:05\nAn: Maria Lopez\nBetreff: Printer on fire\n\nTray 2 smokes.',
  ],
  [
    'Outlook in French',
    'TR: Printer on fire',
    '-----Message d’origine-----\nDe : Jane Roe [mailto:jane@globex.example]\nEnvoyé : lundi 2 mars 2026 10:05\nÀ : Maria Lopez\nObjet : Printer on fire\n\nTray 2 smokes.',
  ],
  [
    'Thunderbird',
    'Fwd: Printer on fire',
    '-------- Forwarded Message --------\nSubject: \tPrinter on fire\nDate: \tMon, 2 Mar 2026 10:05:00 +0000\nFrom: \tJane Roe <jane@globex.example>\nTo: \tmaria@acme.example\n\nTray 2 smokes.',
  ],
  [
    'a Japanese client',
    '転送: Printer on fire',
    '---------- 転送メッセージ ----------\n差出人: Jane Roe <jane@globex.example>\n日付: 2026年3月2日 10:05\n件名: Printer on fire\n宛先: maria@acme.example\n\nTray 2 smokes.',
  ],
  [
    'a Russian client',
    'Fwd: Printer on fire',
    '-------- Пересылаемое сообщение --------\nОт: Jane Roe <jane@globex.example>\nДата: 2 марта 2026 10:05\nТема: Printer on fire\nКому: maria@acme.example\n\nTray 2 smokes.',
  ],
])('a forward by %s is read back', (_client, subject, text) => {
  const forward = forwardOf(subject, `Please look at this.\n\n${text}`);
  expect(forward).toMatchObject({
    kind: 'forward',
    by: 'inline',
    comment: 'Please look at this.',
    original: { from: { name: 'Jane Roe', address: 'jane@globex.example' }, subject: 'Printer on fire', text: 'Tray 2 smokes.' },
  });
  expect(forward.kind === 'forward' && forward.original.date).toBe(Date.UTC(2026, 2, 2, 10, 5));
});

test('a name without an address is a doubt, for a person to settle', () => {
  const text = 'From: Jane Roe\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria\nSubject: Printer\n\nTray 2 smokes.';
  expect(forwardOf('FW: Printer', text)).toMatchObject({ kind: 'doubtful' });
});

test.each([
  ['an ordinary mail', 'Printer on fire', 'Tray 2 smokes.'],
  ['a quoted answer', 'Re: Printer', 'It works.\n\nOn Mon, 2 Mar 2026, Jane wrote:\n> Tray 2 smokes.'],
  [
    'an Outlook answer',
    'RE: Printer',
    'It works.\n\nFrom: Jane Roe <jane@globex.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria\nSubject: Printer\n\nTray 2 smokes.',
  ],
])('%s is no forward', (_what, subject, text) => {
  expect(forwardOf(subject, text)).toEqual({ kind: 'none' });
});

test('a mail attached whole speaks for its writer, with its own files', () => {
  const from = { name: 'Jane Roe', address: 'jane@globex.example' };
  const inside = { from, date: 5, subject: 'Printer on fire', text: 'Tray 2 smokes.', attachments: [] };
  const mail = aMail({ subject: 'Fwd: Printer on fire', text: 'See below.', visibleText: 'See below.', embedded: [inside] });
  expect(readForward(mail, printedDate)).toMatchObject({
    kind: 'forward',
    by: 'attached',
    comment: 'See below.',
    original: inside,
  });
});

test('no text throws', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (subject, text) => typeof forwardOf(subject, text).kind === 'string'));
});
