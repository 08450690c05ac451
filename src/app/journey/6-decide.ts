import { claimOfNumber } from '../../domain/address-claim.ts';
import { ancestors, type Level, levelOn, type Verdict } from '../../domain/authenticate/verdict.ts';
import { asksState } from '../../domain/decide/customer-status.ts';
import { decideMail } from '../../domain/decide/decide-mail.ts';
import type { Facts, Sender } from '../../domain/decide/facts.ts';
import { forwardIn } from '../../domain/decide/forwarded-mail.ts';
import { namedInWords } from '../../domain/decide/named-in-words.ts';
import { watchBorders } from '../../domain/decide/watch-borders.ts';
import type { Decision } from '../../domain/effect.ts';
import { associateId, type TicketNo } from '../../domain/ids.ts';
import type { Mail } from '../../domain/mail.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Lift } from '../../domain/ticket.ts';
import { authenticateSender } from './4-authenticate.ts';
import { watchedOf } from './4-doubted.ts';
import { customerOf, knownTo, match, sceneOf, senderOf } from './5-match.ts';
import { claimingOf } from './5-match-claim.ts';
import { decorationOf } from './5-match-decoration.ts';
import { besideDeleted, followUp } from './5-match-follow-up.ts';
import { lookUp, noLookups } from './5-match-lookups.ts';
import { reported } from './5-match-report.ts';
import { type DateOf, type Known, twinOf } from './5-match-twin.ts';
import type { Understood } from './understand.ts';

const day = 86_400_000;
const hour = 3_600_000;

export type Deciding = {
  settings: Settings;
  now: number;
  newId: Facts['newId'];
  /** The Date of a mail that was kept; null where it has none. */
  dateOf: DateOf;
};
export type Judged = { facts: Facts; decision: Decision };

/** Steps 4 to 6 inside one transaction: facts are gathered, then the pure decision is asked. Writes nothing. */
export async function judge(at: Reading, { settings, now, newId, dateOf }: Deciding, understood: Understood): Promise<Judged> {
  const { mail, arrival, classification } = understood;
  const duplicateOf = await earlierOne(at, understood);
  const sender = await senderOf(at, mail, settings);
  const { verdict, level: proved } = await authenticateSender(at, understood.verdict, sender);
  const { returned, perhaps } = await reported(at, understood, now);
  const known = await knownTo(at, mail);
  const likeness = duplicateOf === null ? await twinOf(at, mail, met(known), dateOf) : { kind: 'none' as const };
  const isAgain = sender.kind === 'associate' && likeness.kind === 'none' && (await hasCommanded(at, understood));
  const twin = isAgain ? { kind: 'repeated' as const } : likeness;
  const matched = await match(at, {
    mail,
    verdict,
    sender,
    settings,
    known,
    collides: twin.kind === 'collision' ? twin.ticket : null,
  });
  const on = matched.merged ?? matched.corrects ?? matched.ticket;
  const level = lifted(arrival.lift, sender, verdict, levelOn(on, verdict, proved));
  const confirmations = sender.kind === 'associate' ? await at.confirmations(sender.person.handle, now) : [];
  const there = await sceneOf(at, returned?.ticket ?? duplicateOf?.ticket ?? matched.ticket, sender);
  const isReply = returned === null && duplicateOf === null;
  const { placement, found } = isReply ? besideDeleted(matched, there, sender, settings) : { placement: matched, found: there };
  const { scene, follows } =
    duplicateOf === null ? await followUp(at, understood, found, sender, settings, now) : { scene: found, follows: null };
  const opens = scene === null && (classification.kind === 'human' || arrival.lift?.kind === 'admitted');
  const passedOn = opens ? await passedOnBy(at, mail, sender, level, settings) : null;
  const words = duplicateOf === null ? namedInWords({ mail, settings, sender, classification, scene }) : null;
  const named = scene === null ? words?.addresses[0] : undefined;
  const writer =
    passedOn !== null && 'forward' in passedOn ? passedOn.forward.original.from.address : (named ?? mail.from.address);
  const answered = mail.inReplyTo === null ? null : await at.sentMail(mail.inReplyTo);
  const facts: Facts = {
    now,
    settings,
    arrival,
    mailbox: understood.mailbox,
    mail,
    classification,
    answerable: understood.answerable,
    verdict,
    level,
    sender,
    customer: customerOf(sender, mail, level, settings),
    blocked: mail.from.address === '' ? null : await at.blockOf(mail.from.address, now),
    placement,
    scene,
    follows,
    duplicateOf,
    answers: answered?.created ?? null,
    answersQuestion: answered?.template === 'confirm',
    twin,
    passedOn,
    returned,
    perhaps,
    decoration: duplicateOf === null ? await decorationOf(at, mail) : new Set(),
    nextTicket: opens ? await at.nextTicketNo(settings.desk.firstNumber) : (0 as TicketNo),
    acknowledged:
      opens || (scene !== null && asksState({ mail, settings }, scene))
        ? await acknowledgedSoFar(at, writer, now)
        : { toSender: 0, short: 0 },
    lookups:
      words === null
        ? noLookups
        : await lookUp(at, words, { sender, scene, answers: mail.inReplyTo, now, first: settings.desk.firstNumber }),
    confirmations,
    confirming: await confirmingOf(at, verdict, sender),
    claiming: await claimingOf(at, { ...understood, verdict }, sender, settings, now),
    lift: arrival.lift ?? null,
    call: opens && sender.kind !== 'associate' ? await answeredCall(at, mail) : null,
    watched: await watchedOf(at, understood, settings),
    format: understood.format,
    newId,
  };
  const decision = told(decideMail(facts), facts);
  return { facts, decision: { ...decision, effects: [...decision.effects, ...watchBorders(facts)] } };
}

