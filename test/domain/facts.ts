import type { Facts } from '../../src/domain/decide/facts.ts';
import { plain } from '../../src/domain/formatted.ts';
import { askId, messageId, ticketNo } from '../../src/domain/ids.ts';
import { plainRates } from '../../src/domain/quote/rates.ts';
import { bareNames } from '../../src/domain/workflow/process-words.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { aMail, desk, globex, now } from './parts.ts';

/** Jane of Globex writes for the first time, and nothing proves her. */
export function someFacts(other: Partial<Facts> = {}): Facts {
  return {
    now,
    settings: {
      desk,
      workflows: {},
      sla: { calendars: {}, plans: {}, jobs: {}, contracts: { remindDays: [], tellUsed: [] } },
      rates: plainRates,
      forms: { questionnaires: {}, answers: {} },
      people: [],
      customers: [globex],
      mailboxes: [],
      authentication: { trusted: [], verify: false },
      outgoing: { attachUpToMb: 10 },
    },
    arrival: {
      source: { kind: 'imap', mailbox: 'support', folder: 'INBOX', uidValidity: '1', uid: 1 },
      envelope: null,
      authUser: null,
      imported: false,
      receivedAt: now,
    },
    mailbox: null,
    mail: aMail(),
    classification: { kind: 'human', thanks: false, why: [] },
    answerable: { kind: 'yes' },
    verdict: {
      level: 'E0',
      identity: null,
      dmarc: 'none',
      alignedDomain: null,
      by: 'none',
      token: { kind: 'none' },
      cited: [],
      retryable: false,
      evidence: { believed: [], claimed: [], verification: null },
    },
    level: 'E0',
    sender: { kind: 'stranger' },
    customer: null,
    blocked: null,
    placement: { ticket: null, by: 'none', refused: null, linked: null },
    scene: null,
    follows: null,
    duplicateOf: null,
    answers: null,
    answersQuestion: null,
    twin: { kind: 'none' },
    passedOn: null,
    returned: null,
    perhaps: null,
    decoration: new Set(),
    newRecords: noRecords,
    nextTicket: ticketNo(1001),
    acknowledged: { toSender: 0, short: 0 },
    alongside: new Map(),
    confirmations: [],
    confirming: null,
    answering: null,
    nextAsk: askId(1),
    claiming: null,
    lift: null,
    lookups: {
      ...{ tickets: new Map(), contacts: new Map(), colleagues: [], blocks: new Map() },
      ...{ lists: new Map(), mails: new Map(), accounts: new Map(), phases: new Map(), reviews: new Map(), held: null },
      ...{ kin: new Map(), nextTicket: ticketNo(1001) },
    },
    call: null,
    watched: { borders: [], probe: null, probing: false },
    format: () => plain,
    digest: (text) => `hash of ${text.length} letters`,
    newId: () => messageId('<new@acme.example>'),
    words: bareNames,
    ...other,
  };
}
