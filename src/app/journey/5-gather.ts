import { ancestors, type Level, levelOn, type Verdict } from '../../domain/authenticate/verdict.ts';
import { asksState } from '../../domain/decide/customer-status.ts';
import type { Facts, Sender } from '../../domain/decide/facts.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Lift } from '../../domain/ticket.ts';
import { noRecords } from '../../domain/workflow/records.ts';
import { digest } from '../digest.ts';
import { authenticateSender } from './4-authenticate.ts';
import { watchedOf } from './4-doubted.ts';
import { alongside } from './5-alongside.ts';
import { customerRecordOf } from './5-customer-record.ts';
import { withDirectory } from './5-directory.ts';
import { acknowledgedSoFar, ofAssociate, type Theirs } from './5-gather-associate.ts';
import { customerOf, knownTo, match, sceneOf, senderOf } from './5-match.ts';
import { claimingOf } from './5-match-claim.ts';
import { decorationOf } from './5-match-decoration.ts';
import { earlierOne, hasCommanded } from './5-match-earlier.ts';
import { besideDeleted, followUp } from './5-match-follow-up.ts';
import { noLookups } from './5-match-lookups.ts';
import { reported } from './5-match-report.ts';
import { type DateOf, type Known, twinOf } from './5-match-twin.ts';
import type { Understood } from './understand.ts';

export type Deciding = {
  settings: Settings;
  now: number;
  newId: Facts['newId'];
  words: Facts['words'];
  /** The Date of a mail that was kept; null where it has none. */
  dateOf: DateOf;
};

/** Everything that the decision about a mail may look at, read inside one transaction. */
export async function gather(at: Reading, given: Deciding, understood: Understood): Promise<Facts> {
  const settings = await withDirectory(at, given.settings);
  const deciding = { ...given, settings };
  const { now, newId, words } = deciding;
  const { mail, arrival, mailbox, classification, answerable } = understood;
  const who = await whoWrites(at, understood, settings);
  const earlier = await whatCameBefore(at, deciding, understood, who.sender);
  const place = await whereItBelongs(at, deciding, understood, { ...who, ...earlier });
  const { verdict, sender, answering } = who;
  const { level, scene } = place;
  const opens = scene === null && (classification.kind === 'human' || arrival.lift?.kind === 'admitted');
  const here = { now, settings, arrival, mailbox, mail, classification, answerable, newId, words, digest };
  const common = { ...here, verdict, sender, answering, ...place };
  const theirs =
    sender.kind === 'associate'
      ? await ofAssociate(at, { ...common, sender, opens, isCopy: earlier.duplicateOf !== null })
      : await ofOutsider(at, { mail, settings, now, scene, opens });
  const customer = customerOf(sender, mail, level, settings);
  const answered = mail.inReplyTo === null ? null : await at.sentMail(mail.inReplyTo);
  const { known: _known, ...before } = earlier;
  const { onBehalf, ...found } = theirs;
  return {
    ...common,
    ...before,
    ...found,
    alongside: await besideOf(at, scene, found.lookups.tickets, sender, settings),
    customer,
    blocked: mail.from.address === '' ? null : await at.blockOf(mail.from.address, now),
    answers: answered?.created ?? null,
    answersQuestion: questions.get(answered?.template ?? '') ?? null,
    decoration: earlier.duplicateOf === null ? await decorationOf(at, mail) : new Set(),
    nextAsk: await at.nextAsk(),
    newRecords: opens ? await recordsOfNew(at, onBehalf ?? customer, settings) : noRecords,
    nextTicket: opens ? await at.nextTicketNo(settings.desk.firstNumber) : (0 as TicketNo),
    claiming: await claimingOf(at, { ...understood, verdict, answered }, sender, settings, now),
    lift: arrival.lift ?? null,
    watched: await watchedOf(at, understood, settings),
    format: understood.format,
  };
}

/** What commands name may become part of an offer too. */
async function besideOf(
  at: Reading,
  scene: Facts['scene'],
  named: Facts['lookups']['tickets'],
  sender: Sender,
  settings: Settings,
): Promise<Facts['alongside']> {
  const here = [...(scene === null ? [] : [scene]), ...named.values()];
  return new Map([...named, ...(await alongside(at, here, sender, settings))]);
}

