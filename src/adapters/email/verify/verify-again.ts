import type { DnsAnswer, Verification } from '../../../domain/authenticate/verification.ts';
import type { Resolve } from './asked-dns.ts';
import { mailVerifier } from './mail-verifier.ts';

/** One signature that had passed: whether it still does, with the key that was kept. */
export type Again = { domain: string; selector: string; passes: boolean };

/**
 * Checks the signatures of a stored mail anew with the answers that DNS gave when it came: no network, whatever became of the
 * keys since (6376-3).
 *
 * @param at epoch ms: when it was verified first
 */
export async function verifyAgain(mail: Uint8Array, { signatures, answers }: Verification, at: number): Promise<Again[]> {
  const found = await mailVerifier(keptDns(answers), deadline)(mail, { clientIp: null, helo: '', mailFrom: '', at });
  return signatures
    .filter(({ result }) => result === 'pass')
    .map(({ domain, selector }) => ({
      ...{ domain, selector },
      passes: found.signatures.some((one) => one.domain === domain && one.selector === selector && one.result === 'pass'),
    }));
}

/** ms; nothing is waited for, all answers are here. */
const deadline = 10_000;

/** DNS as it answered then. */
function keptDns(answers: readonly DnsAnswer[]): Resolve {
  return async (name, type) => {
    const kept = answers.find((one) => one.name.toLowerCase() === name.toLowerCase() && one.type === type);
    if (kept === undefined || kept.error !== '') throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    return kept.answer.map((text) => [text]);
  };
}
