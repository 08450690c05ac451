import { headerValues, type Mail } from '../mail.ts';
import { readResults } from './authentication-results.ts';
import { coversAll, dmarcOf, tagsOf } from './dmarc.ts';

/**
 * 8617-1: who broke a signature on the way may say what it was before, if we list them; that the seals hold was verified.
 * Each sealer of the chain must be listed, since any of them could have changed the mail.
 *
 * @returns in words what the first of them found, null where it proves nothing
 * @see RFC 8617 §5.2
 */
export function sealedBy(mail: Pick<Mail, 'headers'>, domain: string, listed: readonly string[]): string | null {
  const chain = headerValues(mail, 'arc-seal').map((value) => (tagsOf(value).get('d') ?? '').toLowerCase());
  if (chain.length === 0 || !chain.every((one) => listed.includes(one))) return null;
  if (!headerValues(mail, 'arc-message-signature').map(tagsOf).every(coversAll)) return null;
  const [first, ...more] = headerValues(mail, 'arc-authentication-results').filter((value) => /^\s*i\s*=\s*1\s*;/.test(value));
  if (first === undefined || more.length > 0) return null;
  const { results } = readResults({ name: 'authentication-results', value: first.replace(/^[^;]*;/, '') }) ?? { results: [] };
  if (dmarcOf(mail, domain, { by: 'arc', results, worsened: [] }).result !== 'pass') return null;
  return `dmarc pass as ${chain.at(-1)} received it, sealed by ${chain.toReversed().join(', ')} (ARC)`;
}
