import { isSystem, type Notice, readBounceProse } from '../../../domain/classify/bounce-prose.ts';
import { readDeliveryStatus, withFailedRecipient } from '../../../domain/classify/delivery-status.ts';
import { readServiceNotice } from '../../../domain/classify/service-notice.ts';
import type { MessageId } from '../../../domain/ids.ts';
import { type DeliveryReport, type Header, headerValue, headerValues } from '../../../domain/mail.ts';
import { readAddresses } from './addresses.ts';
import { decodeBytes } from './charset.ts';
import { readHead } from './head.ts';
import { readMessageId } from './ids.ts';
import type { Leaf } from './leaf.ts';
import type { Part } from './tree.ts';
import { decodeWords } from './words.ts';

/** The delivery report that a mail is, or null: its machine-readable part, else what mail systems write in prose. */
export function readReport(headers: readonly Header[], root: Part, text: string): DeliveryReport | null {
  const leaves = leavesOf(root);
  const returned = leaves.find(({ type }) =>
    /^(?:message\/(?:rfc822|global|partial|rfc822-headers|global-headers)|text\/rfc822-headers?)$/.test(type.value),
  );
  const notice = noticeOf(headers, returned, text);
  // A person who passes a report on keeps the types of its parts.
  const isSystems = isSystem(notice);
  const parts = isSystems ? leaves.filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type.value)) : [];
  // Where a relay lost the parts, the fields stand in the text.
  const stated = readDeliveryStatus(parts.length > 0 ? parts.map(textOf).join('\n\n') : mayState(notice) ? text : '');
  if (stated.recipients.length > 0)
    return { ...withFailedRecipient(stated, notice.failedRecipients), returnedMessageId: returnedId(returned, text) };
  const prose = readServiceNotice(text) ?? readBounceProse(notice);
  return prose ? { ...prose, returnedMessageId: returnedId(returned, text) } : null;
}

const mayState = (notice: Notice): boolean =>
  notice.isReport ||
  (isSystem(notice) && !notice.isReceipt && /^final-recipient\s*:/im.test(notice.text) && /^action\s*:/im.test(notice.text));

const leavesOf = (part: Part): Leaf[] => (part.kind === 'leaf' ? [part] : part.parts.flatMap(leavesOf));

const textOf = (leaf: Leaf): string => decodeBytes(leaf.head, leaf.type.params.get('charset') ?? null);

function noticeOf(headers: readonly Header[], returned: Leaf | undefined, text: string): Notice {
  const value = (name: string): string => headerValue({ headers }, name);
  const addresses = (fields: readonly string[]): string[] => readAddresses(fields).map(({ address }) => address);
  const [author] = readAddresses([value('from')]);
  return {
    from: author?.address ?? '',
    fromName: author?.name ?? '',
    returnPath: headers.find(({ name }) => name === 'return-path')?.value,
    subject: decodeWords(value('subject')),
    failedRecipients: headerValues({ headers }, 'x-failed-recipients').join(', ').toLowerCase(),
    isReport: /^multipart\/report\b.*report-type="?delivery-status/i.test(value('content-type')),
    isReceipt: /^multipart\/report\b.*report-type="?disposition-notification/i.test(value('content-type')),
    text,
    sentTo: addresses(headerValues({ headers }, 'to')),
    returnedFrom: () =>
      returned
        ? addresses(['from', 'return-path'].map((name) => headerValue({ headers: returnedFields(returned, text) }, name)))
        : [],
    returnedTo: () => addresses(headerValues({ headers: returnedFields(returned, text) }, 'to')),
  };
}

/** Lines of a returned mail that are read. */
const RETURNED_LINES = 400;

function returnedId(returned: Leaf | undefined, text: string): MessageId | null {
  return readMessageId(headerValue({ headers: returnedFields(returned, text) }, 'message-id'));
}

/** The fields of the mail that came back: its own part, else the last header that stands in the text. */
function returnedFields(returned: Leaf | undefined, text: string): readonly Header[] {
  if (returned) return readHead(returned.head, RETURNED_LINES).fields;
  const at = text.search(/^(?:return-path|received|message-id|from|subject|to|date)[ \t]*:/im);
  return at === -1 ? [] : readHead(Buffer.from(text.slice(at, at + RETURNED_BYTES)), RETURNED_LINES).fields;
}

const RETURNED_BYTES = 65_536;
