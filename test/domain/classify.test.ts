import { describe, expect, test } from 'vitest';
import { classify } from '../../src/domain/classify/classify.ts';
import { mayAnswer } from '../../src/domain/classify/may-answer.ts';
import type { DeliveryReport, MailKind } from '../../src/domain/mail.ts';
import { mailWith } from './mail.ts';

const desk = { isOurLoop: false, via: ['team@acme.example'] };

describe('classify', () => {
  const cases: readonly (readonly [string, string, MailKind])[] = [
    ['nothing said', '', 'human'],
    ['3834-1: auto-replied', 'Auto-Submitted: auto-replied', 'auto-reply'],
    [
      '3834-1: case, comment, parameter',
      'Auto-Submitted: (a (nested) one) Auto-Generated (vacation); owner-email="x"',
      'auto-reply',
    ],
    ['3834-1: a word of tomorrow', 'Auto-Submitted: auto-something', 'auto-reply'],
    ['3834-1: no', 'Auto-Submitted: NO (really)', 'human'],
    ['3834-1: empty', 'Auto-Submitted:', 'human'],
    ['3834-1: no, and below auto-replied', 'Auto-Submitted: no\nAuto-Submitted: auto-replied', 'auto-reply'],
    ['X-Autoreply', 'X-Autoreply: yes', 'auto-reply'],
    ['X-Autoreply: no', 'X-Autoreply: no', 'human'],
    ['X-Autorespond', 'X-Autorespond: Re: Printer', 'auto-reply'],
    ['Precedence: auto_reply', 'Precedence: auto_reply', 'auto-reply'],
    ['Precedence: bulk', 'Precedence: Bulk', 'mailing-list'],
    ['Precedence: list', 'Precedence: list', 'mailing-list'],
    ['Precedence: first-class', 'Precedence: first-class', 'human'],
    ['2369-1: List-Id', 'List-Id: <users.lists.example>', 'mailing-list'],
    ['2369-1: List-Unsubscribe', 'List-Unsubscribe: <mailto:x@y.example>', 'mailing-list'],
    [
      '2369-1: our own group is none',
      'List-Id: Team <team.acme.example>\nList-Post: <mailto:team@acme.example>\nPrecedence: list',
      'human',
    ],
    ['2369-1: a name that ends like ours is not ours', 'List-Id: <notteam.acme.example>', 'mailing-list'],
    ['xars-2: proves nothing', 'X-Auto-Response-Suppress: All', 'human'],
    ['spam', 'X-Spam-Flag: YES', 'spam'],
    ['spam status', 'X-Spam-Status: Yes, score=9.1', 'spam'],
    ['no spam', 'X-Spam-Status: No, score=-1', 'human'],
    ['read receipt', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=x', 'read-receipt'],
    ['abuse report', 'Content-Type: multipart/report; boundary=x; report-type="feedback-report"', 'abuse-report'],
    ['delivery report that cannot be read', 'Content-Type: multipart/report; report-type=delivery-status', 'delivery-status'],
    ['challenge', 'X-BoxTrapper-Id: 1\nX-BoxTrapper: abc', 'challenge'],
  ];
  test.each(cases)('%s', (_, fields, kind) => {
    const found = classify(mailWith(fields), desk);
    expect(found.kind).toBe(kind);
    expect(found.why.length > 0).toBe(kind !== 'human');
  });

  const subjects = [
    'Automatic reply: Printer',
    'Out of Office: Printer',
    'Respuesta automática: Impresora',
    'Automatische Antwort: Drucker',
    'Abwesenheitsnotiz: Drucker',
    'Réponse automatique : imprimante',
    'Resposta automática: impressora',
    'Risposta automatica: stampante',
    'Automatisch antwoord: printer',
    'Automatiskt svar: skrivare',
    'Automatisk svar: printer',
    'Odpowiedź automatyczna: drukarka',
    'Автоматический ответ: принтер',
    'Otomatik yanıt: yazıcı',
    '自動回覆: 印表機',
    '自動応答: プリンター',
    'स्वचालित उत्तर: प्रिंटर',
    'رد تلقائي: الطابعة',
  ];
  test.each(subjects)('ms-4: %s', (subject) => {
    expect(classify(mailWith('Return-Path: <>', { subject }), desk).kind).toBe('auto-reply');
    expect(classify(mailWith('Return-Path: <jane@globex.example>', { subject }), desk).kind).toBe('human');
  });

  test('a person who answers such a mail is a person', () => {
    const mail = mailWith('Return-Path: <jane@globex.example>', { subject: 'Re: Automatic reply: Printer' });
    expect(classify(mail, desk).kind).toBe('human');
  });

  test('our own loop, whatever else it bears', () => {
    const found = classify(mailWith('Auto-Submitted: auto-replied\nList-Id: <x.example>'), { ...desk, isOurLoop: true });
    expect(found.kind).toBe('loop');
  });

  test.each([
    ['failed', 'bounce'],
    ['unknown', 'bounce'],
    ['delayed', 'delivery-status'],
    ['delivered', 'delivery-status'],
    ['relayed', 'delivery-status'],
  ] as const)('3464-1: a report that says %s is a %s', (action, kind) => {
    const report: DeliveryReport = { action, envelopeId: null, recipients: [], returnedMessageId: null };
    expect(classify(mailWith('Auto-Submitted: auto-generated', { report }), desk).kind).toBe(kind);
  });

  test('2142-1: mail to postmaster or abuse is never dropped as spam', () => {
    const to = [{ name: '', address: 'Abuse@acme.example' }];
    expect(classify(mailWith('X-Spam-Flag: YES', { to }), desk).kind).toBe('human');
  });
});

describe('mayAnswer', () => {
  const human = { kind: 'human', thanks: false, why: [] } as const;
  const cases: readonly (readonly [string, string, string, 'yes' | 'no'])[] = [
    ['a person', 'Return-Path: <jane@globex.example>', 'jane@globex.example', 'yes'],
    ['3834-2: null path', 'Return-Path: <>', 'jane@globex.example', 'no'],
    ['3834-2: missing path of a mail that travelled', 'Received: from x', 'jane@globex.example', 'no'],
    ['put into the mailbox by hand', '', 'jane@globex.example', 'yes'],
    ['3834-2: mailer-daemon', '', 'MAILER-DAEMON@globex.example', 'no'],
    ['3834-2: owner-', '', 'owner-users@lists.example', 'no'],
    ['3834-2: -request', '', 'users-request@lists.example', 'no'],
    ['3834-2: no-reply', '', 'no-reply@shop.example', 'no'],
    ['3834-2: noreply+tag', '', 'noreply+4711@shop.example', 'no'],
    ['3834-2: do_not_reply', '', 'do_not_reply@shop.example', 'no'],
    ['3834-2: list bounces', 'Return-Path: <users-bounces+jane=x@lists.example>', 'jane@globex.example', 'no'],
    ['a name that only contains it', '', 'norepl.york@globex.example', 'yes'],
    ['no address', '', '', 'no'],
    ['xars-2: All', 'X-Auto-Response-Suppress: All', 'jane@globex.example', 'no'],
    ['xars-2: OOF among others', 'X-Auto-Response-Suppress: DR, OOF', 'jane@globex.example', 'no'],
    ['xars-2: of reports only', 'X-Auto-Response-Suppress: DR, NDR, RN, NRN', 'jane@globex.example', 'yes'],
  ];
  test.each(cases)('%s', (_, fields, address, kind) => {
    expect(mayAnswer(mailWith(fields, { from: { name: '', address } }), human).kind).toBe(kind);
  });

  test('3834-1: none to what is not a person', () => {
    expect(mayAnswer(mailWith(), { kind: 'auto-reply', thanks: false, why: ['x'] }).kind).toBe('no');
  });

  test('3834-2: the envelope outweighs a field that a sender may write', () => {
    const mail = mailWith('Return-Path: <jane@globex.example>');
    expect(mayAnswer(mail, human, { from: '', to: [] }).kind).toBe('no');
    expect(mayAnswer(mailWith('Return-Path: <>'), human, { from: 'jane@globex.example', to: [] }).kind).toBe('yes');
  });
});
