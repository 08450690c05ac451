import type { DKIMResult } from 'mailauth';
import type { Signature } from '../../../domain/authenticate/verification.ts';

/**
 * One of mailauth's results in our words. It calls what RFC 6376 fails `neutral` or `policy`: only `pass` is one.
 *
 * @param aligned domains that DMARC found aligned; undefined where it could not look
 */
export function signatureOf(found: DKIMResult, aligned: ReadonlySet<string> | undefined): Signature {
  const { signingDomain = '', selector = '', algo = '', status, signingHeaders, signTime, expiresAfter } = found;
  const { result } = status;
  const domain = signingDomain.toLowerCase().replace(/\.$/, '');
  return {
    domain,
    selector,
    algorithm: algo,
    result: result === 'pass' || result === 'temperror' ? result : 'fail',
    why: result === 'pass' ? '' : (status.comment ?? status.policy?.['dkim-rules'] ?? result),
    aligned:
      aligned === undefined ? status.aligned !== undefined && status.aligned !== false : isAligned(domain, status, aligned),
    signed: namesOf(signingHeaders?.keys ?? ''),
    limited: found.canonBodyLengthLimited === true,
    signedAt: timeOf(signTime),
    expires: timeOf(expiresAfter),
    keyBits: found.modulusLength ?? null,
    key: found.rr ?? '',
  };
}

/** DMARC looks only at signatures that pass; for the others the library's guess by organisation must do. */
const isAligned = (domain: string, { result, aligned }: DKIMResult['status'], found: ReadonlySet<string>): boolean =>
  result === 'pass' ? found.has(domain) : aligned !== undefined && aligned !== false;

const namesOf = (keys: string): string[] =>
  keys === ''
    ? []
    : keys
        .toLowerCase()
        .split(/\s*:\s*/)
        .toSorted();

const timeOf = (iso: string | null | undefined): number | null => (iso === null || iso === undefined ? null : Date.parse(iso));
