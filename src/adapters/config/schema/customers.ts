import { z } from 'zod';
import { list, optional } from './shapes.ts';
import { address, amount, date, domain, identifier, language, money, name, text, timezone } from './words.ts';

/** Not a section that may be empty: a forgotten limit must not become none. */
const approver = z.strictObject({ limit: optional(money).describe('The most they may approve; none: any amount') });

const contact = z.strictObject({
  name: text.describe('Their name'),
  addresses: z
    .array(address, { error: 'expected a list' })
    .min(1, { error: 'expected one address or more' })
    .describe('All addresses they write from'),
  language: optional(language).describe('The language of mails to them; default: that of the customer'),
  spoc: z.boolean().default(false).describe('The single point of contact: speaks for the customer'),
  approver: approver.optional().describe('May approve quotes, up to a limit; { } without one'),
  validator: z.boolean().default(false).describe('May confirm that a solution works'),
});

const contract = z.strictObject({
  number: text.describe('The number of the contract'),
  kind: text.describe('Its kind, such as amc'),
  starts: date.describe("The first day, in the customer's time zone"),
  ends: date.describe("The last day, in the customer's time zone"),
  covers: list(text).describe('The types of ticket it covers'),
  hours: optional(amount).describe('The hours it includes; none: not counted'),
});

const customer = z.strictObject({
  id: identifier.describe('A short name that stays'),
  name: text.describe('Its name'),
  domains: list(domain).describe('Its own mail domains: unknown senders there are proposed as its members'),
  language: optional(language).describe('The language of mails to it; default: that of the desk'),
  timezone: optional(timezone).describe('Its time zone; default: that of the desk'),
  workflow: optional(name).describe('The process of its tickets'),
  plan: optional(text).describe('Its service plan: a plan of sla.yaml'),
  contacts: list(contact).describe('The people there'),
  contracts: list(contract).describe('Its contracts'),
});

/** `config/customers.yaml`. */
export const customers = z.strictObject({ customers: list(customer).describe('The customers') });

export type CustomerInput = z.output<typeof customer>;
export type ContactInput = z.output<typeof contact>;
