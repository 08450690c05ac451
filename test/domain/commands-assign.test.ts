import { describe, expect, test } from 'vitest';
import type { Lookups } from '../../src/domain/decide/facts.ts';
import type { Colleague } from '../../src/domain/ticket.ts';
import { someFacts } from './facts.ts';
import { aPerson, now } from './parts.ts';
import { type Given, maria, outcome, tryCommands } from './try-commands.ts';

const ana = aPerson('ana', { teams: ['db'], roles: ['engineer'], level: 'L2' });
const bo = aPerson('bo', { teams: ['web'], roles: ['engineer'], level: 'L2' });
const cy = aPerson('cy', { teams: ['web'], roles: ['engineer'], level: 'L2' });
const eve = aPerson('eve', { teams: ['db'], roles: ['engineer'], level: 'L3' });
const ravi = aPerson('ravi', { name: 'Ravi Kumar' });
const sal = aPerson('sal', { roles: ['sales'] });
const out = aPerson('out', { roles: ['operator'], level: 'L2', teams: ['web'] });
const people = [maria, ravi, ana, bo, cy, eve, sal, out];
const tomorrow = now + 86_400_000;

const is = (handle: string, open: number, awayUntil: number | null = null, urgent = 0): Colleague => ({
  ...{ handle, open, urgent, awayUntil, receipts: true, awayTo: null, digestsOff: [] },
});
const lookups = (...colleagues: Colleague[]): Lookups => ({ ...someFacts().lookups, colleagues });
const given = (ticket: Given['ticket'] = {}, ...colleagues: Colleague[]): Given => ({
  ...{ people, ticket, lookups: lookups(...colleagues) },
});

describe('assign', () => {
  test.each<[string, Given, unknown, string]>([
    [
      'assign auto',
      given({}, is('maria', 3), is('ravi', 2), is('bo', 1), is('cy', 4)),
      { assignee: 'bo' },
      'assignee: nobody → bo (most free)',
    ],
    [
      'assign auto',
      given({}, is('maria', 1), is('ravi', 1), is('bo', 1), is('cy', 1)),
      { assignee: 'bo' },
      'assignee: nobody → bo (most free)',
    ],
    [
      'assign auto',
      given({ severity: 'severe' }, is('maria', 2, null, 1), is('ravi', 9, tomorrow), is('bo', 1, null, 1), is('cy', 6)),
      { assignee: 'cy' },
      'assignee: nobody → cy (most free)',
    ],
    [
      'assign auto',
      given({ severity: 'low' }, is('maria', 2), is('ravi', 9), is('bo', 1, null, 1), is('cy', 6)),
      { assignee: 'bo' },
      'assignee: nobody → bo (most free)',
    ],
    ['assign auto', given({}, is('bo', 0, tomorrow), is('cy', 9)), { assignee: 'maria' }, 'assignee: nobody → maria (most free)'],
    ['assign auto', given({ level: 'L2' }, is('bo', 2), is('cy', 1)), { assignee: 'cy' }, 'assignee: nobody → cy (most free)'],
    ['assign auto', given({ level: 'L3' }), { assignee: 'eve' }, 'assignee: nobody → eve (most free)'],
    ['assign auto', given({ team: 'db' }, is('ana', 2), is('eve', 2)), { assignee: 'ana' }, 'assignee: nobody → ana (most free)'],
    ['assign auto', given({ team: null }, is('ana', 1), is('maria', 1)), { assignee: 'bo' }, 'assignee: nobody → bo (most free)'],
    [
      'assign auto',
      given({ assignee: 'ravi', level: null }, is('maria', 1), is('ravi', 1), is('bo', 1), is('cy', 1)),
      {},
      'already ravi (most free)',
    ],
    [
      'assign auto',
      given({}, is('bo', 0, now - 1), is('cy', 1), is('maria', 1), is('ravi', 1)),
      { assignee: 'bo' },
      'assignee: nobody → bo (most free)',
    ],
    ['assign L2', given({}, is('bo', 2), is('cy', 1)), { level: 'L2', assignee: 'cy' }, 'assignee: nobody → cy (L2)'],
    ['assign l3', given({ assignee: 'ravi' }), { level: 'L3', assignee: 'eve' }, 'assignee: ravi → eve (L3)'],
    ['assign db', given({ assignee: 'ravi' }), { team: 'db', assignee: null }, 'assignee: ravi, web → team db'],
    ['assign DB', given(), { team: 'db' }, 'assignee: web → team db'],
    ['assign team web', given({ assignee: 'ravi' }), { assignee: null }, 'assignee: ravi → team web'],
    ['assign web', given(), {}, 'already web'],
    [
      'assign cy',
      given({}, is('cy', 1, tomorrow)),
      { assignee: 'cy' },
      'assignee: nobody → cy (away until Mar 3, 2026, 9:00 AM)',
    ],
    ['unassign', given({ assignee: 'ravi' }), { assignee: null }, 'assignee: ravi → nobody'],
    ['unassign', given(), {}, 'already nobody'],
    ['desasignar', given({ assignee: 'ravi' }), { assignee: null }, 'assignee: ravi → nobody'],
    ['assignee=cy', given(), { assignee: 'cy' }, 'assignee: nobody → cy'],
    ['set team db', given(), { team: 'db' }, 'assignee: web → team db'],
  ])('%s', (text, scene, set, change) => expect(outcome(text, scene)).toEqual([set, change]));

  test.each<[string, Given, string, string]>([
    ['assign L1', given(), 'nobody here is of level L1', ''],
    [
      'assign L3',
      given({}, is('eve', 0, tomorrow)),
      'everybody of level L3 is away: eve (away until Mar 3, 2026, 9:00 AM)',
      'assign! L3 | assign eve',
    ],
    ['assign out', given(), 'nobody here is “out”', ''],
    ['assign dv', given(), 'nobody here is “dv”', 'assign db'],
    ['unassign cy', given(), '`unassign` stands alone', 'unassign | assign cy'],
  ])('%s is refused', (text, scene, problem, suggestions) => {
    const [said, , near] = outcome(text, scene);
    expect(said).toBe(problem);
    expect(near).toContain(suggestions);
  });

  test('a ticket that a colleague has given away meanwhile is not taken from the new holder unasked', () => {
    const journal = [{ at: now - 60_000, actor: 'ravi', event: 'assigned', evidence: null, data: { from: null, to: 'bo' } }];
    const scene = { ...given({ assignee: 'bo' }), journal, seen: now - 120_000 };
    expect(outcome('assign cy', scene)).toEqual(['Ravi set assignee to bo one minute ago', 6, 'assign! cy']);
    expect(outcome('assign! cy', scene)[0]).toEqual({ assignee: 'cy' });
    expect(outcome('assign bo', scene)[0]).toEqual({});
  });
});

