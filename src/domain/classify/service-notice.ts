import type { BouncedRecipient, DeliveryReport } from '../mail.ts';

/** A sending service's notice in JSON: a bounce, or a recipient who called a mail of ours spam. */
export type ServiceNotice = Omit<DeliveryReport, 'returnedMessageId'> | null;

type Notice = {
  notificationType?: unknown;
  /** The same word, where the service publishes events. */
  eventType?: unknown;
  bounce?: { bounceType?: unknown; bouncedRecipients?: unknown };
};

/**
 * Reads the notices of bounces that Amazon SES sends through its notification service: JSON, alone or inside another JSON.
 *
 * @see Amazon SES developer guide, "notification contents"
 */
export function readServiceNotice(text: string): ServiceNotice {
  const notice = noticeIn(text);
  if (notice === null || kindOf(notice) !== 'Bounce') return null;
  const isPermanent = notice.bounce?.bounceType !== 'Transient';
  const recipients = listOf(notice.bounce?.bouncedRecipients).map((one) => recipientOf(one, isPermanent));
  return { action: 'failed', envelopeId: null, recipients: recipients.filter(({ address }) => address !== '') };
}

/** What a notice tells of: `Complaint` (RFC 5965 in JSON), `Delivery`, `Open`…; '' for any other text. */
export function serviceEvent(text: string): string {
  const notice = noticeIn(text);
  return notice === null ? '' : textOf(kindOf(notice));
}

const kindOf = ({ notificationType, eventType }: Notice): unknown => notificationType ?? eventType;

function noticeIn(text: string): Notice | null {
  if (!text.startsWith('{') || text.length > 200_000 || !/notificationType|eventType/.test(text)) return null;
  // Long lines were folded on the way: a line end within JSON is never text.
  const json = text.split(/\n--\n/)[0]?.replace(/\n/g, '') ?? '';
  const outer = parsed(json);
  return isObject(outer) && typeof outer.Message === 'string' ? asNotice(parsed(outer.Message)) : asNotice(outer);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // looked like a notice and is none
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const asNotice = (value: unknown): Notice | null => (isObject(value) ? value : null);
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function recipientOf(one: Record<string, unknown>, isPermanent: boolean): BouncedRecipient {
  return {
    address: textOf(one.emailAddress).toLowerCase(),
    status: textOf(one.status) || (isPermanent ? '5.0.0' : '4.0.0'),
    diagnostic: textOf(one.diagnosticCode).replace(/^\w+;\s*/, ''),
    permanent: isPermanent,
  };
}
