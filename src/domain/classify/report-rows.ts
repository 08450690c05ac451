import { isForwardSubject } from '../forward/forward-subject.ts';
import { headerValue, type Mail } from '../mail.ts';
import { type Row, shown } from './row.ts';
import { serviceEvent } from './service-notice.ts';

const contentType = (mail: Mail): string => headerValue(mail, 'content-type').toLowerCase();
const isReport = (mail: Mail, type: string): boolean =>
  contentType(mail).startsWith('multipart/report') &&
  contentType(mail)
    .replace(/["'\s]/g, '')
    .includes(`report-type=${type}`);

/** Reports of mail systems (RFC 6522): they name themselves by their type, or carry a part of it. */
export const reportRows: readonly Row[] = [
  {
    kind: 'abuse-report',
    test: (mail) =>
      isReport(mail, 'feedback-report') || has(mail, 'message/feedback-report')
        ? shown('Content-Type', 'feedback-report (RFC 5965)')
        : '',
  },
  { kind: 'abuse-report', test: (mail) => (isOldComplaint(mail) ? shown('Subject', mail.subject) : '') },
  {
    kind: 'abuse-report',
    test: (mail) => (serviceEvent(mail.text) === 'Complaint' ? "a sending service's complaint notice" : ''),
  },
  {
    kind: 'bounce',
    test: (mail) => (mail.report?.action === 'failed' || mail.report?.action === 'unknown' ? reasonOf(mail) : ''),
  },
  { kind: 'delivery-status', test: (mail) => (mail.report ? reasonOf(mail) : '') },
  {
    kind: 'read-receipt',
    test: (mail) =>
      isReport(mail, 'disposition-notification') || has(mail, 'message/disposition-notification')
        ? shown('Content-Type', 'disposition-notification (RFC 8098)')
        : '',
  },
  {
    kind: 'read-receipt',
    test: (mail) =>
      /^urn:content-classes:mdn$/i.test(headerValue(mail, 'content-class'))
        ? shown('Content-Class', headerValue(mail, 'content-class'))
        : '',
  },
  {
    kind: 'delivery-status',
    test: (mail) => (isReport(mail, 'delivery-status') ? 'delivery-status (RFC 3464) that names no recipient' : ''),
  },
  {
    kind: 'auto-reply',
    test: (mail) => (serviceEvent(mail.text) === '' ? '' : `a sending service's notice: ${serviceEvent(mail.text).slice(0, 40)}`),
  },
];

/** A person who passes a report on keeps the types of its parts. */
const has = (mail: Mail, type: string): boolean =>
  mail.attachments.some((attachment) => attachment.contentType === type) &&
  (contentType(mail).startsWith('multipart/report') || !isForwardSubject(mail.subject));

/** As Microsoft's feedback loop writes it: a subject of its own, and the mail complained about. */
const isOldComplaint = (mail: Mail): boolean =>
  /^complaint about message from [\d.a-f:x]+$/i.test(mail.subject) && mail.attachments.some(isMail);

const isMail = ({ contentType: type }: Mail['attachments'][number]): boolean => type === 'message/rfc822';

function reasonOf(mail: Mail): string {
  const first = mail.report?.recipients[0];
  const about = first ? ` ${first.address} ${first.status}`.trimEnd() : '';
  return `delivery report, ${mail.report?.action ?? 'unknown'}:${about || ' no recipient named'}`;
}
