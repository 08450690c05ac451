import { describe } from 'vitest';
import { asksContract } from './store/asks.ts';
import { bordersContract } from './store/borders.ts';
import { claimsContract } from './store/claims.ts';
import { directoryContract } from './store/directory.ts';
import { dueContract } from './store/due.ts';
import { journalContract } from './store/journal.ts';
import { kinContract } from './store/kin.ts';
import { ledgerContract } from './store/ledger.ts';
import { messagesContract } from './store/messages.ts';
import { oneMailContract } from './store/one-mail.ts';
import { outboxContract } from './store/outbox.ts';
import { outlivedContract } from './store/outlived.ts';
import { peopleContract } from './store/people.ts';
import { purgeContract } from './store/purge.ts';
import { quotesContract } from './store/quotes.ts';
import { redactionContract } from './store/redaction.ts';
import { searchContract } from './store/search.ts';
import { sendLimitsContract } from './store/send-limits.ts';
import { ticketsContract } from './store/tickets.ts';
import { transactionsContract } from './store/transactions.ts';
import type { OpenStore } from './store/use-store.ts';

/** What every store promises, whatever engine runs below. */
export function storeContract(name: string, open: OpenStore): void {
  describe(name, () => {
    transactionsContract(open);
    ledgerContract(open);
    peopleContract(open);
    directoryContract(open);
    claimsContract(open);
    bordersContract(open);
    ticketsContract(open);
    asksContract(open);
    dueContract(open);
    kinContract(open);
    messagesContract(open);
    searchContract(open);
    redactionContract(open);
    outlivedContract(open);
    purgeContract(open);
    quotesContract(open);
    journalContract(open);
    outboxContract(open);
    oneMailContract(open);
    sendLimitsContract(open);
  });
}