/** Only the caller themselves can say that they called. */
async function answeredCall(at: Reading, mail: Mail): Promise<Facts['call']> {
  const call = await at.openCall(ancestors(mail));
  return call?.address === mail.from.address ? call : null;
}

/** What a person vouched for counts as far as their word goes; a check that failed stands whatever is said. */
function lifted(lift: Lift | undefined, sender: Sender, { dmarc }: Verdict, level: Level): Level {
  if (lift === undefined || dmarc === 'fail') return level;
  if (lift.kind === 'admitted') return level === 'E0' ? 'E1' : level;
  return sender.kind === 'associate' && sender.person.handle === lift.by ? 'E4' : level;
}

/** An address made for a question is worth something only from whom it was made for. */
async function confirmingOf(at: Reading, { token, dmarc }: Verdict, sender: Sender): Promise<Facts['confirming']> {
  if (token.kind !== 'valid' || token.token.purpose !== 'confirm' || sender.kind !== 'associate' || dmarc === 'fail') return null;
  const { principal, ticket: batch } = token.token;
  if (claimOfNumber(batch) !== null) return null;
  const handle = principal.kind === 'associate' ? await at.associateOf(associateId(principal.id)) : null;
  return handle === sender.person.handle ? { person: sender.person, batch } : null;
}

/** That it went elsewhere than it was sent to. */
function told(decision: Decision, { placement: { merged }, settings }: Facts): Decision {
  if (merged === undefined || decision.ticket === null) return decision;
  return { ...decision, why: `${decision.why}; ${tagOf(settings.desk.prefix, merged)} was merged into it` };
}

/** R3: lines of a list reply and commands without a ticket teach no ticket their id; the ledger knows it. */
async function hasCommanded(at: Reading, { mail: { messageId }, arrival: { id } }: Understood): Promise<boolean> {
  const same = messageId === null ? [] : await at.arrivalsOf({ messageId });
  return same.some((one) => one.id !== id && one.outcome === 'commanded');
}

/** Ids whose mails have come: one that others only cited may still be on its way. */
const met = (known: Known): Known => new Map([...known].filter(([, { cited }]) => cited !== true));

/** Whose mail an associate forwards; by domain too, since it is on an associate's proved word (C3b). */
async function passedOnBy(
  at: Reading,
  mail: Mail,
  sender: Sender,
  level: string,
  settings: Settings,
): Promise<Facts['passedOn']> {
  if (sender.kind !== 'associate' || level < 'E2') return null;
  const forward = forwardIn(mail, settings);
  if (forward.kind === 'none') return null;
  if (forward.kind === 'doubtful') return { doubt: forward.why };
  const original = { ...mail, from: forward.original.from };
  const writer = await senderOf(at, original, settings);
  return { forward, sender: writer, customer: customerOf(writer, original, level, settings) };
}

/** The same mail by another mailbox is news to that one's team, once (F-37). */
async function earlierOne(at: Reading, { mail, arrival, mailbox }: Understood): Promise<Facts['duplicateOf']> {
  const first = await at.firstWithContent(mail.contentHash, arrival.id);
  if (first === null) return null;
  const { ticket } = first;
  const outcome = first.outcome ?? 'held';
  if (outcome !== 'created' || ticket === null || mailbox === null || first.source.mailbox === mailbox.name)
    return { outcome, ticket, isNews: false };
  const seen = await at.journal(ticket);
  const isNews = !seen.some(({ event, data: { mailbox: by } }) => event === 'also-arrived' && by === mailbox.name);
  return { outcome, ticket, isNews };
}

async function acknowledgedSoFar(at: Reading, address: string, now: number): Promise<Facts['acknowledged']> {
  return { toSender: await at.acknowledged(address, now - day), short: await at.acknowledgedShort(now - hour) };
}
