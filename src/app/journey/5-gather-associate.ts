import { claimOfNumber } from '../../domain/address-claim.ts';
import { askOfNumber } from '../../domain/ask/answering.ts';
import { splitAddress } from '../../domain/authenticate/reply-address.ts';
import type { Verdict } from '../../domain/authenticate/verdict.ts';
import type { Facts, Sender } from '../../domain/decide/facts.ts';
import { forwardIn } from '../../domain/decide/forwarded-mail.ts';
import { namedInWords } from '../../domain/decide/named-in-words.ts';
import { associateId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Deciding } from './5-gather.ts';
import { customerOf, senderOf } from './5-match.ts';
import { lookUp, noLookups } from './5-match-lookups.ts';

const day = 86_400_000;
const hour = 3_600_000;

type Associate = Extract<Sender, { kind: 'associate' }>;
type On = Pick<Facts, 'mail' | 'now' | 'classification' | 'verdict' | 'level' | 'scene'> &
  Pick<Deciding, 'settings'> & { sender: Associate; opens: boolean; isCopy: boolean };
/** What is known otherwise of one of us than of anybody else. */
export type Theirs = Pick<Facts, 'passedOn' | 'lookups' | 'confirmations' | 'confirming' | 'call' | 'acknowledged'> & {
  /** Of whose customer a ticket is that they open for somebody else. */
  onBehalf: string | null;
};

/** What only the mail of one of us needs: what its commands name, whose mail it passes on, what waits for their word. */
export async function ofAssociate(at: Reading, on: On): Promise<Theirs> {
  const { mail, settings, now, sender, scene, opens } = on;
  const passedOn = opens ? await passedOnBy(at, on) : null;
  const words = on.isCopy ? null : namedInWords(on);
  const named = scene === null ? words?.addresses[0] : undefined;
  const writer = passedOn !== null && 'forward' in passedOn ? passedOn.forward.original.from.address : named;
  return {
    passedOn,
    lookups: words === null ? noLookups : await lookUp(at, words, { sender, scene, answers: mail.inReplyTo, now, settings }),
    confirmations: await at.confirmations(sender.person.handle, now),
    confirming: await confirmingOf(at, on.verdict, sender),
    call: null,
    onBehalf: opens ? await onBehalfOf(at, passedOn, named, settings) : null,
    acknowledged: opens ? await acknowledgedSoFar(at, writer ?? mail.from.address, now) : { toSender: 0, short: 0 },
  };
}

/** The customer of the mail they pass on, or of the first address they name. */
async function onBehalfOf(at: Reading, passedOn: Facts['passedOn'], named: string | undefined, settings: Facts['settings']) {
  if (passedOn !== null) return 'forward' in passedOn ? passedOn.customer : null;
  if (named === undefined) return null;
  const [, domain] = splitAddress(named);
  const contact = await at.contact(named);
  return contact?.customer ?? settings.customers.find(({ domains }) => domains.includes(domain))?.id ?? null;
}

/** Acknowledgements that one address got within a day, and all strangers within an hour. */
export async function acknowledgedSoFar(at: Reading, address: string, now: number): Promise<Facts['acknowledged']> {
  return { toSender: await at.acknowledged(address, now - day), short: await at.acknowledgedShort(now - hour) };
}

/** Whose mail an associate forwards; by domain too, since it is on an associate's proved word (C3b). */
async function passedOnBy(at: Reading, { mail, level, settings }: On): Promise<Facts['passedOn']> {
  if (level < 'E2') return null;
  const forward = forwardIn(mail, settings);
  if (forward.kind === 'none') return null;
  if (forward.kind === 'doubtful') return { doubt: forward.why };
  const original = { ...mail, from: forward.original.from };
  const writer = await senderOf(at, original, settings);
  return { forward, sender: writer, customer: customerOf(writer, original, level, settings) };
}

/** An address made for a question is worth something only from whom it was made for. */
async function confirmingOf(at: Reading, { token, dmarc }: Verdict, sender: Associate): Promise<Facts['confirming']> {
  if (token.kind !== 'valid' || token.token.purpose !== 'confirm' || dmarc === 'fail') return null;
  const { principal, ticket: batch } = token.token;
  if (claimOfNumber(batch) !== null || askOfNumber(batch) !== null) return null;
  const handle = principal.kind === 'associate' ? await at.associateOf(associateId(principal.id)) : null;
  return handle === sender.person.handle ? { person: sender.person, batch } : null;
}
