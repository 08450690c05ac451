import { type EvidenceRow, inBrackets } from '../domain/authenticate/evidence.ts';
import type { Signature, Verification } from '../domain/authenticate/verification.ts';

/** The evidence of a decision for a person, a name and a text a line: what was believed, what only claimed, what was found. */
export function evidenceLines(row: EvidenceRow): (readonly [string, string])[] {
  const { level, rule, believed, claimed, verification, token } = row;
  return [
    ['proof', `${level}${inBrackets(row) || ' (nothing proves the sender)'}; ${rule}`],
    ...(token === 'none' ? [] : [['token', tokens[token]] as const]),
    ...believed.map((field) => ['believed', field] as const),
    ...claimed.map((field) => ['claimed', field] as const),
    ...(verification === null ? [] : verificationLines(verification)),
  ];
}

const tokens = {
  valid: 'a signed address of ours',
  expired: 'a signed address of ours that has expired: it routes and proves nothing',
  invalid: 'an address in the form of a signed one that is none of ours',
} as const;

function verificationLines({ signatures, spf, dmarc, arc, answers }: Verification): (readonly [string, string])[] {
  const unanswered = answers.filter(({ error }) => error !== '' && !['ENOTFOUND', 'ENODATA'].includes(error));
  return [
    ...signatures.map((one) => ['signature', signatureWords(one)] as const),
    ['spf', spf.result === 'not evaluated' ? spf.result : `${spf.result} for ${spf.domain} from ${spf.clientIp}`],
    ['dmarc', [dmarc.result, dmarc.why, dmarc.record].filter((part) => part !== '').join('; ')],
    ...(arc === 'none' ? [] : [['arc', arc] as const]),
    ...unanswered.map(({ name, type, error }) => ['dns', `${type} ${name}: ${error}`] as const),
  ];
}

function signatureWords({ domain, selector, result, why, aligned, keyBits, algorithm, limited, signed }: Signature): string {
  const key = keyBits === null ? algorithm : `${algorithm}, ${keyBits} bit`;
  const found = `${result}${why === '' ? '' : ` (${why})`}`;
  const part = limited ? '; covers a part of the body only' : '';
  return `${found} of ${domain}, ${selector} (${key}), ${aligned ? 'aligned' : 'not aligned'}; over ${signed.join(', ')}${part}`;
}
