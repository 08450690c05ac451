import { describe, expect, test } from 'vitest';
import { checkAnywhere } from '../../src/domain/decide/check-commands.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import type { Colleague } from '../../src/domain/ticket.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { aPerson, day, now } from './parts.ts';

const maria = aPerson('maria');
const people = [maria, aPerson('ravi', { name: 'Ravi Kumar' }), aPerson('out', { roles: ['operator'] })];
const facts = someFacts();
const friday = Date.parse('2026-03-06T00:00:00Z');
const gone: Colleague = {
  handle: 'maria',
  open: 0,
  urgent: 0,
  receipts: true,
  awayUntil: now + day,
  awayTo: 'ravi',
  digestsOff: [],
};

function asked(text: string, colleagues: readonly Colleague[] = []) {
  const scene = {
    actor: maria,
    settings: { ...facts.settings, people },
    lookups: { ...facts.lookups, colleagues },
    text: '',
    workflow: null,
    now,
    digest: String,
  };
  const done = spelledOut(checkAnywhere(phrases(text), scene, 'E2'));
  return done.kind === 'fine' ? done.performed[0]?.deed : done.kind === 'wrong' ? done.commands[0] : done;
}
const kept = (awayUntil: number | null, awayTo: string | null) => [
  { act: 'prefer', handle: 'maria', set: { awayUntil, awayTo } },
];

describe('away', () => {
  test.each([
    ['away until fri', friday, null, 'away until 2026-03-06'],
    ['away fri', friday, null, 'away until 2026-03-06'],
    ['ausente hasta viernes a ravi', friday, 'ravi', 'away until 2026-03-06, to ravi'],
    ['away until 2026-03-06 to ravi kumar', friday, 'ravi', 'away until 2026-03-06, to ravi'],
    ['away until fri 12:00 to ravi@acme.example', friday + day / 2, 'ravi', 'away until 2026-03-06 12:00, to ravi'],
  ])('%s', (text, until, to, change) => {
    expect(asked(text)).toMatchObject({ change, effects: kept(until, to), back: kept(null, null) });
  });

  test('off, and what undo brings back', () => {
    expect(asked('away off', [gone])).toMatchObject({
      change: 'away → here',
      effects: kept(null, null),
      back: kept(now + day, 'ravi'),
    });
    expect(asked('away off')).toMatchObject({ change: 'you were not away' });
  });

  test.each([
    ['away', /needs a date/],
    ['away until', /needs a date/],
    ['away until never', /begins with no date/],
    ['away until 2020-01-01', /is over/],
    ['away until fri to', /needs to know whom/],
    ['away until fri to bob', /no colleague is “bob”/],
    ['away until fri to out', /no colleague is “out”/],
    ['away until fri to maria', /no colleague is “maria”/],
  ])('%s is refused', (text, problem) =>
    expect(asked(text)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) }),
  );
});
