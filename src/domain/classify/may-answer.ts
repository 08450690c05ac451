import { type Classification, type Envelope, headerValue, headerValues, type Mail } from '../mail.ts';
import { shown } from './row.ts';

export type MayAnswer = { kind: 'yes' } | { kind: 'no'; why: string };

/**
 * Whether an automatic answer may go to a mail's sender.
 *
 * @param envelope null where the way in has none: then Return-Path speaks for it
 * @see RFC 3834 §2 and §4; MS-OXCMAIL 2.1.3.2.20 for X-Auto-Response-Suppress
 */
export function mayAnswer(mail: Mail, classification: Classification, envelope: Envelope | null = null): MayAnswer {
  const why = reasons.map((reason) => reason(mail, classification, envelope)).find((text) => text !== '');
  return why === undefined ? { kind: 'yes' } : { kind: 'no', why };
}

type Reason = (mail: Mail, classification: Classification, envelope: Envelope | null) => string;

const reasons: readonly Reason[] = [
  (_, { kind, why }) => (kind === 'human' ? '' : `${kind} mail gets no automatic answer (${why[0] ?? 'by its marks'})`),
  (mail) => (mail.from.address === '' ? 'From names no address' : ''),
  (mail, _, envelope) => nullPath(mail, envelope),
  (mail) => (isMachine(mail.from.address) ? `${mail.from.address} is a sender who reads no answers` : ''),
  suppressed,
];

/** 3834-2. A mail that travelled (Received) and lost its Return-Path gives nowhere to answer to; one put into a mailbox by hand has none. */
function nullPath(mail: Mail, envelope: Envelope | null): string {
  if (envelope) return envelope.from === '' ? 'the envelope sender is empty (MAIL FROM:<>)' : machinePath(envelope.from);
  const path = headerValues(mail, 'return-path').at(0);
  if (path === undefined) return headerValue(mail, 'received') === '' ? '' : 'Return-Path is missing';
  const address = path
    .replace(/^[^<]*<|>.*$/g, '')
    .trim()
    .toLowerCase();
  return address === '' ? 'Return-Path: <>' : machinePath(address);
}

const machinePath = (address: string): string => (isMachine(address) ? `the envelope sender ${address} reads no answers` : '');

/** xars-2: asks for no answers, though it proves nothing of the mail. DR, NDR, RN and NRN are about reports, which we do not send. */
function suppressed(mail: Mail): string {
  const value = headerValue(mail, 'x-auto-response-suppress');
  const wants = value.toLowerCase().split(/[\s,;]+/);
  return wants.some((one) => one === 'all' || one === 'oof' || one === 'autoreply')
    ? shown('X-Auto-Response-Suppress', value)
    : '';
}

/** 3834-2 and its kin: local parts behind which no person reads. */
const machines =
  /^(?:mailer-?daemon|postmaster|owner-.+|.+-owner|.+-request|bounces?|bounces?[+=-].+|.+-bounces?(?:[+=].+)?|nobody|daemon|root|majordomo|listserv|mdaemon|auto-?(?:reply|confirm|responder|mailer)|verify|verification)$/i;

/** The same, however they are spelled: `no-reply`, `do_not_reply`, `noreply+4711`, `shop.noreply`. */
const silent =
  /(?:^|[._+-])(?:no|do[._-]?not|dont|not)[._-]?repl(?:y|ies)(?:$|[._+=\d-])|^(?:no-?responder|nao-?responda|ne-?pas-?repondre|nicht-?antworten|non-?rispondere)/i;

function isMachine(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at === -1 ? undefined : at).slice(0, 64);
  return machines.test(local) || silent.test(local);
}
