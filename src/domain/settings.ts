import type { Rule } from './authenticate/rules.ts';
import type { Brand } from './brand.ts';
import type { OldRule } from './contract/standing.ts';
import type { Absence } from './directory/absences.ts';
import type { Forms } from './form/questionnaire.ts';
import type { Rates } from './quote/rates.ts';
import type { SlaSettings } from './sla/sla-settings.ts';
import type { Workflows } from './workflow/of-ticket.ts';

/** The configuration as the house uses it: read, checked, secrets filled in. Durations in milliseconds. */
export type Settings = {
  desk: DeskSettings;
  mailboxes: readonly MailboxSettings[];
  listen: { smtp: ListenerSettings | null; lmtp: ListenerSettings | null };
  outgoing: OutgoingSettings;
  authentication: {
    trusted: readonly TrustedSource[];
    /** Verify DKIM, DMARC and, where the border names its client, SPF ourselves. */
    verify: boolean;
    /** Whether the desk tests its borders by itself, every day unless told. */
    probe?: 'never';
    /** The shipped table where none is given. */
    rules?: readonly Rule[];
    /** Domains whose ARC seals are believed (8617-1). */
    sealers?: readonly string[];
  };
  intake: { maxMailMb: number };
  retry: RetrySettings;
  /** Tickets closed longer ago lose what was written on them; without it all is kept. */
  retention?: { closedAfter: number };
  people: readonly Person[];
  customers: readonly CustomerSettings[];
  sla: SlaSettings;
  forms: Forms;
  /** Support processes by name: those that ship, and the admin's own in place of them. */
  workflows: Workflows;
  rates: Rates;
  /** Where `{{…}}` templates of the admin lie, beside the shipped ones; null where there are none. */
  templatesDir: string | null;
};

export type DeskSettings = {
  name: string;
  address: string;
  prefix: string;
  firstNumber: number;
  language: string;
  timezone: string;
  /** Of `sla.yaml`: the hours in which waits pass where a customer has no plan; without it Monday to Friday, 9 to 17. */
  calendar?: string;
  workflow: string;
  brand: Brand;
  /** The name in From where a person writes; `{person}` and `{desk}` are filled in. */
  sender: string;
  /** Before what an associate's mail causes goes to customers. */
  delay: number;
  acknowledge: 'all' | 'known' | 'none';
  /** A customer's reply to a ticket closed longer ago opens a follow-up. */
  reopenWithin: number;
  /** Whoever called confirms it by mail before there is a ticket. */
  phoneConfirmation?: true;
  /** Since when a customer is an old one. */
  oldCustomers: OldRule;
  /** What a hand-over to an outside party may say of a ticket beside the words written for it: names of fields. */
  handover: { fields: readonly string[] };
  reply: { kind: 'plus' } | { kind: 'none' } | { kind: 'subdomain'; domain: string };
  ownDomains: readonly string[];
  foreignTags: readonly string[];
  /** What a ticket has beside the built-in fields, by name. */
  fields: Readonly<Record<string, FieldKind>>;
};

export type FieldKind = { kind: 'text' | 'number' | 'date' } | { kind: 'choice'; values: readonly string[] };

export type ImapAccount = {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  /** Certificates that do not verify are refused unless the admin says otherwise for this account. */
  rejectUnauthorized: boolean;
  auth: { kind: 'password'; password: string } | { kind: 'oauth2'; oauth2: OAuth2Settings };
};

/** RFC 6749: a refresh token of a person's account, or client credentials of an application (§4.4). */
export type OAuth2Settings = {
  issuer: string | null;
  tokenEndpoint: string | null;
  clientId: string;
  clientSecret: string | null;
  refreshToken: string | null;
  scope: string | null;
};

export type MailboxSettings = {
  name: string;
  imap: ImapAccount;
  folder: string;
  after: { kind: 'move'; to: string; heldTo: string | null } | { kind: 'seen' } | { kind: 'keep' };
  poll: number;
  /** Epoch ms; null: the first connection decides. */
  since: number | null;
  team: string | null;
  workflow: string | null;
  language: string | null;
  via: readonly string[];
  /** It lies at Microsoft 365, whose headers are believed in it (8601-3). */
  mode?: 'm365';
};

