import { isCalendarAnswer } from '../calendar/read-answer.ts';
import { idOfUid } from '../calendar/talk.ts';
import type { MessageId, TicketNo } from '../ids.ts';
import { headerValues, type Mail } from '../mail.ts';
import type { Signer } from '../ports.ts';
import type { Settings } from '../settings.ts';
import type { Arrival } from '../ticket.ts';
import type { Dmarc } from './dmarc.ts';
import { proofOf } from './proofs.ts';
import { splitAddress, tokenOfAddress } from './reply-address.ts';
import { ticketOfSignedId } from './signed-message-id.ts';
import { claimsOneMailbox, strictFrom } from './strict-from.ts';
import type { Token, TokenCheck } from './token.ts';
import type { Verification } from './verification.ts';

/** How far a sender is proved; the table stands in RELIABILITY 5.1. */
export type Level = 'E0' | 'E1' | 'E2' | 'E3' | 'E4';

export type Verdict = {
  level: Level;
  /** The From address that E2 and above prove; null where no single one can be read strictly. */
  identity: string | null;
  dmarc: Dmarc['result'];
  alignedDomain: string | null;
  /** The evidence in words. */
  by: string;
  token: TokenCheck;
  /** Ids of ours that the mail cites, nearest first, with the ticket each one proves. */
  cited: readonly { id: MessageId; ticket: TicketNo }[];
  /** DNS could not be asked: the same mail may be proved later (F-43, 9989-2). */
  retryable: boolean;
  evidence: Evidence;
};

/** What the level rests on, kept with the verdict (5.3). */
export type Evidence = {
  /** Authentication-Results fields of our borders, each on one line. */
  believed: readonly string[];
  /** Those that anybody may have written. */
  claimed: readonly string[];
  /** Null where nothing was verified. */
  verification: Verification | null;
};

export type Witness = {
  mail: Mail;
  arrival: Pick<Arrival, 'envelope' | 'authUser' | 'source' | 'receivedAt'>;
  settings: Pick<Settings, 'desk' | 'authentication' | 'people' | 'listen' | 'mailboxes'>;
  signer: Signer;
  now: number;
  /** Of the same bytes; null where we verify nothing ourselves. */
  verification: Verification | null;
  /** Sources that prove nobody at the moment, and why (8601-4). */
  doubted: ReadonlyMap<string, string>;
};

/** How far the sender of a mail is proved. E3 needs the ticket's people and is raised by `personalLevel`. */
export function authenticate(witness: Witness): Verdict {
  const { mail, settings, signer, now } = witness;
  const identity = strictFrom(mail);
  const [, domain] = splitAddress(settings.desk.address.toLowerCase());
  const cited = ancestors(mail).flatMap((id) => {
    const ticket = ticketOfSignedId(signer, id, domain);
    return ticket === null || ticket === 0 ? [] : [{ id, ticket }];
  });
  const token = tokenOf(recipients(witness).map((address) => tokenOfAddress(settings.desk, signer, address, now)));
  const proof = proofOf(witness, identity);
  const isOurs = (isReplyToken(token) || isAnswerToken(token) || cited.length > 0) && claimsOneMailbox(mail);
  const level = proof.failed ? 'E0' : proof.proved ? 'E2' : isOurs ? 'E1' : 'E0';
  const { dmarc, alignedDomain, by, retryable, evidence } = proof;
  return { level, identity, dmarc, alignedDomain, by, token, cited, retryable, evidence };
}

/** E3: proved, and writing to the address that was issued to this very person. */
export function personalLevel(verdict: Verdict, principal: { kind: 'contact' | 'associate'; id: number } | null): Level {
  if (verdict.level !== 'E2' || principal === null || !isReplyToken(verdict.token)) return verdict.level;
  const { kind, id } = verdict.token.token.principal;
  return kind === principal.kind && id === principal.id ? 'E3' : 'E2';
}

/** What the level is worth on one ticket: evidence that proves another ticket proves nothing here. */
export function levelOn(ticket: TicketNo | null, { token, cited }: Verdict, level: Level): Level {
  const isAddressed = (isReplyToken(token) || isAnswerToken(token)) && token.token.ticket === ticket;
  if (level === 'E3') return isAddressed ? 'E3' : 'E2';
  if (level === 'E1') return isAddressed || cited.some((one) => one.ticket === ticket) ? 'E1' : 'E0';
  return level;
}

/** A token of another purpose proves nothing of a reply: bounce addresses are seen by everybody on the way. */
const isReplyToken = (check: TokenCheck): check is Extract<TokenCheck, { token: Token }> =>
  check.kind === 'valid' && check.token.purpose === 'reply';

/** Ids a mail answers, nearest first; of a calendar's answer that of the invitation before all. */
export const ancestors = (mail: Pick<Mail, 'inReplyTo' | 'references' | 'calendar'>): MessageId[] => [
  ...new Set([
    ...(isCalendarAnswer(mail) && /^[^\s<>]{1,200}$/.test(mail.calendar.uid) ? [idOfUid(mail.calendar.uid)] : []),
    ...(mail.inReplyTo === null ? [] : [mail.inReplyTo]),
    ...mail.references.toReversed(),
  ]),
];

/** Every address that may carry a token of ours, the envelope's first: To shows what the sender typed. */
export const recipients = ({ mail, arrival }: { mail: Mail; arrival: Pick<Arrival, 'envelope'> }): string[] => [
  ...(arrival.envelope?.to ?? []),
  ...['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
    headerValues(mail, name).map((value) => value.replace(/^<|>$/g, '').trim()),
  ),
  ...mail.to.map(({ address }) => address),
  ...mail.cc.map(({ address }) => address),
];

/** Made for one question on a ticket: it proves that ticket as a reply address does, and the person only to that question. */
const isAnswerToken = (check: TokenCheck): check is Extract<TokenCheck, { token: Token }> =>
  check.kind === 'valid' && check.token.purpose === 'approve';

/** A valid token counts before an expired one, an invalid one is only told where there is no better. */
function tokenOf(checks: readonly TokenCheck[]): TokenCheck {
  const best = (['valid', 'expired', 'invalid'] as const).map((kind) => checks.find((check) => check.kind === kind));
  return best.find((check) => check !== undefined) ?? { kind: 'none' };
}
