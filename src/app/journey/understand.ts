import { probeNumber } from '../../domain/authenticate/probe.ts';
import { authenticate, type Verdict, type Witness } from '../../domain/authenticate/verdict.ts';
import type { Verifier } from '../../domain/authenticate/verification.ts';
import { isPathOf, withoutOwnGroup } from '../../domain/classify/own-group.ts';
import { type Format, plain } from '../../domain/formatted.ts';
import type { Classification, Envelope, Mail } from '../../domain/mail.ts';
import type { MailboxSettings, Settings } from '../../domain/settings.ts';
import type { Arrival } from '../../domain/ticket.ts';
import { type Parsing, parseArrival } from './2-parse.ts';
import { type Answerable, classifyMail } from './3-classify.ts';
import { verified } from './4-verify.ts';

/** What steps 2 to 4 find out of a mail alone, before the store is asked. */
export type Understood = {
  kind: 'mail';
  arrival: Arrival;
  mailbox: MailboxSettings | null;
  mail: Mail;
  classification: Classification;
  answerable: Answerable;
  verdict: Verdict;
  /** It is this test mail of ours. */
  probe: number | null;
  /** Its words as their author formatted them; read of our own people's mails only. */
  format: Format;
};
export type Unreadable = { kind: 'unreadable'; arrival: Arrival; why: string };

export type Understanding = Parsing &
  Pick<Witness, 'settings' | 'signer' | 'now' | 'doubted'> & {
    verify: Verifier;
    settings: Settings;
    readHtml: ReadHtml;
  };

/** Reads the HTML of a mail, so that words can be found in it. */
export type ReadHtml = (html: string) => Promise<Format>;

/** Steps 2 to 4, which write nothing: `explain` walks any mail through them at any time. */
export async function understand(parts: Understanding, arrival: Arrival): Promise<Understood | Unreadable> {
  const parsed = await parseArrival(parts, arrival);
  if (parsed.kind === 'unreadable') return { kind: 'unreadable', arrival, why: parsed.why };
  const { settings, signer, now, doubted } = parts;
  const { mailbox: named } = arrival.source;
  const mailbox = settings.mailboxes.find(({ name }) => name === named) ?? null;
  const { mail, rewritten } = withoutOwnGroup(parsed.mail, mailbox?.via ?? []);
  const envelope = authorsEnvelope(arrival.envelope, mail, mailbox);
  const { classification, answerable } = classifyMail(mail, { settings, signer, mailbox, envelope });
  const verification = await verified(parts, arrival, parsed.mail);
  const found = authenticate({ mail, arrival, settings, signer, now, verification, doubted });
  const verdict: Verdict = rewritten
    ? { ...found, level: 'E0', identity: null, by: 'our own group wrote itself into From' }
    : found;
  const probe = probeNumber(mail, signer, now);
  return {
    kind: 'mail',
    arrival,
    mailbox,
    mail,
    classification,
    answerable,
    verdict,
    probe,
    format: await formatOf(parts, mail),
  };
}

/** What goes on to customers is made from mails of ours alone; whether they are is proved later. */
async function formatOf({ settings, readHtml }: Understanding, { from, html }: Mail): Promise<Format> {
  const isOurs = settings.people.some(({ addresses }) => addresses.includes(from.address));
  return isOurs && html !== undefined ? readHtml(html) : () => plain;
}

/** The bounce path of our own group says nothing of who wrote. */
function authorsEnvelope(envelope: Envelope | null, { from }: Mail, mailbox: MailboxSettings | null): Envelope | null {
  if (envelope === null || mailbox === null || !isPathOf(envelope.from, mailbox.via)) return envelope;
  return { ...envelope, from: from.address };
}
