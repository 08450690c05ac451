import type { Bytes } from '../ports.ts';

/** One DKIM signature, as our own verification found it. */
export type Signature = {
  domain: string;
  selector: string;
  algorithm: string;
  result: 'pass' | 'fail' | 'temperror';
  /** In words; '' for a pass. */
  why: string;
  /** With the From domain, as DMARC's alignment asks (RFC 9989 §4.10.2). */
  aligned: boolean;
  /** Names of the fields that stand in the mail and are signed, in lower case, sorted, each as often as it is signed. */
  signed: readonly string[];
  /** It says how much of the body it covers (`l=`). */
  limited: boolean;
  /** Epoch ms; null where the signature does not say. */
  signedAt: number | null;
  expires: number | null;
  /** Of an RSA key; null for others and where no key was seen. */
  keyBits: number | null;
  /** The key's record as DNS gave it; '' where there was none. Kept, because keys rotate (6376-3). */
  key: string;
};

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror' | 'not evaluated';

/** One question to DNS and what came back, so that the verdict can be followed when the answer has changed. */
export type DnsAnswer = { name: string; type: string; answer: readonly string[]; error: string };

/** What our own verification of a mail found. Says what is, never what it is worth. */
export type Verification = {
  /** Addresses the verifier reads in From. */
  from: readonly string[];
  signatures: readonly Signature[];
  spf: { result: SpfResult; domain: string; clientIp: string };
  dmarc: { result: 'pass' | 'fail' | 'none' | 'temperror'; why: string; policy: string; record: string };
  arc: 'pass' | 'fail' | 'none';
  answers: readonly DnsAnswer[];
};

/** What the mail itself cannot tell: who handed it to the border (7208-1), null where that is not known, and when (epoch ms). */
export type Handing = { clientIp: string | null; helo: string; mailFrom: string; at: number };

/** Verifies DKIM, DMARC, ARC, and SPF where the client is known. Never throws for what the bytes or DNS say. */
export type Verifier = (content: Bytes, handing: Handing) => Promise<Verification>;
