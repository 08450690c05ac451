import type { SinkMail } from './smtp-mail.ts';

/** A delivery report as Postfix writes it (RFC 3464). */
export function returned(mail: SinkMail, recipient: string, action: string, status: string, diagnostic: string): string {
  const lines = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.globex.example>',
    'To: support@acme.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Mon, 2 Mar 2026 09:10:00 +0000',
    `Message-ID: <dsn.${action}@mx.globex.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is the mail system at host mx.globex.example.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.globex.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `From: support@acme.example`,
    `To: ${recipient}`,
    `Subject: ${mail.headers.get('subject')}`,
    `Message-ID: ${mail.messageId}`,
    '',
    '--b--',
    '',
  ];
  return lines.join('\r\n');
}
