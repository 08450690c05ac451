import type { Mail } from '../mail.ts';
import type { Person } from '../settings.ts';
import type { Arrival } from '../ticket.ts';
import type { Verdict } from './verdict.ts';

/** After that a mail counts as what it could be proved to be: nothing (9989-2). */
const patience = 86_400_000;

type Waiting = {
  mail: Pick<Mail, 'from' | 'inReplyTo' | 'references' | 'subject' | 'visibleText'>;
  verdict: Pick<Verdict, 'retryable' | 'token'>;
  arrival: Pick<Arrival, 'receivedAt' | 'lift'>;
  people: readonly Person[];
  now: number;
};

/**
 * F-43: whether a mail waits for DNS to answer instead of being decided at once. Only what would be the word of one of us
 * on a ticket: new tickets and customers' mails go on with what is proved without it.
 */
export function waitsForDns({ mail, verdict, arrival, people, now }: Waiting): boolean {
  if (arrival.lift !== undefined) return false; // a person vouches for it
  if (!verdict.retryable || now - arrival.receivedAt >= patience) return false;
  if (!people.some(({ addresses }) => addresses.includes(mail.from.address))) return false;
  const isAnswer = mail.inReplyTo !== null || mail.references.length > 0 || verdict.token.kind !== 'none';
  return isAnswer || /\[[^\]]+\]/.test(mail.subject) || /^\s*!/.test(mail.visibleText);
}
