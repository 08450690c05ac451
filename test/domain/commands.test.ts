import { describe, expect, test } from 'vitest';
import { checkCommands } from '../../src/domain/decide/check-commands.ts';
import { commands } from '../../src/domain/decide/commands/index.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import { inEnglish } from '../../src/domain/saying.ts';
import type { Role } from '../../src/domain/settings.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { inNoProcess } from './in-no-process.ts';
import { aPerson, aTicket, now } from './parts.ts';

const maria = aPerson('maria', { name: 'Maria Lopez' });
const ravi = aPerson('ravi', { name: 'Ravi Kumar' });
const out = aPerson('out', { roles: ['operator'] });
const people = [maria, ravi, out, aPerson('mario', { name: 'Maria Rossi' })];

function given(text: string, ticket: Partial<Ticket> = {}, level: 'E1' | 'E2' | 'E3' = 'E3', actor = maria) {
  const facts = someFacts();
  const scene = {
    ...{ ticket: aTicket(ticket), participants: [], messages: [], journal: [], undo: null, ...inNoProcess },
    ...{
      actor,
      settings: { ...facts.settings, people },
      lookups: facts.lookups,
      text: '',
      now,
      digest: String,
      newId: facts.newId,
      seen: now,
    },
  };
  return spelledOut(checkCommands(phrases(text), scene, level));
}
const did = (text: string, ticket: Partial<Ticket> = {}) => {
  const done = given(text, ticket);
  return done.kind === 'fine' ? { set: done.set, change: done.performed.map(({ deed }) => deed.change).join('; ') } : done.kind;
};
const refused = (text: string, ticket: Partial<Ticket> = {}) => {
  const done = given(text, ticket);
  if (done.kind !== 'wrong') return done.kind;
  return done.commands.map(({ ok, problem, caret, suggestions }) =>
    ok ? 'ok' : [problem, caret.length, suggestions.map(({ command }) => command).join(' | ')],
  );
};

describe('commands', () => {
  test.each([
    ['take', {}, { set: { assignee: 'maria' }, change: 'assignee: nobody → maria' }],
    ['take', { assignee: 'maria' }, { set: {}, change: 'already yours' }],
    ['take!', { assignee: 'ravi' }, { set: { assignee: 'maria' }, change: 'assignee: ravi → maria' }],
    ['assign ravi', {}, { set: { assignee: 'ravi' }, change: 'assignee: nobody → ravi' }],
    ['assign RAVI@acme.example', {}, { set: { assignee: 'ravi' }, change: 'assignee: nobody → ravi' }],
    ['assign "ravi kumar"', {}, { set: { assignee: 'ravi' }, change: 'assignee: nobody → ravi' }],
    ['assign ravi kumar', {}, { set: { assignee: 'ravi' }, change: 'assignee: nobody → ravi' }],
    ['assign me', {}, { set: { assignee: 'maria' }, change: 'assignee: nobody → maria' }],
    ['assign nobody', { assignee: 'ravi' }, { set: { assignee: null }, change: 'assignee: ravi → nobody' }],
    ['close', {}, { set: { state: 'closed', waitsFor: 'nobody', trail: ['raised'], closed: now }, change: 'raised → closed' }],
    ['close', { state: 'closed' }, { set: {}, change: 'already closed' }],
    [
      'reopen',
      { state: 'closed', waitsFor: 'nobody', closed: now },
      { set: { state: 'raised', waitsFor: 'staff', closed: null }, change: 'closed → raised' },
    ],
    ['reopen', {}, { set: {}, change: 'already open (raised)' }],
    ['take; assign ravi', {}, { set: { assignee: 'ravi' }, change: 'assignee: nobody → maria; assignee: maria → ravi' }],
    ['note', {}, { set: {}, change: 'text kept inside' }],
    ['take; status', { assignee: 'maria' }, { set: {}, change: 'already yours; comes in this mail' }],
    ['note; status', {}, { set: {}, change: 'text kept inside; comes in this mail' }],
  ])('%s on %j', (text, ticket, expected) => expect(did(text, ticket as Partial<Ticket>)).toEqual(expected));

  test.each([
    ['take', { assignee: 'ravi' }, [["it is ravi's already", 4, 'take! | assign! maria']]],
    ['take it', {}, [['`take` stands alone', 7, 'take | assign it']]],
    ['assign', {}, [['`assign` needs to know whom', 6, 'assign maria | assign ravi | assign mario']]],
    ['assign rvai', {}, [['nobody here is “rvai”', 11, expect.stringContaining('assign ravi')]]],
    ['assign maria', {}, [['“maria” may be maria or mario', 12, expect.stringContaining('assign maria')]]],
    ['assign out', {}, [['nobody here is “out”', 10, expect.any(String)]]],
    ['clsoe', {}, [['there is no command “clsoe”', 5, expect.stringMatching(/^close/)]]],
    ['take; clsoe', {}, ['ok', ['there is no command “clsoe”', 5, expect.stringMatching(/^close/)]]],
    ['note; reply', {}, ['ok', [expect.stringContaining('contradicts “note”'), 5, 'note | reply']]],
    ['take; status', {}, ['ok', [expect.stringContaining('cannot stand beside “take”'), 6, 'take | status']]],
    ['history; close', {}, ['ok', [expect.stringContaining('cannot stand beside “history”'), 5, 'history | close']]],
    ['status; help', {}, ['ok', [expect.stringContaining('cannot stand beside “status”'), 4, 'status | help']]],
    ['note this', {}, [[expect.stringContaining('stands alone'), 9, 'note']]],
  ])('%s on %j is refused, all or none', (text, ticket, expected) => expect(refused(text, ticket)).toEqual(expected));

  test('what was expected is said only where no right form is offered', () => {
    for (const [text, expected] of [
      ['clsoe', ''],
      ['xyzzyxyzzy', 'the name of a command'],
    ] as const) {
      const checked = given(text, {});
      if (checked.kind !== 'wrong') throw new Error(checked.kind);
      const [one] = checked.commands;
      expect([one?.expected === '' ? '' : inEnglish(one?.expected ?? ''), one?.suggestions.length === 0]).toEqual([
        expected,
        expected !== '',
      ]);
    }
  });

  test('below E2 nothing is done, whatever the command', () => {
    for (const { name } of commands) expect(given(name === 'assign' ? 'assign ravi' : name, {}, 'E1').kind).not.toBe('fine');
  });

  test('an outside party commands nothing here but what it may say of a hand-over', () => {
    for (const { name } of commands.filter(({ roles }) => !roles.includes('operator' satisfies Role)))
      expect(given(name === 'assign' ? 'assign ravi' : name, {}, 'E2', out).kind).toBe('wrong');
  });

  test('each is declared whole, and is offered where it makes sense', () => {
    for (const command of commands) {
      expect(inEnglish(command.help)).toMatch(/\.$/);
      expect(Object.values(command.translations).every((names) => names.length > 0)).toBe(true);
      const some = [
        {},
        { assignee: 'ravi', tags: ['a'] },
        { state: 'paused' },
        { state: 'closed' },
        { deleted: now },
        { customer: null },
      ];
      expect(some.some((ticket) => command.fits(aTicket(ticket)))).toBe(true);
    }
  });
});
