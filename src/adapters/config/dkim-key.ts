import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { DkimSettings } from '../../domain/settings.ts';

/** A key that receivers accept, or what is wrong with it. */
export type DkimKey = { kind: 'key'; key: KeyObject } | { kind: 'unfit'; why: string };

/** RFC 6376 §3.3.3, RFC 8301 §3.2: receivers take no signature of a shorter one. */
const fewestBits = 1024;

/** Reads a private key that mails can be signed with. */
export function readDkimKey(pem: string): DkimKey {
  const key = privateKeyIn(pem);
  if (key === null)
    return { kind: 'unfit', why: 'no private key (PEM) without a passphrase; `openssl genpkey -algorithm ed25519` makes one' };
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType === 'ed25519' || (key.asymmetricKeyType === 'rsa' && bits >= fewestBits)) return { kind: 'key', key };
  return {
    kind: 'unfit',
    why: key.asymmetricKeyType === 'rsa' ? `RSA of ${bits} bits` : `a key of type ${key.asymmetricKeyType}`,
  };
}

/** What is to be published in DNS: the name, and the text of its TXT record. */
export function dkimRecord({ domain, selector, key }: DkimSettings): { name: string; text: string } {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const isEd25519 = createPrivateKey(key).asymmetricKeyType === 'ed25519';
  // RFC 8463 §4: the 32 bytes of the key alone, which end its SPKI form.
  const p = (isEd25519 ? spki.subarray(-32) : spki).toString('base64');
  return { name: `${selector}._domainkey.${domain}`, text: `v=DKIM1; k=${isEd25519 ? 'ed25519' : 'rsa'}; p=${p}` };
}

function privateKeyIn(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null; // what it is not, no library can say better
  }
}