describe('level and escalate', () => {
  const free = [is('bo', 2), is('cy', 1)];
  test.each<[string, Given, unknown, string]>([
    [
      'level L2 "driver fault"',
      given({ assignee: 'maria' }, ...free),
      { level: 'L2', assignee: 'cy' },
      'level: none → L2; assignee: maria → cy',
    ],
    ['level 3', given({ level: 'L2', assignee: 'cy' }), { level: 'L3', assignee: 'eve' }, 'level: L2 → L3; assignee: cy → eve'],
    ['level L2', given({ level: 'L2' }), {}, 'already L2'],
    ['nivel L2', given({}, ...free), { level: 'L2', assignee: 'cy' }, 'level: none → L2; assignee: nobody → cy'],
    ['escalate driver fault', given({}, ...free), { level: 'L2', assignee: 'cy' }, 'level: none → L2; assignee: nobody → cy'],
    [
      'escalate "driver fault"',
      given({ level: 'L2' }),
      { level: 'L3', assignee: 'eve' },
      'level: L2 → L3; assignee: nobody → eve',
    ],
    ['escalate L3 "driver fault"', given(), { level: 'L3', assignee: 'eve' }, 'level: none → L3; assignee: nobody → eve'],
    ['level L2', given({ assignee: 'cy' }, ...free), { level: 'L2' }, 'level: none → L2; already cy'],
  ])('%s', (text, scene, set, change) => {
    const [did, said] = outcome(text, scene);
    expect(did).toEqual(set);
    expect(String(said)).toContain(change.split(';')[0]);
  });

  test.each<[string, Given, string]>([
    ['level', given(), '`level` needs a level'],
    ['level L4', given(), '“L4” is no level'],
    ['level L1', given({ level: 'L2' }), 'nobody here is of level L1'],
    ['escalate', given(), 'the next holder needs to know why'],
    ['escalate "x"', given({ level: 'L3' }), 'L3 is the highest level'],
    ['escalate L1 "x"', given({ level: 'L2' }), 'L1 is below L2'],
  ])('%s is refused', (text, scene, problem) => expect(outcome(text, scene)[0]).toBe(problem));

  test('the reason goes to the new holder; where none stands behind the level the text is it, and stays inside', () => {
    const deed = (words: string, text: string) => {
      const done = tryCommands(words, { ...given({}, ...free), text });
      return done.kind === 'fine' ? [done.performed[0]?.deed.handover, done.text] : done.kind;
    };
    expect(deed('escalate L2', 'The log shows a driver fault.')).toEqual(['The log shows a driver fault.', 'note']);
    expect(deed('escalate "driver fault"', 'Dear Jane, my colleague will write to you.')).toEqual(['driver fault', null]);
  });
});
