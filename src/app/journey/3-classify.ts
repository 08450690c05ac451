import { loopHeader, loopMark } from '../../domain/answer/compose-mail.ts';
import { splitAddress } from '../../domain/authenticate/reply-address.ts';
import { ticketOfSignedId } from '../../domain/authenticate/signed-message-id.ts';
import { classify } from '../../domain/classify/classify.ts';
import { mayAnswer } from '../../domain/classify/may-answer.ts';
import { type Classification, type Envelope, headerValue, type Mail } from '../../domain/mail.ts';
import type { Signer } from '../../domain/ports.ts';
import type { MailboxSettings, Settings } from '../../domain/settings.ts';

export type Answerable = { kind: 'yes' } | { kind: 'no'; why: string };
export type Circumstances = { settings: Settings; signer: Signer; mailbox: MailboxSettings | null; envelope: Envelope | null };

/** Step 3: what a mail is by its own marks, and whether it may ever get an automatic answer. */
export function classifyMail(
  mail: Mail,
  { settings, signer, mailbox, envelope }: Circumstances,
): { classification: Classification; answerable: Answerable } {
  const classification = classify(mail, { via: mailbox?.via ?? [], isOurLoop: isOurs(mail, settings, signer) });
  return { classification, answerable: mayAnswer(mail, classification, envelope) };
}

/** A mail that bears our own mark or a Message-ID that only we could have made. */
function isOurs(mail: Mail, { desk }: Settings, signer: Signer): boolean {
  const mark = headerValue(mail, loopHeader.toLowerCase());
  for (let key = mark === '' ? 0 : signer.currentKey; key > 0; key--) if (mark === loopMark(signer, desk, key)) return true;
  const [, domain] = splitAddress(desk.address.toLowerCase());
  return mail.messageId !== null && ticketOfSignedId(signer, mail.messageId, domain) !== null;
}
