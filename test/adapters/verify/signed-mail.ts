import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sealMessage } from 'mailauth/lib/arc/index.js';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import type { Resolve } from '../../../src/adapters/email/verify/asked-dns.ts';
import { now } from '../../domain/parts.ts';

/** Names of DNS with what they hold; a name without records is not found. */
export type Zone = Record<string, Record<string, readonly unknown[] | 'SERVFAIL' | 'silent'>>;

/** DNS of a test: nothing leaves the machine. */
export function offlineDns(zone: Zone): Resolve & { asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = async (name, type) => {
    asked.push(`${type} ${name}`);
    const records = zone[name.toLowerCase()]?.[type];
    if (records === 'silent') return new Promise(() => {});
    if (records === 'SERVFAIL') throw Object.assign(new Error('SERVFAIL'), { code: 'ESERVFAIL' });
    if (records === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    return records;
  };
  return Object.assign(resolve, { asked });
}

type Key = { privateKey: KeyObject; record: string };
const keys = new Map<string, Key>();

/** Made once for all tests of a file: keys are slow to make. */
export function aKey(kind: 1024 | 2048 | 512 | 'ed25519', name = 'first'): Key {
  const known = keys.get(`${kind} ${name}`);
  if (known !== undefined) return known;
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('rsa', { modulusLength: kind });
  const der = pair.publicKey.export({ type: 'spki', format: 'der' });
  const bytes = kind === 'ed25519' ? der.subarray(-32) : der;
  const type = kind === 'ed25519' ? 'ed25519' : 'rsa';
  const made = { privateKey: pair.privateKey, record: `v=DKIM1; k=${type}; p=${bytes.toString('base64')}` };
  keys.set(`${kind} ${name}`, made);
  return made;
}

export const acmeZone = (): Zone => ({
  '_dmarc.acme.example': { TXT: [['v=DMARC1; p=reject']] },
  's1._domainkey.acme.example': { TXT: [[aKey(2048).record]] },
});

export const plainMail = (other: Partial<Record<string, string>> = {}, body = '!close\r\n'): string => {
  const fields = {
    From: 'Maria Lopez <maria@acme.example>',
    To: 'support@acme.example',
    Subject: 'Re: [HD-1001] Printer',
    Date: new Date(now).toUTCString().replace('GMT', '+0000'),
    'Message-ID': '<1@acme.example>',
    ...other,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [...lines, 'MIME-Version: 1.0', 'Content-Type: text/plain', '', body].join('\r\n');
};

export type Signing = {
  domain?: string;
  selector?: string;
  key?: Key;
  algorithm?: string;
  fields?: string;
  signedAt?: number;
  expires?: number;
  maxBodyLength?: number;
};

/** The mail with a signature on top, made with the very library that checks it, from keys of this test. */
export async function signed(mail: string, signing: Signing = {}): Promise<string> {
  const { domain = 'acme.example', selector = 's1', key = aKey(2048), algorithm = 'rsa-sha256', signedAt = now } = signing;
  const { fields = 'From:To:Subject:Date:Message-ID', expires, maxBodyLength } = signing;
  const privateKey = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signer = { signingDomain: domain, selector, privateKey, algorithm };
  const { signatures, errors } = await dkimSign(mail, {
    ...signer,
    canonicalization: 'relaxed/relaxed',
    signTime: new Date(signedAt),
    ...(expires === undefined ? {} : { expires: new Date(expires) }),
    headerList: fields,
    signatureData: [{ ...signer, ...(maxBodyLength === undefined ? {} : { maxBodyLength }) }],
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return signatures + mail;
}

/** The mail as a list sends it on: words added, so that its signature breaks, and its own seal on top (RFC 8617). */
export async function sealed(mail: string, results: string, sealer = 'list.example'): Promise<string> {
  const changed = `${mail}-- \r\nTo leave this list, write to the desk.\r\n`;
  const privateKey = aKey(2048).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const seal = {
    signingDomain: sealer,
    selector: 'arc',
    privateKey,
    authResults: `mx.${sealer}; ${results}`,
    cv: 'none',
    signTime: new Date(now),
  };
  const headers = await sealMessage(Buffer.from(changed), { ...seal, headerList: 'From:To:Subject:Date:Message-ID' });
  return headers.toString() + changed;
}
