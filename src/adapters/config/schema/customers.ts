import { z } from 'zod';
import { list, optional } from './shapes.ts';
import { address, amount, count, date, domain, identifier, language, money, name, text, timezone } from './words.ts';

/** Not a section that may be empty: a forgotten limit must not become none. */
const approver = z.strictObject({ limit: optional(money).describe('The most they may approve; none: any amount') });

export const person = z.strictObject({
  name: text.describe('Their name'),
  addresses: list(address).describe('All addresses they write from; none where they only call, or write elsewhere'),
  phone: optional(text).describe('Their telephone number'),
  social: optional(text).describe('Their handle on a social network, such as @jane@mastodon.example'),
  language: optional(language).describe('The language of mails to them; default: that of the customer'),
  spoc: z.boolean().default(false).describe('The single point of contact: speaks for the customer'),
  approver: approver.optional().describe('May approve quotes, up to a limit; { } without one'),
  validator: z.boolean().default(false).describe('May confirm that a solution works'),
  stakeholder: z.boolean().default(false).describe('Hears what is decided'),
});

const contact = person.refine(({ addresses, phone, social }) => addresses.length > 0 || phone !== null || social !== null, {
  error: 'expected one address or more, or a `phone`, or a `social` handle',
});

export const contract = z.strictObject({
  number: text.describe('The number of the contract'),
  kind: text.describe('Its kind, such as amc'),
  starts: date.describe("The first day, in the customer's time zone"),
  ends: date.describe("The last day, in the customer's time zone"),
  covers: list(text).describe('The types of ticket it covers; none: all'),
  hours: optional(amount).describe('The hours it includes; none: not counted'),
  incidents: optional(count).describe('The tickets it includes; none: not counted'),
  sites: list(text).describe('The sites it is for; none: all'),
  products: list(text).describe('The products it is for; none: all'),
});

export const customer = z.strictObject({
  id: identifier.describe('A short name that stays'),
  name: text.describe('Its name'),
  domains: list(domain).describe('Its own mail domains: unknown senders there are proposed as its members'),
  language: optional(language).describe('The language of mails to it; default: that of the desk'),
  timezone: optional(timezone).describe('Its time zone; default: that of the desk'),
  workflow: optional(name).describe('The process of its tickets'),
  plan: optional(text).describe('Its service plan: a plan of sla.yaml'),
  relationship: optional(text).describe('Who of us looks after it: a handle of people.yaml'),
  priorities: list(text).describe('What matters to its business most, a line each; the service review says it'),
  contacts: list(contact).describe('The people there'),
  contracts: list(contract).describe('Its contracts'),
});

/** `config/customers.yaml`. */
export const customers = z.strictObject({ customers: list(customer).describe('The customers') });

export type ContractInput = z.output<typeof contract>;
export type CustomerInput = z.output<typeof customer>;
export type ContactInput = z.output<typeof contact>;