const recordsOfNew = async (at: Reading, customer: string | null, settings: Settings): Promise<Facts['newRecords']> => ({
  ...noRecords,
  ofCustomer: await customerRecordOf(at, 0, customer, settings),
});

const questions: ReadonlyMap<string, Facts['answersQuestion']> = new Map([
  ['confirm', 'mail'],
  ['confirm-call', 'call'],
]);

type Who = { sender: Sender; verdict: Verdict; proved: Level; answering: Facts['answering'] };

async function whoWrites(at: Reading, { mail, verdict: found }: Understood, settings: Settings): Promise<Who> {
  const sender = await senderOf(at, mail, settings);
  const { verdict, level: proved, answering } = await authenticateSender(at, found, sender);
  return { sender, verdict, proved, answering };
}

type Earlier = Pick<Facts, 'duplicateOf' | 'twin' | 'returned' | 'perhaps'> & { known: Known };

/** The mail itself, another with its id, and the mail of ours that it returns. */
async function whatCameBefore(at: Reading, { now, dateOf }: Deciding, understood: Understood, sender: Sender): Promise<Earlier> {
  const { mail } = understood;
  const duplicateOf = await earlierOne(at, understood);
  const known = await knownTo(at, mail);
  const twin = duplicateOf === null ? await twinOf(at, mail, met(known), dateOf) : { kind: 'none' as const };
  const isAgain = twin.kind === 'none' && sender.kind === 'associate' && (await hasCommanded(at, understood));
  return { duplicateOf, twin: isAgain ? { kind: 'repeated' } : twin, known, ...(await reported(at, understood, now)) };
}

/** Ids whose mails have come: one that others only cited may still be on its way. */
const met = (known: Known): Known => new Map([...known].filter(([, { cited }]) => cited !== true));

type Place = Pick<Facts, 'placement' | 'scene' | 'follows' | 'level'>;

async function whereItBelongs(
  at: Reading,
  { settings, now }: Deciding,
  understood: Understood,
  { sender, verdict, proved, answering, duplicateOf, twin, returned, known }: Who & Earlier,
): Promise<Place> {
  const { mail, arrival } = understood;
  const collides = twin.kind === 'collision' ? twin.ticket : null;
  const matched = await match(at, { mail, verdict, answering, sender, settings, known, collides });
  const on = matched.merged ?? matched.corrects ?? matched.ticket;
  const level = lifted(arrival.lift, sender, verdict, levelOn(on, verdict, proved));
  const there = await sceneOf(at, returned?.ticket ?? duplicateOf?.ticket ?? matched.ticket, sender, settings);
  if (duplicateOf !== null) return { placement: matched, scene: there, follows: null, level };
  const { placement, found } =
    returned === null ? besideDeleted(matched, there, sender, settings) : { placement: matched, found: there };
  return { placement, level, ...(await followUp(at, understood, found, sender, settings, now)) };
}

/** What a person vouched for counts as far as their word goes; a check that failed stands whatever is said. */
function lifted(lift: Lift | undefined, sender: Sender, { dmarc }: Verdict, level: Level): Level {
  if (lift === undefined || dmarc === 'fail') return level;
  if (lift.kind === 'admitted') return level === 'E0' ? 'E1' : level;
  return sender.kind === 'associate' && sender.person.handle === lift.by ? 'E4' : level;
}

type Outsider = Pick<Facts, 'mail' | 'settings' | 'now' | 'scene'> & { opens: boolean };

async function ofOutsider(at: Reading, { mail, settings, now, scene, opens }: Outsider): Promise<Theirs> {
  const isAnswered = opens || (scene !== null && asksState({ mail, settings }, scene));
  return {
    ...{ passedOn: null, lookups: noLookups, confirmations: [], confirming: null, onBehalf: null },
    call: opens ? await answeredCall(at, mail) : null,
    acknowledged: isAnswered ? await acknowledgedSoFar(at, mail.from.address, now) : { toSender: 0, short: 0 },
  };
}

/** Only the caller themselves can say that they called. */
async function answeredCall(at: Reading, mail: Mail): Promise<Facts['call']> {
  const call = await at.openCall(ancestors(mail));
  return call?.address === mail.from.address ? call : null;
}
