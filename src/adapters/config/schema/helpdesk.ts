import { z } from 'zod';
import { fieldNames } from '../../../domain/decide/values/names.ts';
import { smtpAccount } from './accounts.ts';
import { mailbox } from './mailbox.ts';
import { rules } from './rules.ts';
import { list, named, optional, secretFile, secretValue, section } from './shapes.ts';
import {
  address,
  amount,
  count,
  domain,
  duration,
  host,
  language,
  name,
  network,
  port,
  rate,
  text,
  timezone,
  wait,
  word,
} from './words.ts';

const aPrefix = 'a prefix of letters and digits, such as HD';
const prefix = word(aPrefix, (given) => (/^[A-Za-z][A-Za-z0-9]{0,11}$/.test(given) ? given : null), ['HD', 'ACME']);

const reply = z.union(
  [z.enum(['plus', 'none']), z.strictObject({ subdomain: domain.describe('A domain whose mail all reaches the desk') })],
  { error: 'expected plus, none or { subdomain: DOMAIN }' },
);

const builtIn: readonly string[] = fieldNames;
const fieldName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]{0,39}$/u, { error: 'expected a name of letters, digits, _ and -' })
  .refine((name) => !builtIn.includes(name.toLowerCase()) && !(name in {}), {
    error: 'every ticket has a field of that name already',
  });
const field = z.union([z.enum(['text', 'number', 'date']), z.array(text).min(1)], {
  error: 'expected text, number, date or a list of values',
});

const aColour = 'a colour such as "#1d4ed8" (in quotes: # begins a comment)';
const brand = section({
  colour: word(aColour, (given) => (/^#[0-9a-f]{6}$/i.test(given) ? given.toLowerCase() : null), ['#1d4ed8'])
    .prefault('#1d4ed8')
    .describe('The colour of heads, links and buttons; made darker or lighter where it could not be read'),
  sender: text
    .refine((given) => (given.match(/\{[^}]*\}?/g) ?? []).every((gap) => gap === '{person}' || gap === '{desk}'), {
      error: 'expected a name in which {person} and {desk} are the only words in braces',
    })
    .default('{person} ({desk})')
    .describe('The name in From where a person writes; {person} and {desk} are filled in'),
  logo: optional(text).describe(
    'A PNG, JPEG or GIF of at most 64 kB, relative to the folder of this file, in place of the name above mails to customers',
  ),
  address: list(text).describe('Lines below mails to customers and on letters: a postal address, a telephone number'),
  paper: z.enum(['A4', 'Letter']).default('A4').describe('What letters are printed on'),
});

const desk = z.strictObject({
  name: text.describe('The name customers see'),
  address: address.describe('The address of the desk, also the From of what goes out'),
  prefix: prefix.prefault('HD').describe('Tickets are [PREFIX-1042]'),
  first_number: count.default(1001).describe('The number of the first ticket'),
  language: language.prefault('en').describe('The language of mails to people whose language is not known'),
  timezone: timezone.prefault('UTC').describe('The zone of dates in mails, and of calendars that name none'),
  calendar: text
    .optional()
    .describe('Working hours of the desk: a calendar of sla.yaml; without it Monday to Friday, 9:00 to 17:00'),
  workflow: name.prefault('quote-first').describe('The process of tickets, unless the mailbox or the customer names one'),
  brand: brand.describe('How mails to customers look'),
  delay: duration.prefault('180s').describe("Wait before what an associate's mail causes goes to customers"),
  acknowledge: z.enum(['all', 'known', 'none']).default('all').describe('Whose new tickets are acknowledged'),
  phone_confirmation: z
    .boolean()
    .default(false)
    .describe('Whoever called is asked to confirm by mail; their answer makes the ticket'),
  reopen_within: duration
    .prefault('30d')
    .describe('A reply to a ticket closed longer ago opens a new ticket, linked to the old one'),
  reply: reply.default('plus').describe('How answers find their ticket: support+token@, no token, or token@subdomain'),
  own_domains: z
    .preprocess((value) => value ?? undefined, z.array(domain).optional())
    .describe('Domains of our people; default: that of the address'),
  foreign_tags: list(text)
    .default(['EXTERNAL', 'EXT', 'SPAM', 'CAUTION'])
    .describe('Tags that gateways put before subjects; not part of them'),
  old_customers: z
    .enum(['contract_or_closed', 'contract', 'closed', 'known'])
    .default('contract_or_closed')
    .describe('Since when a customer is an old one: a contract on record, a first closed ticket, either, or being on record'),
  handover: section({
    fields: list(text).describe(
      'What a hand-over to an outside party may say of a ticket: names of fields; of the rest it says nothing',
    ),
  }).describe('What leaves the house with a ticket that an outside party works on'),
  fields: named(fieldName, field).describe(
    'What a ticket has beside the built-in fields: text, number, date or a list of values, by name; set by mail with name=value',
  ),
});

const tls = z.strictObject({
  key: secretValue('The private key (PEM)'),
  key_file: secretFile('The private key (PEM)'),
  cert: secretValue('The certificate with its chain (PEM)'),
  cert_file: secretFile('The certificate with its chain (PEM)'),
});

const listener = z.strictObject({
  host: host.prefault('127.0.0.1').describe('The address to listen on'),
  port: port.describe('The port to listen on'),
  from: list(network).describe('Client addresses whose mail is taken without AUTH; none: all that reach the listener'),
  require_auth: z.boolean().default(false).describe('Take mail only after AUTH with the handle and password of a person'),
  border: z
    .boolean()
    .default(false)
    .describe('The client is our own mail border: believe its Authentication-Results (needs from:)'),
  tls: optional(tls).describe('Key and certificate, for STARTTLS'),
});

const selector = word(
  'a DKIM selector such as desk1',
  (given) => (/^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,60}[A-Za-z0-9])?$/.test(given) ? given : null),
  ['desk1'],
);

