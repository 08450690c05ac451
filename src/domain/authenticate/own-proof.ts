import { headerValues, type Mail } from '../mail.ts';
import { type Dmarc, mustBeSigned, tagsOf } from './dmarc.ts';
import { splitAddress } from './reply-address.ts';
import { sealedBy } from './sealed-chain.ts';
import type { Signature, Verification } from './verification.ts';

/** What our own verification says of a sender; `retryable` where DNS gave no answer and may give one later (9989-2). */
export type OwnProof = Dmarc & { by: string; retryable: boolean };

const day = 86_400_000;
/** An old signature may be a replay (A19). */
const oldest = 7 * day;
/** Clocks of others. */
const ahead = day;
/** More are not looked at: each costs questions to DNS and a hash of the whole mail. */
const mostSignatures = 10;
/** Of those that cover a part of the body. */
const mostLimited = 2;
/** Letters; the list of signed fields of a longer one is meant to keep somebody busy (A13). */
const longestSignature = 8_192;

/** Whether a mail bears more signatures, or longer ones, than anybody needs. */
export function isOverSigned(mail: Pick<Mail, 'headers'>): boolean {
  const [dkim, arc, seals] = ['dkim-signature', 'arc-message-signature', 'arc-seal'].map((name) => headerValues(mail, name));
  const all = [...(dkim ?? []), ...(arc ?? []), ...(seals ?? [])];
  const limited = all.filter((value) => tagsOf(value).has('l')); // each length is another hash of the whole body
  const isMany = [dkim, arc, seals].some((some = []) => some.length > mostSignatures) || limited.length > mostLimited;
  return isMany || all.some(({ length }) => length > longestSignature);
}

/**
 * What the verification of a mail is worth for the identity it claims. A pass needs DMARC and an aligned signature over
 * all that commands rest on; a fail needs both of DMARC's ways to have been looked at; everything else is none.
 *
 * @param at when the mail came, epoch ms
 * @param sealers domains whose ARC seals are believed (8617-1)
 * @see RELIABILITY 5.1 "Own verification"; 9989-1, 9989-2, 6376-1, 6376-2, 7208-1
 */
export function ownProof(
  mail: Pick<Mail, 'headers' | 'date'>,
  identity: string,
  found: Verification,
  at: number,
  sealers: readonly string[],
): OwnProof {
  const none = (why: string, retryable = false): OwnProof => ({ result: 'none', alignedDomain: null, by: why, retryable });
  const [, domain] = splitAddress(identity);
  if (found.from.length !== 1 || found.from[0]?.toLowerCase() !== identity) return none('the verifier reads another From');
  const doubled = mustBeSigned.find((name) => headerValues(mail, name).length > 1);
  if (doubled !== undefined) return none(`two fields ${doubled}`);
  const aligned = found.signatures.filter((one) => one.aligned);
  const objections = new Map(aligned.map((one) => [one, objection(one, one.signedAt ?? mail.date, at)]));
  const good = aligned.find((one) => objections.get(one) === '');
  if (found.dmarc.result === 'pass' && good !== undefined)
    return { result: 'pass', alignedDomain: good.domain, by: `dmarc pass, ${inWords(good)}`, retryable: false };
  const sealed = found.arc === 'pass' ? sealedBy(mail, domain, sealers) : null;
  if (sealed !== null) return { result: 'pass', alignedDomain: domain, by: sealed, retryable: false };
  if (isTemporary(found)) return none('DNS gave no answer; to be tried again', true);
  const isLookedAt = found.spf.result !== 'not evaluated';
  if (found.dmarc.result === 'fail' && isLookedAt && good === undefined)
    return { result: 'fail', alignedDomain: null, by: 'dmarc fail', retryable: false };
  return none(reason(found, objections));
}

const inWords = ({ domain, selector, keyBits, algorithm }: Signature): string =>
  `signed by ${domain} (${selector}, ${keyBits === null ? algorithm : `${keyBits} bit`})`;

/**
 * Why a signature does not carry a command; '' where it does.
 *
 * @param made when it was made; its mail's signed Date where it does not say
 */
function objection(
  { result, why, signed, limited, expires, algorithm, keyBits }: Signature,
  made: number | null,
  at: number,
): string {
  if (result !== 'pass') return why || result;
  const missing = mustBeSigned.filter((name) => !signed.includes(name));
  if (missing.length > 0) return `it does not cover ${missing.join(', ')}`;
  if (limited) return 'it covers a part of the body only (l=)';
  if (/sha1$/i.test(algorithm)) return 'rsa-sha1';
  if (keyBits !== null && keyBits < 1024) return `a key of ${keyBits} bit`;
  if (made === null) return 'it does not say when it was made';
  if (at - made > oldest) return 'it is more than 7 days old';
  if (made - at > ahead) return 'it is from the future';
  return expires !== null && expires < at ? 'it has expired' : '';
}

/** DNS may yet say more: of the policy, or of the key of a signature that would be aligned. */
const isTemporary = ({ dmarc, signatures, spf }: Verification): boolean =>
  dmarc.result === 'temperror' ||
  signatures.some(({ aligned, result }) => aligned && result === 'temperror') ||
  (spf.result === 'temperror' && dmarc.result === 'fail');

function reason({ dmarc, signatures }: Verification, objections: ReadonlyMap<Signature, string>): string {
  const [objected] = [...objections].filter(([, why]) => why !== '');
  if (objected !== undefined) return `signature of ${objected[0].domain}: ${objected[1]}`;
  if (dmarc.result !== 'pass' && objections.size > 0) return `dmarc ${dmarc.result}${dmarc.why === '' ? '' : `: ${dmarc.why}`}`;
  const others = [...new Set(signatures.map(({ domain }) => domain))].join(', ');
  return others === '' ? 'no signature' : `no signature of the From domain, only of ${others}`;
}
