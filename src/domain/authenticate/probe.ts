import { ticketNo } from '../ids.ts';
import { type Header, headerValues, type Mail } from '../mail.ts';
import type { Signer } from '../ports.ts';
import type { TrustedSource } from '../settings.ts';
import { believedResults, idsOf } from './authentication-results.ts';
import { checkToken, issueToken } from './token.ts';
import type { ProbeResult } from './trust.ts';

/** Field of our own test mails; its value is signed, so that nobody else can make one. */
export const probeHeader = 'X-Maildesk-Probe';

/** A selector that no key has: by it our forgery is told from what the border wrote itself. */
const mark = 'maildesk-probe';

/** A probe that is under way for longer says nothing any more. */
const lifetime = 7 * 86_400_000;

/** The forged lines of a probe: what anybody would write who wants to pass for `domain`. */
export const forgedLines = (source: TrustedSource, domain: string): string[] =>
  idsOf(source).map((id) =>
    [...(id === '' ? [] : [id]), `dkim=pass header.d=${domain} header.s=${mark}`, `dmarc=pass header.from=${domain}`].join('; '),
  );

/** Names probe `number` as one of ours. It belongs to no ticket and no person. */
export const probeToken = (signer: Signer, number: number, now: number): string =>
  issueToken(signer, {
    purpose: 'probe',
    ticket: ticketNo(number),
    principal: { kind: 'contact', id: 0 },
    expires: now + lifetime,
  });

/** Which probe of ours a mail is; null for every other mail. */
export function probeNumber(mail: Pick<Mail, 'headers'>, signer: Signer, now: number): number | null {
  const [value, ...more] = headerValues(mail, probeHeader.toLowerCase());
  if (value === undefined || more.length > 0) return null;
  const check = checkToken(signer, value.trim(), now);
  return check.kind === 'valid' && check.token.purpose === 'probe' ? check.token.ticket : null;
}

/** Whether a mail bears lines of this source in a place where they are believed. */
export const isWrittenOn = (headers: readonly Header[], source: TrustedSource): boolean =>
  believedResults(headers, [source]) !== null;

/** What became of our forgery on its way, by the very rules that other mails are believed by (8601-4). */
export function readProbe(headers: readonly Header[], source: TrustedSource): ProbeResult & { line: string } {
  const fields = believedResults(headers, [source])?.fields ?? [];
  const line = fields.find(isForged) ?? '';
  return { forged: line !== '', wrote: fields.some((field) => !isForged(field)), line };
}

const isForged = (field: string): boolean => field.toLowerCase().includes(mark);
