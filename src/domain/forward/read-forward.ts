import type { Address, EmbeddedMail, Mail } from '../mail.ts';
import { withoutPrefixes } from '../match/subject-tag.ts';
import { type Saying, say } from '../saying.ts';
import { beginsAsForward } from './forward-subject.ts';
import { inlineForward } from './inline-forward.ts';

/** A mail that somebody passed on, as far as it could be read back. */
export type Forwarded = {
  from: Address;
  /** Epoch ms, null where the copied header shows none that can be read. */
  date: number | null;
  subject: string;
  text: string;
  attachments: Mail['attachments'];
};

export type Forward =
  | { kind: 'none' }
  /** `comment`: what the forwarder wrote above it. */
  | { kind: 'forward'; by: 'inline' | 'attached'; original: Forwarded; comment: string }
  /** It is a forward, but not whose: a person must say. */
  | { kind: 'doubtful'; why: Saying; comment: string };

/**
 * Reads a forward back: the mail attached whole (message/rfc822), or copied into the text under a header block in any
 * language that mail clients write. The subject alone makes no forward, and a quoted answer (`>`) never is one.
 *
 * @param parseDate reads the date as a client printed it; null where it cannot
 */
export function readForward(mail: Mail, parseDate: (text: string) => number | null): Forward {
  const [embedded, second] = mail.embedded;
  const says = beginsAsForward(mail.subject);
  const inline = inlineForward(mail.text, says);
  if (embedded !== undefined && inline === null) {
    if (second !== undefined) return { kind: 'doubtful', why: say('it carries several mails'), comment: mail.visibleText };
    return says || mail.visibleText.length < longestComment ? attached(mail, embedded) : { kind: 'none' };
  }
  if (inline === null)
    return says
      ? { kind: 'doubtful', why: say('the subject says forward, the text shows no mail'), comment: mail.text }
      : { kind: 'none' };
  if (!inline.marked && !says) return { kind: 'none' };
  const { from, writers, date, subject, text, comment } = inline;
  if (from.address === '') return { kind: 'doubtful', why: say('the copied header shows no address of its writer'), comment };
  if (writers > 1) return { kind: 'doubtful', why: say('the copied header names several writers'), comment };
  const original = {
    from,
    date: parseDate(date),
    subject: subject || withoutPrefixes(mail.subject),
    text,
    attachments: mail.attachments,
  };
  return { kind: 'forward', by: 'inline', original, comment };
}

/** A mail attached to a long text of one's own is an enclosure, not a forward. */
const longestComment = 2_000;

function attached(mail: Mail, { from, date, subject, text, attachments }: EmbeddedMail): Forward {
  if (from.address === '') return { kind: 'doubtful', why: say('the attached mail names no writer'), comment: mail.visibleText };
  const original = { from, date, subject: subject || withoutPrefixes(mail.subject), text, attachments };
  return { kind: 'forward', by: 'attached', original, comment: mail.visibleText };
}
