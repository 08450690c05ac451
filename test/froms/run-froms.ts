import { type AddressObject, simpleParser } from 'mailparser';
import { mailVerifier } from '../../src/adapters/email/verify/mail-verifier.ts';
import { splitAddress } from '../../src/domain/authenticate/reply-address.ts';
import { authenticate } from '../../src/domain/authenticate/verdict.ts';
import type { Verification } from '../../src/domain/authenticate/verification.ts';
import type { Mail } from '../../src/domain/mail.ts';
import { parseRaw } from '../adapters/mime/parse.ts';
import { aSigner, desk, header, now } from '../domain/parts.ts';
import { fromFields } from './from-fields.ts';

/** What the run found; `failures` are heads that reach E2 although somebody reads them otherwise. */
export type FromsReport = {
  heads: number;
  proved: number;
  disagreed: number;
  refused: number;
  unreadable: number;
  failures: { index: number; head: string; why: string }[];
};

const verify = mailVerifier(async () => {
  throw Object.assign(new Error('offline'), { code: 'ENOTFOUND' });
}, 60_000);

/**
 * Generated and mutated From fields through our reader with its strict grammar, mailparser, and the verifier's reader. A
 * head counts as proved if it would reach E2 with the best evidence there is: a border and a verification that pass for
 * whatever domain we read.
 */
export async function runFroms(
  { headers, seed }: { headers: number; seed: number },
  told: (done: number) => void = () => {},
): Promise<FromsReport> {
  const report: FromsReport = { heads: 0, proved: 0, disagreed: 0, refused: 0, unreadable: 0, failures: [] };
  for (let index = 0; index < headers; index++) {
    await judge(fromFields(seed, index), index, report);
    told(index + 1);
  }
  return report;
}

async function judge(head: string, index: number, report: FromsReport): Promise<void> {
  const raw = Buffer.from(
    `${head}\r\nTo: support@acme.example\r\nSubject: x\r\nMessage-ID: <1@x.example>\r\n\r\nHello.\r\n`,
    'utf8',
  );
  report.heads++;
  const parsed = await parseRaw(raw);
  if (parsed.kind !== 'mail') {
    report.unreadable++;
    return;
  }
  const { mail } = parsed;
  const theirs = readBy(await simpleParser(raw, { skipTextToHtml: true }));
  const verification = await verify(raw, { clientIp: null, helo: '', mailFrom: '', at: now });
  const verifiers = verification.from.map(normal);
  const agree =
    theirs.length === 1 && verifiers.length === 1 && theirs[0] === verifiers[0] && theirs[0] === normal(mail.from.address);
  if (!agree) report.disagreed++;
  const { level, identity } = bestCase(mail, verification);
  if (level !== 'E2') {
    report.refused++;
    return;
  }
  report.proved++;
  const [plain] = readBy(await simpleParser(`From: ${identity}\r\n\r\n`));
  if (theirs.length === 1 && theirs[0] === plain && verifiers.length === 1 && verifiers[0] === identity) return;
  report.failures.push({
    index,
    head,
    why: `we read ${identity}, mailparser ${theirs.join(' and ')}, the verifier ${verifiers.join(' and ')}`,
  });
}

/** The border says that all is well with whatever we read; so does our own verification, but for the From it read. */
function bestCase(mail: Mail, verification: Verification) {
  const [, domain] = splitAddress(mail.from.address);
  const field = `mx.acme.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`;
  return authenticate({
    mail: { ...mail, headers: [header('Authentication-Results', field), ...mail.headers] },
    arrival: { source: { kind: 'pipe', mailbox: null }, authUser: null, envelope: null, receivedAt: now },
    settings: {
      desk,
      people: [],
      authentication: { trusted: [{ id: 'mx.acme.example', border: ['mx.acme.example'], instances: 1 }], verify: true },
      listen: { smtp: null, lmtp: null },
      mailboxes: [],
    },
    signer: aSigner(),
    now,
    verification,
    doubted: new Map(),
  });
}

const readBy = ({ from }: { from?: AddressObject | undefined }): string[] =>
  (from?.value ?? [])
    .flatMap((one) => [one, ...(one.group ?? [])])
    .flatMap(({ address = '' }) => (address === '' ? [] : [normal(address)]));

const normal = (address: string): string => address.toLowerCase();
