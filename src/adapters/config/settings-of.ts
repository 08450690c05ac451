import type { z } from 'zod';
import type { CustomerSettings, DeskSettings, MailboxSettings, Person, Settings } from '../../domain/settings.ts';
import { imapOf, listenerOf, outgoingOf, trustedOf } from './account-settings.ts';
import { isPublicMailDomain } from './checks/public-domains.ts';
import type { ContactInput, CustomerInput } from './schema/customers.ts';
import { startOfDay } from './schema/dates.ts';
import type { schemas } from './schema/files.ts';
import type { HelpdeskInput } from './schema/helpdesk.ts';
import type { MailboxInput } from './schema/mailbox.ts';
import type { PersonInput } from './schema/people.ts';

type Read<Name extends keyof typeof schemas> = z.output<(typeof schemas)[Name]> | undefined;

/**
 * Puts the files, each found right, into the one value the house works with.
 *
 * @throws {Error} when one is missing although nothing was complained about: a bug here
 */
export function settingsOf(
  helpdesk: Read<'helpdesk'>,
  people: Read<'people'>,
  customers: Read<'customers'>,
  sla: Read<'sla'>,
  templatesDir: string | null,
): Settings {
  if (!helpdesk || !people || !customers || !sla) throw new Error('a file without complaints has no data');
  const { desk, mailboxes, listen, outgoing, authentication, intake, retry } = helpdesk;
  return {
    desk: deskOf(desk),
    mailboxes: mailboxes.map((mailbox) => mailboxOf(mailbox, desk.timezone)),
    listen: { smtp: listenerOf(listen.smtp), lmtp: listenerOf(listen.lmtp) },
    outgoing: outgoingOf(outgoing),
    authentication: { trusted: authentication.trusted.flatMap(trustedOf), verify: authentication.verify },
    intake: { maxMailMb: intake.max_mail_mb },
    retry: { quick: retry.quick, later: retry.later, giveUp: retry.give_up },
    people: people.people.map(personOf),
    customers: customers.customers.map(customerOf),
    sla,
    templatesDir,
  };
}

function deskOf({ first_number, own_domains, foreign_tags, reopen_within, reply, ...desk }: HelpdeskInput['desk']): DeskSettings {
  return {
    ...desk,
    firstNumber: first_number,
    reopenWithin: reopen_within,
    reply: typeof reply === 'string' ? { kind: reply } : { kind: 'subdomain', domain: reply.subdomain },
    ownDomains: own_domains ?? domainOf(desk.address),
    foreignTags: foreign_tags,
  };
}

/** Never a public one: a desk at gmail.com does not make everybody there a colleague. */
function domainOf(address: string): string[] {
  return address
    .split('@')
    .slice(-1)
    .filter((domain) => !isPublicMailDomain(domain));
}

function mailboxOf({ imap, after, since, ...mailbox }: MailboxInput, timezone: string): MailboxSettings {
  return {
    ...mailbox,
    imap: imapOf(imap),
    after: typeof after === 'string' ? { kind: after } : { kind: 'move', to: after.move_to, heldTo: after.held_to },
    since: since === null ? null : startOfDay(since, timezone),
  };
}

function personOf({ password, password_file: _, level, ...person }: PersonInput): Person {
  return { ...person, level: level ?? null, password: password || null };
}

function customerOf({ contacts, ...customer }: CustomerInput): CustomerSettings {
  return { ...customer, contacts: contacts.map(contactOf) };
}

function contactOf({ approver, ...contact }: ContactInput): CustomerSettings['contacts'][number] {
  return { ...contact, approver: approver ?? null };
}
