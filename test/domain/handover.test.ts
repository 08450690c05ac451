import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/domain/decide/commands/index.ts';
import { type Briefing, briefingOf } from '../../src/domain/handover/briefing.ts';
import { handOut } from '../../src/domain/handover/hand-out.ts';
import { theirNumbersIn } from '../../src/domain/handover/their-numbers.ts';
import { entryId, messageId, ticketNo } from '../../src/domain/ids.ts';
import type { Attachment } from '../../src/domain/mail.ts';
import type { TicketMessage } from '../../src/domain/ticket.ts';
import { mayTake } from '../../src/domain/workflow/who.ts';
import type { Audience } from '../../src/domain/workflow/workflow.ts';
import { hashOf } from '../support/store-facts.ts';
import { someFacts } from './facts.ts';
import { aPerson, aTicket, desk, globex, now } from './parts.ts';
import { command } from './workflow/build.ts';

const olga = aPerson('olga', { name: 'Olga Out', addresses: ['olga@outside.example'], roles: ['operator'] });
const maria = aPerson('maria', { name: 'Maria Lopez' });
const settings = {
  ...someFacts().settings,
  people: [maria, olga],
  desk: { ...desk, handover: { fields: ['severity', 'browser', 'affected'] } },
};

const file = (filename: string): Attachment => ({
  filename,
  contentType: 'image/png',
  size: 9,
  inline: false,
  cid: null,
  sha256: hashOf(filename),
});
const said = (text: string, other: Partial<TicketMessage> = {}): TicketMessage => ({
  ...{ id: entryId(1), ticket: ticketNo(1), direction: 'in', status: 'filed', messageId: messageId('<1@globex.example>') },
  ...{
    from: { name: 'Jane Roe', address: 'jane@globex.example' },
    to: ['support@acme.example'],
    at: now,
    subject: 'x',
    text,
    visibleText: text,
  },
  ...{ attachments: [], sha256: null },
  ...other,
});

type Talk = { title: string; messages: readonly TicketMessage[]; fields: Readonly<Record<string, string>> };

function briefed({ title, messages, fields }: Talk, text: string, show: readonly string[] = []) {
  const ticket = aTicket({ subject: title, customer: 'globex', severity: 'high', fields });
  const participants = [{ address: 'jane@globex.example', name: 'Jane Roe', role: 'requester' as const }];
  return briefingOf(text, show, { ticket, messages, participants }, { ...settings, customers: [globex] });
}

/** The whole row that would leave. */
function leaves({ title, fields }: Talk, briefing: Briefing): string {
  const ticket = aTicket({ subject: title, customer: 'globex', fields });
  return JSON.stringify(handOut({ ...someFacts(), settings }, ticket, maria, { to: 'olga', briefing }));
}

describe('what of a conversation keeps a hand-over inside', () => {
  const talk: Talk = {
    title: 'Salary report of the board is wrong',
    messages: [
      said('The salary of our director is shown to everybody.\nPlease hurry.\nCall me: +44 20 7946 0018', {
        attachments: [file('janes-desktop.png')],
      }),
    ],
    fields: { browser: 'Firefox', affected: 'Jane Roe and Tom', secret: 'x' },
  };
  test.each([
    ['a sentence of theirs', 'They say: the salary of our director is shown to everybody!', 'words'],
    ['its title', 'About: Salary report of the board is wrong', 'words'],
    ['six words in a row', 'It seems salary of our director is shown there too', 'words'],
    ['an address', 'Ask jane@globex.example', 'address'],
    ['a name', 'Jane sees error 7', 'name'],
    ['the name of a file', 'See janes-desktop.png', 'file'],
    ['a telephone number', 'Ring 44 2079 460018', 'number'],
  ])('%s', (_, text, what) => {
    expect(briefed(talk, text)).toMatchObject({ kind: 'carries', finds: [{ what }] });
  });

  test('fresh words go, with the facts that may be told and the files that were ticked; what stays is named', () => {
    const found = briefed(talk, 'Since release 4.2 the access check of reports lets every user through.', ['Janes-Desktop.PNG']);
    expect(found).toMatchObject({
      kind: 'briefing',
      briefing: {
        facts: [
          { name: 'severity', value: 'high' },
          { name: 'browser', value: 'Firefox' },
        ],
        files: [{ filename: 'fault-1.png' }],
        leftOut: { messages: 1, files: [], fields: ['affected', 'secret'] },
      },
    });
  });

  test('a file that was not ticked stays; one there is not is told', () => {
    const found = briefed(talk, 'The access check fails.');
    expect(found).toMatchObject({ briefing: { files: [], leftOut: { files: ['janes-desktop.png'] } } });
    expect(briefed(talk, 'The access check fails.', ['other.png'])).toEqual({
      kind: 'no-such-file',
      named: 'other.png',
      files: ['janes-desktop.png'],
    });
  });
});

