import { type TicketNo, ticketNo } from '../ids.ts';
import type { Signer } from '../ports.ts';
import { fromBase32, toBase32 } from './base32.ts';

/** What a signed address may be used for; a token of one purpose is worth nothing for another. */
export const purposes = ['reply', 'approve', 'confirm', 'bounce', 'probe'] as const;
export type Purpose = (typeof purposes)[number];

/** Whom an address was issued to: an id of the store, never a name. */
export type Principal = { kind: 'contact' | 'associate'; id: number };

export type Token = { purpose: Purpose; ticket: TicketNo; principal: Principal; expires: number };

export type TokenCheck =
  | { kind: 'none' }
  | { kind: 'invalid' }
  /** Genuine. Expired ones still route, but prove nothing. */
  | { kind: 'valid' | 'expired'; token: Token };

const hour = 3_600_000;
const day = 24 * hour;
const bodyLength = 13;
const macLength = 10;

/** How long a reply address proves its ticket. */
export const replyLifetime = 400 * day;

/** Letters of a token, whatever it says. */
export const tokenLength = Math.ceil(((bodyLength + macLength) * 8) / 5);

/**
 * Writes a token: key id, purpose and kind of principal, ticket, principal, expiry in hours, then 80 bits of HMAC-SHA256.
 * 37 letters, so that `support+<token>` stays within the 64 octets of a local part (RFC 5321 §4.5.3.1.1).
 */
export function issueToken(signer: Signer, token: Token): string {
  const body = new Uint8Array(bodyLength);
  const view = new DataView(body.buffer);
  view.setUint8(0, signer.currentKey);
  view.setUint8(1, purposes.indexOf(token.purpose) | (token.principal.kind === 'associate' ? 0x80 : 0));
  view.setUint32(2, token.ticket);
  view.setUint32(6, token.principal.id);
  const expires = Math.ceil(token.expires / hour);
  view.setUint8(10, expires >>> 16);
  view.setUint16(11, expires & 0xffff);
  const mac = signer.mac(signer.currentKey, labelled('address', body), secretOf(token));
  if (mac === null) throw new RangeError(`no key ${signer.currentKey} to sign with, or none for this associate`);
  return toBase32(concat(body, mac.subarray(0, macLength)));
}

/** Reads a token back; whatever is not exactly one of ours is `invalid`. */
export function checkToken(signer: Signer, text: string, now: number): TokenCheck {
  const bytes = fromBase32(text);
  if (bytes === null || bytes.length !== bodyLength + macLength) return { kind: 'invalid' };
  const body = bytes.subarray(0, bodyLength);
  const view = new DataView(body.buffer, body.byteOffset, bodyLength);
  const purpose = purposes[view.getUint8(1) & 0x7f];
  if (purpose === undefined) return { kind: 'invalid' };
  const principal: Principal = { kind: view.getUint8(1) & 0x80 ? 'associate' : 'contact', id: view.getUint32(6) };
  const expires = (view.getUint8(10) * 0x10000 + view.getUint16(11)) * hour;
  const token: Token = { purpose, ticket: ticketNo(view.getUint32(2)), principal, expires };
  if (!isSigned(signer, view.getUint8(0), labelled('address', body), bytes.subarray(bodyLength), secretOf(token)))
    return { kind: 'invalid' };
  return { kind: now <= token.expires ? 'valid' : 'expired', token };
}

/** Whose own secret signs too, so that it can be taken away (R9). Bounce addresses name a mail, not a person. */
const secretOf = ({ purpose, principal: { kind, id } }: Token): number | undefined =>
  kind === 'associate' && purpose !== 'bounce' ? id : undefined;

/** Whether `mac` is the beginning of the keyed hash, compared in constant time. */
export function isSigned(signer: Signer, key: number, data: Uint8Array, mac: Uint8Array, associate?: number): boolean {
  const right = signer.mac(key, data, associate);
  if (right === null || mac.length !== macLength) return false;
  let difference = 0;
  for (let at = 0; at < macLength; at++) difference |= (right[at] ?? 0) ^ (mac[at] ?? 0);
  return difference === 0;
}

/** Keeps hashes for one use from being any good for another. */
export function labelled(label: string, data: Uint8Array): Uint8Array {
  return concat(
    Uint8Array.from(label, (letter) => letter.charCodeAt(0)),
    Uint8Array.of(0),
    data,
  );
}

/** One stretch of bytes of several. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
