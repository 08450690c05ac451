import { createHmac } from 'node:crypto';
import { plainBrand } from '../../src/domain/brand.ts';
import { messageId, sha256, ticketNo } from '../../src/domain/ids.ts';
import type { Header, Mail } from '../../src/domain/mail.ts';
import type { Signer } from '../../src/domain/ports.ts';
import type { CustomerSettings, DeskSettings, Person } from '../../src/domain/settings.ts';
import type { Ticket } from '../../src/domain/ticket.ts';

/** A moment all tables share. */
export const now = Date.parse('2026-03-02T09:00:00Z');
export const day = 86_400_000;

/** Real HMAC over keys that anybody may know here. */
export function aSigner(currentKey = 1, keys: Readonly<Record<number, string>> = { [currentKey]: `key ${currentKey}` }): Signer {
  const mac: Signer['mac'] = (key, data, associate) => {
    const secret = keys[key];
    const own = associate === undefined ? '' : ` of associate ${associate}`;
    return secret === undefined
      ? null
      : createHmac('sha256', secret + own)
          .update(data)
          .digest();
  };
  return { currentKey, mac };
}

export const header = (name: string, value: string): Header => ({ name: name.toLowerCase(), value });

/** An ordinary mail of Jane's; its From field is written to fit `from`, unless `headers` say otherwise. */
export function aMail(other: Partial<Mail> = {}): Mail {
  const from = other.from ?? { name: 'Jane Roe', address: 'jane@globex.example' };
  return {
    sha256: sha256('0'.repeat(64)),
    size: 1000,
    headers: [header('From', from.name === '' ? from.address : `${from.name} <${from.address}>`)],
    from,
    replyTo: [],
    to: [{ name: '', address: 'support@acme.example' }],
    cc: [],
    subject: 'Printer on fire',
    date: now,
    messageId: messageId('<1@globex.example>'),
    inReplyTo: null,
    references: [],
    text: 'Tray 2 smokes.',
    visibleText: 'Tray 2 smokes.',
    language: 'en',
    attachments: [],
    embedded: [],
    calendar: null,
    sealed: null,
    twoFaced: false,
    report: null,
    contentHash: sha256('1'.repeat(64)),
    ...other,
  };
}

export const desk: DeskSettings = {
  name: 'Acme Support',
  address: 'support@acme.example',
  prefix: 'HD',
  firstNumber: 1001,
  language: 'en',
  timezone: 'UTC',
  workflow: 'simple',
  brand: plainBrand('Acme Support'),
  sender: '{person} ({desk})',
  delay: 180_000,
  acknowledge: 'all',
  reopenWithin: 30 * 86_400_000,
  oldCustomers: 'contract_or_closed',
  handover: { fields: [] },
  reply: { kind: 'plus' },
  ownDomains: ['acme.example'],
  foreignTags: ['EXTERNAL', 'EXT', 'SPAM', 'CAUTION'],
  fields: {},
};

export function aPerson(handle: string, other: Partial<Person> = {}): Person {
  return {
    handle,
    name: `${handle[0]?.toUpperCase()}${handle.slice(1)} Test`,
    addresses: [`${handle}@acme.example`],
    roles: ['associate'],
    level: null,
    teams: ['web'],
    language: null,
    timezone: null,
    calendar: null,
    notify: 'mine',
    password: null,
    ...other,
  };
}

export const globex: CustomerSettings = {
  id: 'globex',
  name: 'Globex',
  domains: ['globex.example'],
  language: null,
  timezone: null,
  workflow: null,
  plan: null,
  relationship: null,
  priorities: [],
  contacts: [],
  contracts: [],
};

export function aTicket(other: Partial<Ticket> = {}): Ticket {
  return {
    number: ticketNo(1001),
    subject: 'Printer on fire',
    state: 'raised',
    workflow: 'simple',
    workflowVersion: null,
    trail: [],
    waitsFor: 'staff',
    stage: null,
    severity: null,
    complexity: null,
    priority: null,
    type: null,
    level: null,
    assignee: null,
    customer: 'globex',
    requester: 'jane@globex.example',
    language: 'en',
    channel: 'email',
    mailbox: 'support',
    team: 'web',
    opened: now,
    updated: now,
    closed: null,
    tags: [],
    fields: {},
    pausedUntil: null,
    deleted: null,
    ...other,
  };
}
