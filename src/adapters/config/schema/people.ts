import { z } from 'zod';
import { list, optional, secretFile, secretValue } from './shapes.ts';
import { address, date, language, name, text, timezone } from './words.ts';

const roles = ['associate', 'lead', 'engineer', 'sales', 'manager', 'admin', 'operator'] as const;

export const person = z.strictObject({
  handle: name.describe('The short name: in commands, and to log in to the SMTP listener'),
  name: text.describe('The name customers see'),
  addresses: z
    .array(address, { error: 'expected a list' })
    .min(1, { error: 'expected one address or more' })
    .describe('All addresses they write from'),
  roles: z
    .array(z.enum(roles), { error: 'expected a list' })
    .min(1, { error: 'expected one role or more' })
    .describe('What they may do'),
  level: z.enum(['L1', 'L2', 'L3']).nullish().describe('Of engineers: L1, L2 or L3'),
  teams: list(text).describe('The teams they are in'),
  language: optional(language).describe('The language of mails to them; default: that of the desk'),
  timezone: optional(timezone).describe('Their time zone; default: that of the desk'),
  calendar: optional(text).describe('Their working hours: a calendar of sla.yaml'),
  notify: z.enum(['mine', 'team', 'all', 'none']).default('mine').describe('Which tickets they are told of'),
  away: list(
    z
      .strictObject({
        from: date.describe('The first day away'),
        until: date.describe('The last one'),
        to: optional(name).describe('The handle of whoever has their tickets meanwhile; default: the team'),
      })
      .refine(({ from, until }) => from <= until, { error: 'expected a last day that is not before the first', path: ['until'] }),
  ).describe('When they are away, as `[away until DATE to WHO]` says it by mail'),
  password: secretValue('Their password for the SMTP listener; none: may not log in'),
  password_file: secretFile('Their password for the SMTP listener'),
});

/** `config/people.yaml`. */
export const people = z.strictObject({ people: list(person).describe('The associates') });

export type PersonInput = z.output<typeof person>;
