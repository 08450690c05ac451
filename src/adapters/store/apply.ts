import type { Effect } from '../../domain/effect.ts';
import type { ArrivalId } from '../../domain/ids.ts';
import type { At } from './search.ts';
import { keepAccount } from './tables/accounts.ts';
import { addMessage, addParticipant, changeEntry, learnId, removeParticipant } from './tables/add-message.ts';
import { answerAddress, askAddress } from './tables/address-claims.ts';
import { blockSender, unblockSender } from './tables/blocked-senders.ts';
import { keepTrust } from './tables/borders.ts';
import { callAnswered, keepCall } from './tables/calls.ts';
import { askConfirmation, settleConfirmation } from './tables/confirmations.ts';
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
import { redact } from './tables/redact.ts';
import { retake } from './tables/retake.ts';
import { changeTicket, openTicket } from './tables/tickets.ts';
import { keepUndo, useUndo } from './tables/undos.ts';

/** Carries out one effect of a decision at `now`; `arrival` is the mail that caused it. */
export async function apply(at: At, effect: Effect, now: number, arrival: ArrivalId | null): Promise<void> {
  switch (effect.act) {
    case 'keep-contact':
      return await keepContact(at, effect, now);
    case 'keep-account':
      return await keepAccount(at, effect, now);
    case 'open-ticket':
      return await openTicket(at, effect.ticket);
    case 'change-ticket':
      return await changeTicket(at, effect.ticket, effect.set, now);
    case 'add-participant':
      return await addParticipant(at, effect.ticket, effect.participant, now);
    case 'remove-participant':
      return await removeParticipant(at, effect.ticket, effect.address);
    case 'add-message':
      return await addMessage(at, effect.ticket, effect.message, now);
    case 'change-entry':
      return await changeEntry(at, effect, now);
    case 'learn-id':
      return await learnId(at, effect);
    case 'link-tickets':
      return await linkTickets(at, effect, now, arrival);
    case 'move-entry':
      return await moveEntry(at, effect, now);
    case 'unlink-tickets':
      return await unlinkTickets(at, effect);
    case 'merge-ticket':
      return await mergeTicket(at, effect, now);
    case 'hang-ticket':
      return await hangTicket(at, effect, now);
    case 'block-sender':
      return await blockSender(at, effect, now);
    case 'unblock-sender':
      return await unblockSender(at, effect);
    case 'journal':
      return await writeJournal(at, effect, now, arrival);
    case 'queue-mail':
      return await queueMail(at, effect.mail, now, arrival);
    case 'cancel-mails':
      return await cancelMails(at, effect, now);
    case 'unsay':
      return await unsay(at, effect);
    case 'keep-undo':
      return await keepUndo(at, effect, now);
    case 'undone':
      return await useUndo(at, effect);
    case 'prefer':
      return await prefer(at, effect, now);
    case 'keep-time':
      return await keepTime(at, effect, now);
    case 'drop-time':
      return await dropTime(at, effect, now);
    case 'ask-confirmation':
      return await askConfirmation(at, effect, now, arrival);
    case 'settle-confirmation':
      return await settleConfirmation(at, effect);
    case 'ask-address':
      return await askAddress(at, effect, now);
    case 'answer-address':
      return await answerAddress(at, effect, now);
    case 'redact':
      return await redact(at, effect, now, arrival);
    case 'purge':
      return await purge(at, effect, now);
    case 'keep-call':
      return await keepCall(at, effect, now);
    case 'call-answered':
      return await callAnswered(at, effect);
    case 'retake':
      return await retake(at, effect);
    case 'keep-trust':
      return await keepTrust(at, effect);
    case 'keep-away':
      return await keepAway(at, effect);
    case 'mark-address':
      return await markAddress(at, effect, now);
    case 'mark-bounced':
      return await markBounced(at, effect, now);
  }
}
