import type { MessageId, TicketNo } from '../ids.ts';
import { headerValues, type Mail } from '../mail.ts';
import type { Signer } from '../ports.ts';
import type { Person, Settings } from '../settings.ts';
import type { Arrival } from '../ticket.ts';
import { believedResults } from './authentication-results.ts';
import { type Dmarc, dmarcOf } from './dmarc.ts';
import { splitAddress, tokenOfAddress } from './reply-address.ts';
import { ticketOfSignedId } from './signed-message-id.ts';
import { claimsOneMailbox, strictFrom } from './strict-from.ts';
import type { Token, TokenCheck } from './token.ts';

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
};

export type Witness = {
  mail: Mail;
  arrival: Pick<Arrival, 'envelope' | 'authUser' | 'source'>;
  settings: Pick<Settings, 'desk' | 'authentication' | 'people' | 'listen'>;
  signer: Signer;
  now: number;
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
  const isOurs = (isReplyToken(token) || cited.length > 0) && claimsOneMailbox(mail);
  const level = proof.failed ? 'E0' : proof.proved ? 'E2' : isOurs ? 'E1' : 'E0';
  const { dmarc, alignedDomain, by } = proof;
  return { level, identity, dmarc, alignedDomain, by, token, cited };
}

/** E3: proved, and writing to the address that was issued to this very person. */
export function personalLevel(verdict: Verdict, principal: { kind: 'contact' | 'associate'; id: number } | null): Level {
  if (verdict.level !== 'E2' || principal === null || !isReplyToken(verdict.token)) return verdict.level;
  const { kind, id } = verdict.token.token.principal;
  return kind === principal.kind && id === principal.id ? 'E3' : 'E2';
}

/** What the level is worth on one ticket: evidence that proves another ticket proves nothing here. */
export function levelOn(ticket: TicketNo | null, { token, cited }: Verdict, level: Level): Level {
  const isAddressed = isReplyToken(token) && token.token.ticket === ticket;
  if (level === 'E3') return isAddressed ? 'E3' : 'E2';
  if (level === 'E1') return isAddressed || cited.some((one) => one.ticket === ticket) ? 'E1' : 'E0';
  return level;
}

/** A token of another purpose proves nothing of a reply: bounce addresses are seen by everybody on the way. */
const isReplyToken = (check: TokenCheck): check is Extract<TokenCheck, { token: Token }> =>
  check.kind === 'valid' && check.token.purpose === 'reply';

/** Ids a mail answers, nearest first. */
export const ancestors = (mail: Pick<Mail, 'inReplyTo' | 'references'>): MessageId[] => [
  ...new Set([...(mail.inReplyTo === null ? [] : [mail.inReplyTo]), ...mail.references.toReversed()]),
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

type Proof = Omit<Dmarc, 'result'> & { dmarc: Dmarc['result']; proved: boolean; failed: boolean; by: string };
const unproved: Proof = { dmarc: 'none', alignedDomain: null, proved: false, failed: false, by: 'none' };

function proofOf(witness: Witness, identity: string | null): Proof {
  if (identity === null) return { ...unproved, by: 'no single From address that every reader agrees on' };
  return loginProof(witness, identity) ?? borderProof(witness, identity) ?? unproved;
}

/** SMTP AUTH on our own listener: the handle's password was given, and From is one of that person's addresses. */
function loginProof({ arrival, settings }: Witness, identity: string): Proof | null {
  const { authUser } = arrival;
  if (authUser === null) return null;
  const person = settings.people.find(({ handle }) => handle === authUser);
  if (!person?.addresses.includes(identity)) return { ...unproved, by: `SMTP AUTH as ${authUser}, whose address From is not` };
  return { ...unproved, proved: true, by: `SMTP AUTH as ${authUser}` };
}

function borderProof({ mail, arrival, settings }: Witness, identity: string): Proof | null {
  if (!mayBelieveHeaders(arrival, settings)) return null;
  const believed = believedResults(mail.headers, settings.authentication.trusted);
  if (believed === null) return null;
  const dmarc = dmarcOf(mail, splitAddress(identity)[1], believed);
  const named = `Authentication-Results of ${believed.by}`;
  const login = believed.results
    .find(({ method, result }) => method === 'auth' && result === 'pass')
    ?.properties.get('smtp.auth');
  if (dmarc.result !== 'fail' && login !== undefined && isLoginOf(login, identity, settings.people))
    return { ...unproved, dmarc: dmarc.result, proved: true, by: `${named}: login ${login}` };
  const { result, alignedDomain } = dmarc;
  return { dmarc: result, alignedDomain, proved: result === 'pass', failed: result === 'fail', by: `${named}: dmarc ${result}` };
}

/** A listener's peer writes any header it likes, unless the admin said that only borders of ours reach it (8601-1). */
const mayBelieveHeaders = ({ source }: Witness['arrival'], { listen }: Witness['settings']): boolean =>
  source.kind === 'imap' || source.kind === 'pipe' || listen[source.kind]?.border === true;

const isLoginOf = (login: string, identity: string, people: readonly Person[]): boolean =>
  login === identity || people.some(({ handle, addresses }) => handle === login && addresses.includes(identity));

/** A valid token counts before an expired one, an invalid one is only told where there is no better. */
function tokenOf(checks: readonly TokenCheck[]): TokenCheck {
  const best = (['valid', 'expired', 'invalid'] as const).map((kind) => checks.find((check) => check.kind === kind));
  return best.find((check) => check !== undefined) ?? { kind: 'none' };
}
