import { describe, expect, test } from 'vitest';
import { mailOf } from './parse.ts';

const daemon = 'Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.acme.example>\nTo: support@acme.example\n';
const original =
  'Return-path: <support@acme.example>\nMessage-ID: <out-1@acme.example>\nTo: jane@globex.example\nSubject: Re: Printer\n\nHi Jane\n';

describe('3464-1: delivery reports by their part', () => {
  const report = (fields: string): string =>
    `${daemon}Subject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nSorry\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\nOriginal-Envelope-Id: ENV-1\n\n${fields}\n--x\nContent-Type: message/rfc822\n\n${original}--x--\n`;

  test('failed', async () => {
    const fields =
      'Final-Recipient: rfc822; Jane@globex.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 <jane@globex.example>\n  no such user\n';
    expect((await mailOf(report(fields))).report).toEqual({
      action: 'failed',
      envelopeId: 'ENV-1',
      recipients: [
        {
          address: 'jane@globex.example',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <jane@globex.example> no such user',
          permanent: true,
        },
      ],
      returnedMessageId: '<out-1@acme.example>',
    });
  });

  test('delayed', async () => {
    const mail = await mailOf(report('Final-Recipient: rfc822; jane@globex.example\nAction: delayed\nStatus: 4.4.1\n'));
    expect(mail.report?.action).toBe('delayed');
    expect(mail.report?.recipients[0]?.permanent).toBe(false);
  });

  test('of several recipients those count that failed', async () => {
    const fields =
      'Final-Recipient: rfc822; jane@globex.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; rick@globex.example\nAction: delayed\nStatus: 4.4.1\n';
    expect((await mailOf(report(fields))).report?.recipients.map(({ address }) => address)).toEqual(['jane@globex.example']);
  });
});

describe('3464-1: delivery reports in prose', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'qmail',
      "Subject: failure notice\n\nHi. This is the qmail-send program at mx.\nI wasn't able to deliver your message to the following addresses.\n\n<jane@globex.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\n",
      'failed',
      '5.1.1',
    ],
    [
      'Exim',
      'Subject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: jane@globex.example\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  jane@globex.example\n    host mx.globex.example [192.0.2.1]: 552 5.2.2 mailbox full\n\n------ This is a copy of the message, including all the headers. ------\n\n',
      'failed',
      '5.2.2',
    ],
    [
      'Exchange',
      'Subject: Undeliverable: Re: Printer\n\nYour message\n\n  To:      jane@globex.example\n  Subject: Re: Printer\n\ndid not reach the following recipient(s):\n\njane@globex.example on Mon, 2 Mar 2026 10:00:00 +0000\n    The recipient name is not recognized\n\n',
      'failed',
      '5.1.1',
    ],
    [
      'Postfix',
      "Subject: Undelivered Mail Returned to Sender\n\nI'm sorry to have to inform you that your message could not\nbe delivered. For further assistance, please send mail to <postmaster@mx.acme.example>\n\n<jane@globex.example>: host mx.globex.example[192.0.2.1] said: 450 4.2.0\n    Greylisted\n\n",
      'failed',
      '4.2.0',
    ],
    [
      'a warning',
      'Subject: Warning: message delayed 24 hours\n\nA message that you sent has not yet been delivered to:\n\n  jane@globex.example\n\nNo action is required on your part.\n',
      'delayed',
      '4.0.0',
    ],
    [
      'Spanish',
      'Subject: No se pudo entregar el mensaje\n\nNo se pudo entregar a:\n\njane@globex.example\n\n',
      'failed',
      '5.0.0',
    ],
  ];
  test.each(cases)('%s', async (_, rest, action, status) => {
    const { report } = await mailOf(`${daemon}${rest}${rest.includes('copy') ? original : ''}`);
    expect(report?.action).toBe(action);
    expect(report?.recipients.map((one) => [one.address, one.status])).toEqual([['jane@globex.example', status]]);
    expect(report?.returnedMessageId).toBe(rest.includes('copy') ? '<out-1@acme.example>' : null);
  });

  test.each([
    [
      'a person who asks about one',
      'From: Jane <jane@globex.example>\nSubject: Undelivered Mail Returned to Sender\n\nMy mail to <rick@x.example> could not be delivered: 550 user unknown. Why?\n',
    ],
    [
      'a person who forwards one',
      `From: Jane <jane@globex.example>\nSubject: Fwd: Mail delivery failed\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nWhat is this?\n--x\nContent-Type: message/rfc822\n\n${original}--x--\n`,
    ],
    [
      'an out-of-office answer',
      'Return-Path: <>\nFrom: Jane <jane@globex.example>\nSubject: Automatic reply: Printer\nAuto-Submitted: auto-replied\n\nI am away.\n',
    ],
    ['a daemon that speaks of other things', `${daemon}Subject: Quota\n\nYour mailbox uses 80 percent.\n`],
  ])('no report: %s', async (_, text) => {
    expect((await mailOf(text)).report).toBeNull();
  });
});