const dkim = z.strictObject({
  domain: domain.describe('The domain that signs: that of desk.address'),
  selector: selector.describe('The name of the key in DNS: SELECTOR._domainkey.DOMAIN'),
  key: secretValue('The private key (PEM), RSA of 1024 bits or more, or Ed25519'),
  key_file: secretFile('The private key (PEM), RSA of 1024 bits or more, or Ed25519'),
});

const limits = section({
  per_recipient: rate.prefault('300/h').describe('Mails to one address outside'),
  per_domain: rate.prefault('10000/h').describe('Mails to all addresses of one domain outside'),
  per_associate: rate.prefault('none').describe('Mails to one address of ours'),
});

const outgoing = z.strictObject({
  smtp: smtpAccount.optional().describe('The server that takes outgoing mail'),
  maildir: text.optional().describe('Or a folder: mails are written there and go nowhere (data/… lies in the data folder)'),
  envelope: z
    .enum(['address', 'verp'])
    .nullable()
    .default('address')
    .describe('Where bounces go: the desk, an address per mail, or nowhere (null)'),
  limits: limits.describe('How many mails leave in any span of time, such as 30/h or none; the others wait for their turn'),
  attach_up_to: z
    .number({ error: 'expected a number of MB, 0 or more' })
    .min(0, { error: 'expected a number of MB, 0 or more' })
    .default(10)
    .describe("MB of a customer's files that a notification carries; larger ones are named only"),
  dkim: dkim
    .optional()
    .describe('Signs outgoing mail, where the server does not (RFC 6376); `maildesk check` prints the DNS record'),
});

const trusted = z.union(
  [
    z.string().regex(/^\S+$/),
    z
      .strictObject({
        id: text.optional().describe('The name the border writes into Authentication-Results'),
        also: list(text).describe('Further names it writes, where each method has its own (iCloud)'),
        border: list(text).describe(
          'Hosts, networks, or .NAME for all below a name, whose Received lines are the border; default: the id',
        ),
        instances: count.default(1).describe('How many such headers one mail gets'),
        mode: z.enum(['m365']).optional().describe('It writes no name: every mail comes by way of Exchange Online'),
      })
      .refine(({ id, mode }) => id !== undefined || mode !== undefined, { error: 'expected id: NAME or mode: m365' }),
  ],
  { error: 'expected a host name, google, m365, { id: NAME, border: [HOSTS], instances: 1 } or { mode: m365 }' },
);

const authentication = section({
  trusted: list(trusted).describe('Our borders whose Authentication-Results are believed (RFC 8601)'),
  verify: z
    .boolean()
    .default(false)
    .describe('Verify DKIM and DMARC ourselves, and SPF where the border names its client; asks DNS'),
  probe: z
    .enum(['daily', 'never'])
    .default('daily')
    .describe('Whether the desk sends itself a mail with a forged line every day, to see that its borders remove such'),
  rules: rules.describe('What each class of command needs, where it is to differ from the shipped table'),
  sealers: list(domain).describe('Domains whose ARC seals are believed where a signature broke on the way (needs verify)'),
});

const retry = section({
  quick: list(wait).prefault(['1m', '5m']).describe('The first waits before a mail is tried again'),
  later: wait.prefault('30m').describe('The wait after those'),
  give_up: wait.prefault('5d').describe('The age at which a mail has failed'),
});

const listen = section({
  smtp: listener.optional().describe('Take mail by SMTP'),
  lmtp: listener.optional().describe('Take mail by LMTP'),
});

const retention = section({
  closed_after: duration
    .optional()
    .describe(
      'Tickets closed longer ago, such as 1095d, lose for good what was written on them; at least desk.reopen_within; without it all is kept',
    ),
});

/** `config/helpdesk.yaml`. */
export const helpdesk = z.strictObject({
  desk: desk.describe('Who the desk is'),
  mailboxes: list(mailbox).describe('Where mail is fetched'),
  listen: listen.describe('Where mail is handed in'),
  outgoing: outgoing.describe('Where mail goes out: smtp or maildir'),
  authentication: authentication.describe('How senders are proved'),
  intake: section({ max_mail_mb: amount.default(50).describe('Larger mails are refused or held') }).describe(
    'Limits of what is taken',
  ),
  retry: retry.describe('How long a mail is tried that the server defers (RFC 5321 §4.5.4.1)'),
  retention: retention.describe('How long what people wrote is kept'),
});

export type HelpdeskInput = z.output<typeof helpdesk>;
export type ListenerInput = z.output<typeof listener>;
export type TrustedInput = z.output<typeof trusted>;
