import type { Effect } from '../../domain/effect.ts';
import type { ArrivalId } from '../../domain/ids.ts';
import type { At } from './search.ts';
import { keepAccount } from './tables/accounts.ts';
import { addMessage, addParticipant, changeEntry, learnId, removeParticipant } from './tables/add-message.ts';
import { answerAddress, askAddress } from './tables/address-claims.ts';
import {
  answerAsk,
  keepAnswerUndo,
  openAsk,
  remindAsk,
  reopenAsk,
  settleAnswer,
  settleAsk,
  undoAnswer,
} from './tables/ask-writes.ts';
import { alarmsTold, dropNotices, keepNotice, noteTold, raiseAlarm, settleAlarm } from './tables/attention.ts';
import { blockSender, unblockSender } from './tables/blocked-senders.ts';
import { keepTrust } from './tables/borders.ts';
import { callAnswered, keepCall } from './tables/calls.ts';
import { keepCharge, voidCharge } from './tables/charges.ts';
import { keepClocks } from './tables/clocks.ts';
import { askConfirmation, settleConfirmation } from './tables/confirmations.ts';
import {
  dropContract,
  dropException,
  dropRenewal,
  keepContract,
  keepCoverage,
  keepException,
  keepRenewal,
} from './tables/contracts.ts';
import { keepCustomer, keepPerson, keepPriorities, keepStanding } from './tables/customers.ts';
import { keepDigest } from './tables/digests.ts';
import {
  dropHanded,
  freeJobs,
  keepHanded,
  keepJobRun,
  lookAgain,
  lookAtAll,
  markDone,
  putMailOff,
  tellOnce,
} from './tables/due.ts';
import { keepProof } from './tables/evidence-chain.ts';
import { dropTime, keepTime } from './tables/hours.ts';
import { writeJournal } from './tables/journal.ts';
import { keepAway } from './tables/keep-away.ts';
import { keepContact } from './tables/keep-contact.ts';
import { hangTicket, linkTickets, mergeTicket, unlinkTickets } from './tables/links.ts';
import { markAddress } from './tables/mark-address.ts';
import { moveEntry } from './tables/move-entry.ts';
import { prefer } from './tables/preferences.ts';
import { purge } from './tables/purge.ts';
import { cancelMails, markBounced, queueMail, unsay } from './tables/queue-mail.ts';
import { changeQuote, dropQuote, keepQuote } from './tables/quotes.ts';
import { redact } from './tables/redact.ts';
import { retake } from './tables/retake.ts';
import { dropTalk, keepTalk } from './tables/talks.ts';
import { learnTheirNumber } from './tables/their-numbers.ts';
import { changeTicket, openTicket } from './tables/tickets.ts';
import { keepUndo, useUndo } from './tables/undos.ts';

type Carry<Act extends Effect['act']> = (
  at: At,
  effect: Extract<Effect, { act: Act }>,
  now: number,
  arrival: ArrivalId | null,
) => Promise<void>;

const carriers: { readonly [Act in Effect['act']]: Carry<Act> } = {
  'keep-contact': keepContact,
  'keep-account': keepAccount,
  'keep-customer': keepCustomer,
  'keep-person': keepPerson,
  'keep-standing': keepStanding,
  'keep-priorities': keepPriorities,
  'keep-contract': keepContract,
  'drop-contract': dropContract,
  'keep-renewal': keepRenewal,
  'drop-renewal': dropRenewal,
  'keep-coverage': keepCoverage,
  'keep-exception': keepException,
  'drop-exception': dropException,
  'open-ticket': (at, effect, now) => openTicket(at, effect.ticket, now),
  'change-ticket': (at, effect, now) => changeTicket(at, effect.ticket, effect.set, now),
  'add-participant': (at, effect, now) => addParticipant(at, effect.ticket, effect.participant, now),
  'remove-participant': (at, effect) => removeParticipant(at, effect.ticket, effect.address),
  'add-message': (at, effect, now) => addMessage(at, effect.ticket, effect.message, now),
  'change-entry': changeEntry,
  'learn-id': learnId,
  'learn-their-number': learnTheirNumber,
  'link-tickets': linkTickets,
  'move-entry': moveEntry,
  'unlink-tickets': unlinkTickets,
  'merge-ticket': mergeTicket,
  'hang-ticket': hangTicket,
  'block-sender': blockSender,
  'unblock-sender': unblockSender,
  journal: writeJournal,
  'queue-mail': (at, effect, now, arrival) => queueMail(at, effect.mail, now, arrival),
  'cancel-mails': cancelMails,
  unsay: unsay,
  'keep-answer-undo': keepAnswerUndo,
  'keep-undo': keepUndo,
  undone: useUndo,
  prefer: prefer,
  'keep-time': keepTime,
  'drop-time': dropTime,
  'keep-quote': keepQuote,
  'change-quote': changeQuote,
  'drop-quote': dropQuote,
  'keep-talk': keepTalk,
  'drop-talk': dropTalk,
  'keep-charge': keepCharge,
  'void-charge': voidCharge,
  'ask-confirmation': askConfirmation,
  'settle-confirmation': settleConfirmation,
  'ask-address': askAddress,
  'answer-address': answerAddress,
  'open-ask': openAsk,
  'settle-ask': settleAsk,
  'reopen-ask': reopenAsk,
  'remind-ask': remindAsk,
  'answer-ask': answerAsk,
  'settle-answer': settleAnswer,
  'undo-answer': undoAnswer,
  'keep-proof': keepProof,
  redact: redact,
  purge: purge,
  'keep-call': keepCall,
  'call-answered': callAnswered,
  retake: retake,
  'keep-trust': keepTrust,
  'keep-away': keepAway,
  'look-again': lookAgain,
  'look-at-all': lookAtAll,
  'mark-done': markDone,
  'keep-clocks': keepClocks,
  'keep-digest': keepDigest,
  'keep-job-run': keepJobRun,
  'free-jobs': freeJobs,
  'put-off': putMailOff,
  'keep-handed': keepHanded,
  'drop-handed': dropHanded,
  'tell-once': tellOnce,
  'keep-notice': keepNotice,
  'drop-notices': dropNotices,
  'note-told': noteTold,
  'raise-alarm': raiseAlarm,
  'settle-alarm': settleAlarm,
  'alarms-told': alarmsTold,
  'mark-address': markAddress,
  'mark-bounced': markBounced,
};

/** Carries out one effect of a decision at `now`; `arrival` is the mail that caused it. */
export async function apply<Act extends Effect['act']>(
  at: At,
  effect: Extract<Effect, { act: Act }>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  const carry: Carry<Act> = carriers[effect.act as Act];
  await carry(at, effect, now, arrival);
}
