import type { BouncedRecipient, DeliveryReport } from '../mail.ts';
import { exactStatus, statusIn } from './status-of-prose.ts';

/** What a message/delivery-status part says: its envelope id, and each recipient's fate. */
export type DeliveryStatus = Pick<DeliveryReport, 'action' | 'envelopeId' | 'recipients'>;

type Group = ReadonlyMap<string, string>;

/** Where the part names a pipe or a file (Exim), the one address that X-Failed-Recipients names is meant. */
export function withFailedRecipient(stated: DeliveryStatus, failedRecipients: string): DeliveryStatus {
  const [recipient] = stated.recipients;
  const isMeant = stated.recipients.length === 1 && !writable.test(recipient?.address ?? '') && writable.test(failedRecipients);
  return isMeant && recipient ? { ...stated, recipients: [{ ...recipient, address: failedRecipients }] } : stated;
}

/** Reads a message/delivery-status part; fields that systems spell their own way are forgiven. @see RFC 3464 §2 */
export function readDeliveryStatus(text: string): DeliveryStatus {
  const groups = groupsOf(text);
  const about = groups.filter((group) => addressOf(group) !== '');
  const action = worst(about.map((group) => actionOf(group)));
  const concerned = about.filter((group) => action !== 'failed' || actionOf(group) === 'failed');
  return {
    action,
    envelopeId: groups.map((group) => group.get('original-envelope-id') ?? '').find((id) => id !== '') ?? null,
    recipients: distinct(concerned.map(recipientOf)),
  };
}

function groupsOf(text: string): Group[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => fieldsOf(block))
    .filter((group) => group.size > 0);
}

function fieldsOf(block: string): Group {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; a@b`, `<a@b>`, or bare: the first of the fields that names an address one could write to, else what there is. */
function addressOf(group: Group): string {
  const named = ['final-recipient', 'original-recipient', 'x-actual-recipient']
    .map((name) => addressIn(group.get(name) ?? ''))
    .filter((address) => address !== '');
  return named.find((address) => writable.test(address)) ?? named[0] ?? '';
}

function addressIn(field: string): string {
  const value = field.replace(/^[^;@<]*;/, '').trim();
  return (/<([^<>]*)>/.exec(value)?.[1] ?? value.replace(/\s*\(.*$/, '').replace(/^[<\s]+|[>\s]+$/g, '')).trim().toLowerCase();
}

/** No route in front (RFC 5321 appendix C), no X.400 name. */
const writable = /^[^@:/|][^@:|]*@[^@:\s]+$/;

type Action = DeliveryReport['action'];
const actions: readonly Action[] = ['failed', 'delayed', 'unknown', 'relayed', 'expanded', 'delivered'];

/** Words that RFC 3464 does not know. */
const spelled: ReadonlyMap<string, Action> = new Map([
  ['deliverable', 'delivered'],
  ['expired', 'failed'],
  ['undeliverable', 'failed'],
  ['bounced', 'failed'],
  ['deferred', 'delayed'],
]);

function actionOf(group: Group): Action {
  const word = (/[a-z]+/i.exec(group.get('action') ?? '')?.[0] ?? '').toLowerCase();
  const said = spelled.get(word) ?? actions.find((action) => word === action || (action === 'failed' && word.startsWith('fail')));
  if (said) return said;
  const status = statusOf(group);
  return status.startsWith('5') ? 'failed' : status.startsWith('4') ? 'delayed' : 'unknown';
}

/** One report speaks of several: it counts as what matters most. */
const worst = (found: readonly Action[]): Action => actions.find((action) => found.includes(action)) ?? 'unknown';

/** `failed` is the end of this mail, whatever class its status has; RFC 3464 §2.3.3. */
function recipientOf(group: Group): BouncedRecipient {
  const action = actionOf(group);
  return {
    address: addressOf(group),
    status: statusOf(group) || (action === 'failed' ? '5.0.0' : action === 'delayed' ? '4.0.0' : ''),
    diagnostic: (group.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').trim(),
    permanent: action === 'failed',
  };
}

/** The Status field, unless it only names its class: then the answer of the far side may be more exact, by its code; without the field, by its words too. */
function statusOf(group: Group): string {
  const stated = enhanced.exec(group.get('status') ?? '')?.[0] ?? '';
  const answer = group.get('diagnostic-code') ?? '';
  const answered = statusIn(answer);
  if (stated === '') return exactStatus(answered, answer);
  return /^[45]\.0\.0$/.test(stated) && answered[0] === stated[0] ? answered : stated;
}

const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

function distinct(recipients: readonly BouncedRecipient[]): BouncedRecipient[] {
  return [...new Map(recipients.map((recipient) => [recipient.address, recipient])).values()];
}
