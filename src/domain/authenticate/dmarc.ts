import { headerValues, type Mail } from '../mail.ts';
import type { BelievedResults, MethodResult } from './authentication-results.ts';

export type Dmarc = { result: 'pass' | 'fail' | 'none'; alignedDomain: string | null };

/** What commands rest on. */
export const mustBeSigned = ['from', 'to', 'subject', 'date', 'message-id'];

/**
 * What a border's results say of the From domain. A pass needs `dmarc=pass` for that very domain and an aligned
 * `dkim=pass`: SPF alone passes for everybody who shares a sending house (A20). A missing result is none, never a pass.
 *
 * @see RELIABILITY 5.1 "Own verification", 9989-1, 8601-2, A19
 */
export function dmarcOf(mail: Pick<Mail, 'headers'>, domain: string, believed: Omit<BelievedResults, 'fields'>): Dmarc {
  const verdicts = believed.results.filter(({ method }) => method === 'dmarc');
  const worse = believed.worsened.filter(({ method }) => method === 'dmarc');
  if ([...verdicts, ...worse].some(({ result }) => result === 'fail')) return { result: 'fail', alignedDomain: null };
  const isPass = (one: MethodResult): boolean => one.result === 'pass' && isAbout(one, domain);
  const passed = verdicts.length > 0 && [...verdicts, ...worse].every(isPass);
  const signer = believed.results
    .filter(({ method, result }) => method === 'dkim' && result === 'pass')
    .map(signingDomain)
    .find((signing) => isAligned(signing, domain));
  if (!passed || signer === undefined || !isWhollySigned(mail, domain)) return { result: 'none', alignedDomain: null };
  return { result: 'pass', alignedDomain: signer };
}

const isAbout = ({ properties }: MethodResult, domain: string): boolean => (properties.get('header.from') ?? domain) === domain;

function signingDomain({ properties }: MethodResult): string {
  const identity = properties.get('header.i') ?? '';
  return properties.get('header.d') ?? identity.slice(identity.lastIndexOf('@') + 1 || identity.length);
}

/** Relaxed alignment; that both share an organisation was the border's finding, this only keeps strangers' keys out. */
const isAligned = (signing: string, domain: string): boolean =>
  signing !== '' && (signing === domain || domain.endsWith(`.${signing}`) || signing.endsWith(`.${domain}`));

/**
 * Where aligned signatures are still in the mail, each must cover what commands rest on, to the end of the body: which of
 * them the border verified cannot be told. A second Subject or To on top would be read and is not what was signed.
 *
 * @see RFC 6376 §5.4.2 (the lowest field of a name is signed first), §8.15
 */
function isWhollySigned(mail: Pick<Mail, 'headers'>, domain: string): boolean {
  if (mustBeSigned.some((name) => headerValues(mail, name).length > 1)) return false;
  const signatures = headerValues(mail, 'dkim-signature').map(tagsOf);
  const aligned = signatures.filter((tags) => isAligned((tags.get('d') ?? '').toLowerCase(), domain));
  return aligned.every(coversAll);
}

/** Whether a signature says that it covers what commands rest on, to the end of the body. */
export function coversAll(tags: ReadonlyMap<string, string>): boolean {
  const signed = (tags.get('h') ?? '').toLowerCase().split(/\s*:\s*/);
  return !tags.has('l') && mustBeSigned.every((name) => signed.includes(name));
}

/** Tags of a DKIM or ARC field: `d=acme.example; h=from:to` (RFC 6376 §3.2). */
export const tagsOf = (value: string): Map<string, string> =>
  new Map(
    value.split(';').flatMap((tag) => {
      const at = tag.indexOf('=');
      return at < 0 ? [] : [[tag.slice(0, at).trim(), tag.slice(at + 1).trim()] as const];
    }),
  );
