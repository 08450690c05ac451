import { describe, expect, test } from 'vitest';
import { ageOf } from '../../src/domain/answer/age.ts';
import { ticketsCsv } from '../../src/domain/answer/tickets-csv.ts';
import { checkAnywhere, checkCommands } from '../../src/domain/decide/check-commands.ts';
import { keyOf } from '../../src/domain/decide/facts.ts';
import { readCommands } from '../../src/domain/decide/grammar/read-commands.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import { readQuery } from '../../src/domain/decide/ticket-query.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { inNoProcess } from './in-no-process.ts';
import { aPerson, aTicket, day, now } from './parts.ts';

const maria = aPerson('maria');
const queryOf = (text: string) => {
  const [phrase] = phrases(`find ${text}`);
  const { said: _said, ...query } = { said: '', ...readQuery(phrase?.words ?? [], maria, 100) };
  return query;
};

describe('which tickets somebody asks for', () => {
  test.each([
    ['mine', 'mine', { open: true, mine: 'maria' }],
    ['MINE', 'mine', { open: true, mine: 'maria' }],
    ['open', 'open', { open: true }],
    ['unassigned', 'unassigned', { open: true, unassigned: true }],
    ['held', 'held', { held: true }],
    ['open printer', 'query', { search: 'open printer' }],
    ['printer "tray 2"', 'query', { search: 'printer tray 2' }],
    ['state=open customer=acme', 'query', { open: true, customer: 'acme' }],
    ['printer state=Closed', 'query', { state: 'closed', search: 'printer' }],
    ['assignee=me', 'query', { mine: 'maria' }],
    ['assignee=nobody severity=HIGH', 'query', { unassigned: true, severity: 'high' }],
    [
      'assignee=ravi team=web type=incident priority=low',
      'query',
      { mine: 'ravi', team: 'web', type: 'incident', priority: 'low' },
    ],
    ['a=', 'query', { search: 'a=' }],
  ])('%s', (text, what, filter) => expect(queryOf(text)).toEqual({ kind: 'query', what, filter: { limit: 100, ...filter } }));

  test('a field that is none is pointed at', () =>
    expect(queryOf('printer colour=red')).toMatchObject({ kind: 'wrong', word: { text: 'colour=red', at: 13 } }));
});

const facts = someFacts();
const settings = { ...facts.settings, people: [maria] };
const atDesk = (text: string, lookups = facts.lookups) =>
  spelledOut(
    checkAnywhere(phrases(text), { actor: maria, settings, lookups, text: '', workflow: null, now, digest: String }, 'E2'),
  );

describe('reading', () => {
  test('a list holds what the store gave', () => {
    const list = { tickets: [aTicket()], all: 7, clocks: new Map() };
    const lists = new Map([[keyOf({ open: true, mine: 'maria', limit: 100 }), list]]);
    const done = atDesk('list', { ...facts.lookups, lists });
    expect(done.kind === 'fine' && done.performed[0]?.deed.answer).toEqual({ kind: 'list', what: 'mine', said: 'mine', list });
  });

  test.each([
    ['find', /needs to know/],
    ['find colour=red', /cannot be looked for by “colour”/],
    ['history', /needs a ticket/],
    ['why', /needs a ticket/],
  ])('%s at the desk is refused', (text, problem) => {
    const done = atDesk(text);
    expect(done.kind === 'wrong' && done.commands[0]?.problem).toMatch(problem);
  });

  test.each([
    ['list mine; list open', 'list mine'],
    ['list mine; receipts off; find printer', 'list mine'],
    ['help; list mine', 'help'],
  ])('%s: two that each want the one mail back are refused', (text, first) => {
    const done = atDesk(text);
    const said = done.kind === 'wrong' && done.commands.filter(({ ok }) => !ok).map(({ problem }) => problem);
    expect(said).toEqual([`it cannot stand beside “${first}” in one mail`]);
  });

  test('one of them stands beside what needs no mail back', () => {
    expect(atDesk('receipts off; help').kind).toBe('fine');
  });

  test('why, where no mail is known', () => {
    const scene = { ticket: aTicket(), participants: [], messages: [], journal: [], undo: null, seen: now, ...inNoProcess };
    const done = spelledOut(
      checkCommands(
        phrases('why'),
        { ...scene, actor: maria, settings, lookups: facts.lookups, text: '', now, digest: String, newId: facts.newId },
        'E2',
      ),
    );
    expect(done).toMatchObject({ kind: 'wrong', commands: [{ problem: 'no mail is known on this ticket' }] });
  });
});

test('the file is one that no spreadsheet runs and every one reads', () => {
  const subject = '=cmd|\' /C calc\'!A0, "x"\nnext';
  const [head, row] = ticketsCsv([aTicket({ subject, number: ticketNo(7) })], 'HD').split('\r\n');
  expect(head).toBe(
    '\ufeffticket,title,state,waits for,assignee,severity,priority,type,customer,requester,opened,updated,closed',
  );
  expect(row).toBe(
    `HD-7,"'=cmd|' /C calc'!A0, ""x""\nnext",raised,staff,,,,,globex,jane@globex.example,2026-03-02T09:00:00.000Z,2026-03-02T09:00:00.000Z,`,
  );
});

test.each([
  [0, '0 min'],
  [-5, '0 min'],
  [59 * 60_000, '59 min'],
  [3_600_000, '1 h'],
  [2 * day - 1, '47 h'],
  [40 * day, '40 d'],
])('an age of %d ms is %s', (ms, said) => expect(ageOf(now - ms, now)).toBe(said));

describe('lines that name their ticket', () => {
  const places = {
    ...{ subject: 'Re: Open tickets', prefix: 'HD', foreignTags: [], earlierSubjects: [], commanded: [], title: '' },
    isWholeCommand: () => false,
  };
  const read = (visibleText: string) => {
    const { phrases: loose, groups = [], text } = readCommands({ ...places, visibleText });
    const shown = groups.map(({ ticket, phrases: asked }) => `${ticket}: ${asked.map((one) => one.text).join(' | ')}`);
    return [loose.map((one) => one.text).join(' | '), ...shown, text];
  };
  test.each([
    ['!HD-7 take', ['', '7: take', '']],
    ['!hd-7: assign maria; severity high', ['', '7: assign maria | severity high', '']],
    ['! HD-7 take\n\n!HD-8 close\nhello', ['', '7: take', '8: close', 'hello']],
    ['!HD-7 take\n!HD-7 severity high', ['', '7: take | severity high', '']],
    ['!HD-7\n!HD-8 ;\n!HD-9 take', ['', '9: take', '']],
    ['!take\n!HD-7 close', ['take', '7: close', '']],
    ['!HD-7 take\n!end\n!HD-8 take', ['', '7: take', '!HD-8 take']],
    ['hello\n!HD-7 take', ['', 'hello\n!HD-7 take']],
    ['!HD-7x take', ['HD-7x take', '']],
    ['!HD-12345678901 take', ['HD-12345678901 take', '']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});
