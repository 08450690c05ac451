import type { Mail } from '../../../domain/mail.ts';
import { sealedText } from './armor.ts';
import { isPkcs7 } from './leaf.ts';
import { readPkcs7 } from './signed-data.ts';
import type { Part } from './tree.ts';

/** How a mail is encrypted; null where it can be read. Nothing is decrypted here (A21). */
export function sealOf(part: Part, texts: readonly string[]): Mail['sealed'] {
  return sealIn(part) ?? (texts.some((text) => sealedText.test(text)) ? 'pgp' : null);
}

function sealIn(part: Part): Mail['sealed'] {
  if (part.kind === 'leaf') {
    if (!isPkcs7(part)) return null;
    const found = readPkcs7(Buffer.from(part.head));
    const isSealed = found.kind === 'enveloped' || (found.kind === 'unknown' && /envelop/.test(kindOf(part.type.params)));
    return isSealed ? 'smime' : null;
  }
  if (part.type === 'multipart/encrypted') return 'pgp';
  for (const child of part.parts) {
    const seal = sealIn(child);
    if (seal !== null) return seal;
  }
  return null;
}

const kindOf = (params: ReadonlyMap<string, string>): string => params.get('smime-type')?.toLowerCase() ?? '';

const names = { smime: 'S/MIME', pgp: 'PGP' } as const;

/** What stands for a text that cannot be read. */
export const sealNotice = (seal: 'smime' | 'pgp'): string =>
  `[This mail is encrypted with ${names[seal]}. It is kept as it came, but cannot be read here.]`;
