import { expect, test } from 'vitest';
import { openTicket } from '../../src/domain/decide/customer-mail.ts';
import type { Sender } from '../../src/domain/decide/facts.ts';
import { plainRates } from '../../src/domain/quote/rates.ts';
import type { Contact } from '../../src/domain/ticket.ts';
import { someFacts } from './facts.ts';
import { aMail, desk, globex } from './parts.ts';

const contact = (language: string | null): Sender => {
  const known: Contact = { address: 'jane@globex.example', name: '', customer: 'globex', language, known: true };
  return { kind: 'contact', contact: known };
};

type Said = { contacts?: string; customers?: string; wrote?: string; mailboxes?: string };

/** The language of what a new ticket's requester gets. */
function languageOf({ contacts, customers, wrote, mailboxes }: Said): string | undefined {
  const mailbox = mailboxes === undefined ? null : aMailbox(mailboxes);
  const facts = someFacts({
    settings: {
      desk: { ...desk, language: 'en' },
      people: [],
      customers: [{ ...globex, language: customers ?? null }],
      mailboxes: [],
      ...{
        workflows: {},
        sla: { calendars: {}, plans: {}, jobs: {}, contracts: { remindDays: [], tellUsed: [] } },
        rates: plainRates,
        forms: { questionnaires: {}, answers: {} },
      },
      outgoing: { attachUpToMb: 10 },
      authentication: { trusted: [], verify: false },
    },
    customer: 'globex',
    sender: contact(contacts ?? null),
    mail: aMail({ language: wrote ?? '' }),
    mailbox,
  });
  const opened = openTicket(facts).effects.find((effect) => effect.act === 'open-ticket');
  return opened?.ticket.language;
}

const aMailbox = (language: string) => ({
  name: 'support',
  imap: {
    host: '127.0.0.1',
    port: 143,
    secure: false,
    user: 'support',
    rejectUnauthorized: true,
    auth: { kind: 'password' as const, password: '' },
  },
  folder: 'INBOX',
  after: { kind: 'seen' as const },
  poll: 60_000,
  since: null,
  team: null,
  workflow: null,
  language,
  via: [],
});

test.each([
  ['set for the contact, before all else', { contacts: 'de', customers: 'fr', wrote: 'es', mailboxes: 'it' }, 'de'],
  ['else set for the customer', { customers: 'fr', wrote: 'es', mailboxes: 'it' }, 'fr'],
  ['else what they wrote', { wrote: 'es', mailboxes: 'it' }, 'es'],
  ['else the mailbox’s', { mailboxes: 'it' }, 'it'],
  ['else the desk’s', {}, 'en'],
])('the language of answers: %s', (_, said, expected) => {
  expect(languageOf(said)).toBe(expected);
});