export type ListenerSettings = {
  host: string;
  port: number;
  /** Client addresses whose mail is taken without AUTH; empty: all that reach the listener. */
  from: readonly string[];
  requireAuth: boolean;
  /** Trust this listener's peer to have written Authentication-Results (RELIABILITY, 8601-1). */
  border: boolean;
  tls: { key: string; cert: string } | null;
};

export type OutgoingSettings = {
  transport: { kind: 'smtp'; smtp: SmtpAccount } | { kind: 'maildir'; dir: string };
  envelope: 'address' | 'verp' | 'null';
  /** Signs what goes out, where the server does not. */
  dkim: DkimSettings | null;
  limits: SendLimits;
  /** What a notification carries of a customer's files, in MB. */
  attachUpToMb: number;
};

/** No more than `count` mails in any span of `within`. */
export type SendLimit = { count: number; within: number };

/** What leaves no faster, though never out of turn; null: no limit. Recipients and domains are those outside. */
export type SendLimits = { perRecipient: SendLimit | null; perDomain: SendLimit | null; perAssociate: SendLimit | null };

/** As the configuration calls them. */
export type LimitName = 'per_recipient' | 'per_domain' | 'per_associate';

/** `key`: PEM of a private key, RSA or Ed25519; its public half stands in DNS at `selector._domainkey.domain` (RFC 6376 §3.6). */
export type DkimSettings = { domain: string; selector: string; key: string };

export type SmtpAccount = {
  host: string;
  port: number;
  secure: boolean;
  rejectUnauthorized: boolean;
  auth: null | { kind: 'password'; user: string; password: string } | { kind: 'oauth2'; user: string; oauth2: OAuth2Settings };
  /** Connections kept open, each carrying mail after mail. */
  connections: number;
};

/** RFC 5321 §4.5.4.1. */
export type RetrySettings = { quick: readonly number[]; later: number; giveUp: number };

/** A relay or border of ours that writes Authentication-Results we may believe (RFC 8601). */
export type TrustedSource = {
  id: string;
  /** Further names it writes, one a method: iCloud does. */
  also?: readonly string[];
  /** Hosts, networks, or `.outlook.com` for all below it. */
  border: readonly string[];
  instances: number;
  /** Writes no name at all, and tells its own tenant's mail by X-MS-Exchange-Organization-AuthAs (8601-3, ms-3). */
  mode?: 'm365';
};

export type Role = 'associate' | 'lead' | 'engineer' | 'sales' | 'manager' | 'admin' | 'operator';

export type Person = {
  handle: string;
  name: string;
  /** Lower-cased. */
  addresses: readonly string[];
  roles: readonly Role[];
  level: string | null;
  teams: readonly string[];
  language: string | null;
  timezone: string | null;
  calendar: string | null;
  notify: 'mine' | 'team' | 'all' | 'none';
  away?: readonly Absence[];
  /** For SMTP AUTH on our own listener; null: may not log in. */
  password: string | null;
};

export type CustomerSettings = {
  id: string;
  name: string;
  domains: readonly string[];
  language: string | null;
  timezone: string | null;
  workflow: string | null;
  plan: string | null;
  /** Handle of whoever of us looks after it. */
  relationship: string | null;
  /** What matters to its business most, a line each. */
  priorities: readonly string[];
  contacts: readonly CustomerContact[];
  contracts: readonly ContractSettings[];
};

/** A customer that mail brought in: known to the store, not to `customers.yaml`. */
export type Account = { id: string; name: string };

/** By id or name, whatever the case. */
export type AccountReads = { account(called: string): Promise<Account | null> };

export type CustomerContact = {
  name: string;
  /** Lower-cased; none of those who only call, or write elsewhere. */
  addresses: readonly string[];
  phone: string | null;
  /** Their handle on a social network, as people write it: `@jane@mastodon.example`. */
  social: string | null;
  language: string | null;
  spoc: boolean;
  /** Minor units of the currency, null where there is no limit; undefined approver: may not approve. */
  approver: { limit: { amount: number; currency: string } | null } | null;
  validator: boolean;
  stakeholder: boolean;
};

export type ContractSettings = {
  number: string;
  kind: string;
  /** ISO dates, in the customer's zone. */
  starts: string;
  ends: string;
  /** Types of ticket; none named: all. */
  covers: readonly string[];
  /** What it includes; null: not counted. */
  hours: number | null;
  incidents: number | null;
  /** It is for these only; none named: for all. */
  sites: readonly string[];
  products: readonly string[];
};
