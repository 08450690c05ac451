import { sql } from 'kysely';
import type { Reading, Writing } from '../../domain/ports.ts';
import { apply } from './apply.ts';
import type { At } from './search.ts';
import { accountReads } from './tables/accounts.ts';
import { claimReads } from './tables/address-claims.ts';
import { arrivalReads } from './tables/arrivals.ts';
import { askReads } from './tables/asks.ts';
import { attentionReads } from './tables/attention.ts';
import { blockReads } from './tables/blocked-senders.ts';
import { borderReads } from './tables/borders.ts';
import { callReads } from './tables/calls.ts';
import { chargeReads } from './tables/charges.ts';
import { clockReads } from './tables/clocks.ts';
import { confirmationReads } from './tables/confirmations.ts';
import { contactReads } from './tables/contacts.ts';
import { contractReads } from './tables/contracts.ts';
import { digestReads } from './tables/digests.ts';
import { directoryReads } from './tables/directory.ts';
import { dueReads, noticeChanges } from './tables/due.ts';
import { erasureReads, erasureWrites } from './tables/erasures.ts';
import { evidenceReads, evidenceWrites } from './tables/evidence.ts';
import { chainReads } from './tables/evidence-chain.ts';
import { timeReads } from './tables/hours.ts';
import { journalReads } from './tables/journal.ts';
import { ledgerReads } from './tables/ledger.ts';
import { kinReads } from './tables/links.ts';
import { mailLedgerReads } from './tables/mail-ledger.ts';
import { messageReads } from './tables/messages.ts';
import { outboxReads } from './tables/outbox.ts';
import { outlivedReads } from './tables/outlived.ts';
import { peopleReads, peopleWrites } from './tables/people.ts';
import { preferenceReads } from './tables/preferences.ts';
import { purgeReads } from './tables/purge.ts';
import { outboxWrites } from './tables/queue-mail.ts';
import { quoteReads } from './tables/quotes.ts';
import { reportReads } from './tables/report.ts';
import { arrivalWrites } from './tables/take-arrivals.ts';
import { talkReads } from './tables/talks.ts';
import { theirNumberReads } from './tables/their-numbers.ts';
import { ticketReads } from './tables/tickets.ts';
import { undoReads } from './tables/undos.ts';
import { workflowReads, workflowWrites } from './tables/workflows.ts';

/** All that may be asked inside a transaction. */
export const reading = (at: At): Reading => ({
  ...arrivalReads(at),
  ...ledgerReads(at),
  ...contactReads(at),
  ...accountReads(at),
  ...workflowReads(at),
  ...directoryReads(at),
  ...contractReads(at),
  ...theirNumberReads(at),
  ...peopleReads(at),
  ...ticketReads(at),
  ...kinReads(at),
  ...erasureReads(at),
  ...purgeReads(at),
  ...outlivedReads(at),
  ...blockReads(at),
  ...callReads(at),
  ...borderReads(at),
  ...messageReads(at),
  ...journalReads(at),
  ...outboxReads(at),
  ...undoReads(at),
  ...timeReads(at),
  ...preferenceReads(at),
  ...evidenceReads(at),
  ...confirmationReads(at),
  ...claimReads(at),
  ...askReads(at),
  ...dueReads(at),
  ...attentionReads(at),
  ...clockReads(at),
  ...digestReads(at),
  ...mailLedgerReads(at),
  ...reportReads(at),
  ...chainReads(at),
  ...quoteReads(at),
  ...talkReads(at),
  ...chargeReads(at),
});

/** All that may be asked and done inside a transaction that writes. */
export const writing = (at: At): Writing => ({
  ...reading(at),
  ...arrivalWrites(at),
  ...peopleWrites(at),
  ...workflowWrites(at),
  ...outboxWrites(at),
  ...erasureWrites(at),
  ...evidenceWrites(at),
  savepoint: savepoints(at),
  async apply(effects, now, arrival) {
    for (const effect of effects) await apply(at, effect, now, arrival);
    await noticeChanges(at, effects, now);
  },
});

function savepoints({ tx }: At): Writing['savepoint'] {
  let depth = 0;
  return async (work) => {
    depth += 1;
    const name = sql.id(`step_${depth}`);
    await sql`savepoint ${name}`.execute(tx);
    try {
      return await work();
    } catch (error) {
      await sql`rollback to savepoint ${name}`.execute(tx);
      throw error;
    } finally {
      depth -= 1;
      await sql`release savepoint ${name}`.execute(tx);
    }
  };
}
