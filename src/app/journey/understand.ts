import { authenticate, type Verdict } from '../../domain/authenticate/verdict.ts';
import type { Classification, Mail } from '../../domain/mail.ts';
import type { Signer } from '../../domain/ports.ts';
import type { MailboxSettings, Settings } from '../../domain/settings.ts';
import type { Arrival } from '../../domain/ticket.ts';
import { type Parsing, parseArrival } from './2-parse.ts';
import { type Answerable, classifyMail } from './3-classify.ts';

/** What steps 2 to 4 find out of a mail alone, before the store is asked. */
export type Understood = {
  kind: 'mail';
  arrival: Arrival;
  mailbox: MailboxSettings | null;
  mail: Mail;
  classification: Classification;
  answerable: Answerable;
  verdict: Verdict;
};
export type Unreadable = { kind: 'unreadable'; arrival: Arrival; why: string };

export type Understanding = Parsing & { settings: Settings; signer: Signer; now: number };

/** Steps 2 to 4, which write nothing: `explain` walks any mail through them at any time. */
export async function understand(parts: Understanding, arrival: Arrival): Promise<Understood | Unreadable> {
  const parsed = await parseArrival(parts, arrival);
  if (parsed.kind === 'unreadable') return { kind: 'unreadable', arrival, why: parsed.why };
  const { settings, signer, now } = parts;
  const { mail } = parsed;
  const { mailbox: named } = arrival.source;
  const mailbox = settings.mailboxes.find(({ name }) => name === named) ?? null;
  const { classification, answerable } = classifyMail(mail, { settings, signer, mailbox, envelope: arrival.envelope });
  const verdict = authenticate({ mail, arrival, settings, signer, now });
  return { kind: 'mail', arrival, mailbox, mail, classification, answerable, verdict };
}
