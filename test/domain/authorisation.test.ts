import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Level } from '../../src/domain/authenticate/verdict.ts';
import { decideMail } from '../../src/domain/decide/decide-mail.ts';
import type { Facts, Sender, TicketScene } from '../../src/domain/decide/facts.ts';
import { forwardIn } from '../../src/domain/decide/forwarded-mail.ts';
import type { Decision } from '../../src/domain/effect.ts';
import type { Mail, MailKind } from '../../src/domain/mail.ts';
import type { Contact } from '../../src/domain/ticket.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { simple } from '../../src/domain/workflow/simple.ts';
import { someFacts } from './facts.ts';
import { aMail, aPerson, aTicket, desk, globex } from './parts.ts';

const levels: readonly Level[] = ['E0', 'E1', 'E2', 'E3', 'E4'];

const people = [
  aPerson('maria'),
  aPerson('eva', { roles: ['engineer'] }),
  aPerson('out', { roles: ['operator'] }),
  aPerson('root', { roles: ['admin'] }),
];

/** Who writes, by the address in From. */
const relations: Readonly<Record<string, string>> = {
  requester: 'jane@globex.example',
  participant: 'john@globex.example',
  cc: 'copied@globex.example',
  colleague: 'other@globex.example',
  stranger: 'sam@elsewhere.example',
  associate: 'maria@acme.example',
  engineer: 'eva@acme.example',
  'removed-associate': 'gone@acme.example',
  operator: 'out@acme.example',
  desk: desk.address,
};

const forwarded =
  '---------- Forwarded message ---------\nFrom: Ann <ann@initech.example>\nDate: Mon, 2 Mar 2026 10:05:00 +0000\nSubject: Broken\nTo: Maria <maria@acme.example>\n\nIt is broken.';

/** What each column's mail is like: its subject, its text, whether it continues the ticket. */
const columns: Readonly<Record<string, { subject: string; text: string; on: boolean }>> = {
  C0: { subject: 'A new question', text: 'How?', on: false },
  words: { subject: 'Re: [HD-1001] Printer on fire', text: 'We come at noon.', on: true },
  C1r: { subject: 'Re: [HD-1001] Printer on fire [status]', text: '', on: true },
  C2: { subject: 'Re: [HD-1001] Printer on fire [cc new@globex.example]', text: '', on: true },
  C3: { subject: 'Re: [HD-1001] Printer on fire [severity high]', text: '', on: true },
  C3b: { subject: 'Fwd: Broken', text: forwarded, on: false },
  C4: { subject: 'Re: [HD-1001] Printer on fire [close]', text: '', on: true },
};

const kinds: Readonly<Record<string, MailKind>> = { 'auto-reply': 'auto-reply', list: 'mailing-list', bounce: 'bounce' };

const participants = [
  { address: 'jane@globex.example', name: 'Jane Roe', role: 'requester' as const },
  { address: 'john@globex.example', name: 'John Doe', role: 'cc' as const },
];

const ticket = aTicket();
const scene: TicketScene = {
  ...{ ticket, participants, subjects: [], commanded: [], requester: null },
  ...{ messages: [], journal: [], undo: null, links: [], workflow: simple, records: noRecords },
} as TicketScene;

function factsOf(relation: string, kind: string, column: string, level: Level): Facts {
  const { subject, text, on } = columns[column] as (typeof columns)[string];
  const words = kind === 'forward' && on ? `${text}\n\n${forwarded}` : text;
  const from = { name: '', address: relations[relation] as string };
  const mail: Mail = aMail({
    ...{ from, subject: kind === 'forward' && on ? `Fwd: ${subject}` : subject, text: words, visibleText: words },
    ...(kind === 'encrypted' ? { sealed: 'pgp' as const, text: '', visibleText: '' } : {}),
  });
  const settings = { ...someFacts().settings, people, customers: [globex] };
  const sender = senderOf(from.address);
  const forward = forwardIn(mail, settings);
  const passedOn =
    sender.kind === 'associate' && level >= 'E2' && forward.kind === 'forward'
      ? { forward, sender: { kind: 'stranger' } as const, customer: null }
      : null;
  return someFacts({
    ...{ mail, settings, level, sender, passedOn },
    classification: { kind: kinds[kind] ?? 'human', thanks: false, why: [] },
    ...(on ? { scene, placement: { ticket: ticket.number, by: 'token', refused: null, linked: null } } : {}),
  });
}

function senderOf(address: string): Sender {
  if (address === desk.address) return { kind: 'desk' };
  const person = people.find(({ addresses }) => addresses.includes(address));
  if (person !== undefined) return { kind: 'associate', person };
  const contact: Contact = { address, name: '', customer: null, language: null, known: true };
  return address.endsWith('@globex.example') ? { kind: 'contact', contact } : { kind: 'stranger' };
}

/** What came of it, as one letter of the table. */
function letterOf({ outcome, effects }: Decision): string {
  if (effects.some(({ act }) => act === 'ask-confirmation')) return 'a';
  if (outcome === 'held')
    return effects.some((one) => one.act === 'queue-mail' && one.mail.template === 'command-error') ? 'r' : 'k';
  if (outcome === 'created') return 'o';
  if (outcome === 'ignored') return 'i';
  if (outcome === 'bounced') return 'b';
  if (outcome === 'commanded') return 'd';
  const message = effects.flatMap((one) => (one.act === 'add-message' ? [one.message] : []))[0];
  if (effects.some((one) => one.act === 'journal' && one.event === 'quiet-mail')) return message?.status === 'held' ? 'k' : 'q';
  return { in: 'j', out: 's', note: 'n' }[message?.direction ?? 'in'];
}

const table = readFileSync(new URL('authorisation.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/));
const [head = [], ...rows] = table;

describe('who may what: every cell of the table is run', () => {
  test('the table names every column', () => expect(head.slice(2)).toEqual(Object.keys(columns)));

  test.each(rows.map((row) => [`${row[0]}, ${row[1]}`, row] as const))('%s', (_, [relation = '', kind = '', ...cells]) => {
    const found = Object.keys(columns).map((column) =>
      levels.map((level) => letterOf(decideMail(factsOf(relation, kind, column, level)))).join(''),
    );
    expect(found.join(' ')).toBe(cells.join(' '));
  });
});
