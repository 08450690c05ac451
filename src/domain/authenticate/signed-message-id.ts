import { type MessageId, messageId, type TicketNo, ticketNo } from '../ids.ts';
import type { Signer } from '../ports.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { concat, isSigned, labelled } from './token.ts';

const bodyLength = 13;
const macLength = 10;

/**
 * A Message-ID of ours that proves, when a reply cites it, that its writer has seen a mail of that ticket.
 *
 * @param nonce 8 random bytes
 * @param ticket 0 for mails that belong to none
 */
export function signedMessageId(signer: Signer, ticket: TicketNo | 0, nonce: Uint8Array, domain: string): MessageId {
  const body = new Uint8Array(bodyLength);
  const view = new DataView(body.buffer);
  view.setUint8(0, signer.currentKey);
  view.setUint32(1, ticket);
  body.set(nonce.subarray(0, 8), 5);
  const mac = signer.mac(signer.currentKey, labelled('message-id', body));
  if (mac === null) throw new RangeError(`no key ${signer.currentKey} to sign with`);
  return messageId(`<${toBase32(concat(body, mac.subarray(0, macLength)))}@${domain}>`);
}

/** @returns the ticket that an id of ours proves, 0 where it belongs to none, null where the id is not ours */
export function ticketOfSignedId(signer: Signer, id: MessageId, domain: string): TicketNo | 0 | null {
  if (!id.toLowerCase().endsWith(`@${domain}>`)) return null;
  const bytes = fromBase32(id.slice(1, -domain.length - 2));
  if (bytes === null || bytes.length !== bodyLength + macLength) return null;
  const body = bytes.subarray(0, bodyLength);
  const view = new DataView(body.buffer, body.byteOffset, bodyLength);
  if (!isSigned(signer, view.getUint8(0), labelled('message-id', body), bytes.subarray(bodyLength))) return null;
  const ticket = view.getUint32(1);
  return ticket === 0 ? 0 : ticketNo(ticket);
}
