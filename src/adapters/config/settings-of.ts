import type { z } from 'zod';
import { type Rule, rules as shippedRules } from '../../domain/authenticate/rules.ts';
import { isPublicMailDomain } from '../../domain/public-domains.ts';
import { plainRates, type Rates } from '../../domain/quote/rates.ts';
import type { CustomerSettings, DeskSettings, FieldKind, MailboxSettings, Person, Settings } from '../../domain/settings.ts';
import { imapOf, isAtMicrosoft, listenerOf, outgoingOf, trustedOf } from './account-settings.ts';
import { formsOf } from './forms-of.ts';
import type { ContactInput, CustomerInput } from './schema/customers.ts';
import { startOfDay } from './schema/dates.ts';
import type { schemas } from './schema/files.ts';
import type { HelpdeskInput } from './schema/helpdesk.ts';
import type { MailboxInput } from './schema/mailbox.ts';
import type { PersonInput } from './schema/people.ts';
import type { RatesInput } from './schema/rates.ts';

type Files = { [Name in keyof typeof schemas]: z.output<(typeof schemas)[Name]> | undefined };

/**
 * Puts the files, each found right, into the one value the house works with.
 *
 * @throws {Error} when one is missing although nothing was complained about: a bug here
 */
export function settingsOf(
  { helpdesk, people, customers, sla, questionnaires, answers, rates }: Files,
  { templatesDir, logo, workflows, calendars }: Beside,
): Settings {
  if (!helpdesk || !people || !customers || !sla || !questionnaires || !answers || !rates)
    throw new Error('a file without complaints has no data');
  const { desk, mailboxes, listen, outgoing, authentication, intake, retry, retention } = helpdesk;
  return {
    desk: deskOf(desk, logo),
    mailboxes: mailboxes.map((mailbox) => mailboxOf(mailbox, desk.timezone, authentication.trusted.includes('m365'))),
    listen: { smtp: listenerOf(listen.smtp), lmtp: listenerOf(listen.lmtp) },
    outgoing: outgoingOf(outgoing),
    authentication: authenticationOf(authentication),
    intake: { maxMailMb: intake.max_mail_mb },
    retry: { quick: retry.quick, later: retry.later, giveUp: retry.give_up },
    ...(retention.closed_after === undefined ? {} : { retention: { closedAfter: retention.closed_after } }),
    people: people.people.map(personOf),
    customers: customers.customers.map(customerOf),
    sla: { ...sla, calendars },
    forms: formsOf(questionnaires, answers),
    workflows,
    rates: ratesOf(rates),
    templatesDir,
  };
}

type Beside = Pick<Settings, 'workflows' | 'templatesDir'> & {
  logo: Uint8Array | null;
  calendars: Settings['sla']['calendars'];
};

function deskOf(
  {
    first_number,
    own_domains,
    foreign_tags,
    reopen_within,
    phone_confirmation,
    old_customers,
    calendar,
    reply,
    fields,
    brand: { sender, ...brand },
    ...desk
  }: HelpdeskInput['desk'],
  logo: Uint8Array | null,
): DeskSettings {
  return {
    ...desk,
    brand: { ...brand, name: desk.name, logo },
    sender,
    firstNumber: first_number,
    reopenWithin: reopen_within,
    ...(calendar === undefined ? {} : { calendar }),
    ...(phone_confirmation ? { phoneConfirmation: true as const } : {}),
    oldCustomers: old_customers,
    reply: typeof reply === 'string' ? { kind: reply } : { kind: 'subdomain', domain: reply.subdomain },
    ownDomains: own_domains ?? domainOf(desk.address),
    foreignTags: foreign_tags,
    fields: deskFields(fields),
  };
}

/** What a ticket has beside the built-in fields. */
export const deskFields = (fields: HelpdeskInput['desk']['fields']): DeskSettings['fields'] =>
  Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, fieldOf(kind)]));

const fieldOf = (kind: HelpdeskInput['desk']['fields'][string]): FieldKind =>
  typeof kind === 'string' ? { kind } : { kind: 'choice', values: kind };

/** Never a public one: a desk at gmail.com does not make everybody there a colleague. */
function domainOf(address: string): string[] {
  return address
    .split('@')
    .slice(-1)
    .filter((domain) => !isPublicMailDomain(domain));
}

function authenticationOf({
  trusted,
  verify,
  probe,
  sealers,
  rules,
}: HelpdeskInput['authentication']): Settings['authentication'] {
  const isShipped = Object.values(rules).every((rule) => rule === undefined);
  const own = shippedRules.map((rule) => ({ ...rule, ...ruleOf(Reflect.get(rules, rule.class)) }));
  return {
    trusted: trusted.flatMap(trustedOf),
    verify,
    ...(probe === 'never' ? { probe } : {}),
    ...(isShipped ? {} : { rules: own }),
    ...(sealers.length > 0 ? { sealers } : {}),
  };
}

type RuleInput = NonNullable<HelpdeskInput['authentication']['rules']['C4']>;

function ruleOf(changed: RuleInput | undefined): Partial<Rule> {
  return changed === undefined ? {} : { needs: changed.needs, otherwise: changed.else };
}

/** @param preset that `m365` stands among the trusted */
function mailboxOf({ imap, after, since, mode, ...mailbox }: MailboxInput, timezone: string, preset: boolean): MailboxSettings {
  return {
    ...mailbox,
    ...(mode === 'm365' || (preset && isAtMicrosoft(imap.host)) ? { mode: 'm365' } : {}),
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

function ratesOf({ valid_days, taxes, tax, ...rates }: RatesInput): Rates {
  return { ...rates, taxes: { ...plainRates.taxes, ...taxes }, tax: tax ?? plainRates.tax, validDays: valid_days };
}