test('PRIVACY: no sentence, address, name or file of the conversation ever stands in what leaves', () => {
  const word = fc.constantFrom(
    'report',
    'error',
    'salary',
    'board',
    'printer',
    'slow',
    'always',
    'invoice',
    'director',
    'paper',
    'login',
    'fails',
  );
  const sentence = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => words.join(' '));
  const name = fc.constantFrom('Anna Berg', 'José Núñez', 'Wei Zhang', "Siobhán O'Neil");
  const person = fc
    .tuple(name, fc.integer({ min: 1, max: 99 }))
    .map(([who, at]) => ({ name: who, address: `person${at}@customer.example` }));
  const upload = fc.integer({ min: 1, max: 99 }).map((at) => file(`private-${at}.png`));
  const message = fc
    .tuple(person, fc.array(sentence, { minLength: 1, maxLength: 4 }), fc.array(upload, { maxLength: 2 }), fc.boolean())
    .map(([from, lines, attachments, ours]) =>
      said(`${lines.join('. ')}.`, { from, attachments, direction: ours ? 'out' : 'in' }),
    );
  const talks = fc.record({
    title: sentence,
    messages: fc.array(message, { minLength: 1, maxLength: 5 }),
    fields: fc.record({ browser: fc.oneof(sentence, fc.constant('Firefox')), affected: fc.oneof(name, fc.constant('12')) }),
  });
  const stolen = fc.tuple(fc.nat(), fc.constantFrom('sentence', 'name', 'address', 'file', 'nothing'));
  fc.assert(
    fc.property(talks, fc.array(sentence, { minLength: 1, maxLength: 3 }), stolen, fc.nat(), (talk, fresh, [at, what], show) => {
      const from = talk.messages[at % talk.messages.length] ?? said('');
      const files = talk.messages.flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
      const piece = {
        ...{ sentence: from.text.split('. ')[0] ?? '', name: from.from.name, address: from.from.address },
        ...{ file: files[0] ?? '', nothing: '' },
      }[what];
      const ticked = files.length > 0 && show % 2 === 0 ? [files[show % files.length] ?? ''] : [];
      const found = briefed(talk, `${fresh.join('. ')}. ${piece}`, ticked);
      if (found.kind !== 'briefing') return;
      const out = leaves(talk, found.briefing).toLowerCase();
      const plain = ` ${out.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
      const sentences = [talk.title, ...talk.messages.flatMap(({ text }) => text.split(/[.]/))].map((one) => one.trim());
      for (const one of sentences.filter((text) => text !== '')) expect(plain).not.toContain(` ${one.toLowerCase()} `);
      for (const one of talk.messages) {
        expect(out).not.toContain(one.from.address);
        expect(out).not.toContain(one.from.name.toLowerCase());
        for (const { filename } of one.attachments) expect(out).not.toContain(filename);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Re: [HD-1001] Acme [ABC-123]', ['ABC-123']],
  ['[Ticket#2026030210000017] We have your request HD-7', ['2026030210000017']],
  ['Case 00123 opened', ['00123']],
  ['[JIRA] (PROJ-9) Update', ['PROJ-9']],
  ['Re: [HD-1001] Printer', []],
  ['Invoice 2026', []],
])('their numbers in %j: %j', (subject, numbers) => {
  expect(theirNumbersIn(subject, 'HD')).toEqual(numbers);
});

test('CONTRACT: an outside party may answer, note and say when; every other command is for those inside', () => {
  const theirs = commands.filter(({ roles }) => roles.includes('operator')).map(({ name }) => name);
  expect(theirs.toSorted()).toEqual(['answer', 'eta', 'note']);
});

describe('steps of a process that an outside party may take', () => {
  const outside = { roles: ['operator'], level: null, sides: ['provider'] };
  const staff = { roles: ['associate'], level: null, sides: ['staff', 'team'] };
  test.each<[string, Record<string, Audience>, readonly string[], boolean, boolean]>([
    ['nobody named: for those inside', {}, [], false, true],
    ['theirs', {}, ['provider'], true, false],
    ['the role itself', {}, ['operator'], true, false],
    ['a process that calls its own staff the operator', { operator: 'staff' }, ['operator'], false, true],
    ['both', { operator: 'staff' }, ['provider', 'operator'], true, true],
  ])('%s', (_, parties, by, outsiders, inside) => {
    const taken = { by, trigger: command('fix') };
    expect([mayTake({ parties }, taken, outside), mayTake({ parties }, taken, staff)]).toEqual([outsiders, inside]);
  });
});
