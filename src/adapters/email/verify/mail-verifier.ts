import { Readable } from 'node:stream';
import type { ARCData, DKIMVerifyResult, DNSResolver } from 'mailauth';
import { arc } from 'mailauth/lib/arc/index.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import { spf } from 'mailauth/lib/spf/index.js';
import type { Handing, SpfResult, Verification, Verifier } from '../../../domain/authenticate/verification.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { askedDns, type Resolve } from './asked-dns.ts';
import { boundedHead } from './bounded-head.ts';
import { signatureOf } from './signature-of.ts';

/** Bits of an RSA key (6376-2, RFC 8301 §3.2). */
const minBitLength = 1024;

/**
 * Verifies mails by mailauth's parts, by the letter of their RFCs (`strict`): rsa-sha1 and short keys fail, a domain that
 * publishes no DMARC record has no result.
 *
 * @param deadline ms for all questions of one mail to DNS together
 */
export function mailVerifier(resolve: Resolve, deadline: number): Verifier {
  return async (content, handing) => {
    const bounded = await boundedHead(content);
    if (bounded === null) return unverified('its header is too long to be verified', []);
    const dns = askedDns(resolve, deadline);
    try {
      const resolver: DNSResolver = async (name, type) => (await dns.ask(name, type)) as string[][];
      return { ...(await verify(bounded, handing, resolver)), answers: dns.answers };
    } catch (error) {
      if (isOfTheMachine(error)) throw error;
      return unverified('the mail could not be verified', dns.answers);
    } finally {
      dns.done();
    }
  };
}

const unverified = (why: string, answers: Verification['answers']): Verification => ({
  from: [],
  signatures: [],
  spf: { result: 'not evaluated', domain: '', clientIp: '' },
  dmarc: { ...noDmarc(undefined), why },
  arc: 'none',
  answers,
});

/** The store's own failures say whether to try again; they are no fault of the mail. */
const isOfTheMachine = (error: unknown): boolean => error instanceof Error && 'retry' in error;

async function verify(content: Bytes, handing: Handing, resolver: DNSResolver): Promise<Omit<Verification, 'answers'>> {
  const strict = true;
  const curTime = new Date(handing.at);
  const dkim = await dkimVerify(streamOf(content), { resolver, minBitLength, strict, curTime, sender: handing.mailFrom });
  const [sender, chain] = await Promise.all([spfOf(handing, resolver), arcOf(dkim, resolver)]);
  const passed = dkim.results.filter(({ status }) => status.result === 'pass');
  const { response, dkimAligned, reason } = await evaluateDmarc({
    headerFrom: dkim.headerFrom,
    fromFields: dkim.fromFields,
    spfDomains: sender.result === 'pass' ? [sender.domain] : [],
    dkimDomains: passed.map(({ id = '', signingDomain = '' }) => ({ id, domain: signingDomain })),
    resolver,
    strict,
  });
  const dmarc = response === false ? noDmarc(reason) : dmarcOf(response);
  return {
    from: dkim.headerFrom,
    signatures: dkim.results
      .filter(({ signingDomain }) => signingDomain !== undefined)
      .map((one) => signatureOf(one, dkimAligned)),
    spf: sender,
    dmarc,
    arc: chain,
  };
}

const streamOf = (content: Bytes): Readable | Buffer =>
  content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content, { objectMode: false });

/** 7208-1: without the address of the client that spoke to the border there is nothing to evaluate. */
async function spfOf({ clientIp, helo, mailFrom }: Handing, resolver: DNSResolver): Promise<Verification['spf']> {
  if (clientIp === null) return { result: 'not evaluated', domain: '', clientIp: '' };
  const { status, domain } = await spf({ ip: clientIp, helo: helo || clientIp, sender: mailFrom, resolver, strict: true });
  const results: readonly SpfResult[] = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'];
  return { result: results.find((one) => one === status.result) ?? 'none', domain, clientIp };
}

async function arcOf(dkim: DKIMVerifyResult, resolver: DNSResolver): Promise<Verification['arc']> {
  if (dkim.arc === undefined) return 'none';
  const { status } = await arc(dkim.arc as ARCData, { resolver, minBitLength, strict: true });
  return status.result === 'pass' || status.result === 'none' ? status.result : 'fail';
}

/** 9989-1: no result is not a pass. */
const noDmarc = (reason: string | undefined): Verification['dmarc'] => ({
  result: 'none',
  why: reason === undefined ? 'no From domain' : reason.replaceAll('-', ' '),
  policy: '',
  record: '',
});

type Dmarc = Exclude<Awaited<ReturnType<typeof evaluateDmarc>>['response'], false>;

function dmarcOf({ status, p = '', rr = '', error }: Dmarc & { error?: string }): Verification['dmarc'] {
  const { result } = status;
  const is = result === 'pass' || result === 'fail' || result === 'temperror' ? result : 'none';
  const why = is === 'temperror' ? (error ?? 'DNS did not answer') : is === 'none' ? 'the domain publishes no DMARC record' : '';
  return { result: is, why, policy: p, record: rr };
}
