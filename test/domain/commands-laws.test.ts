import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../src/domain/decide/commands/index.ts';
import { findWhole } from '../../src/domain/decide/grammar/find-command.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import type { FieldKind } from '../../src/domain/settings.ts';
import { tryCommands } from './try-commands.ts';

const fields: Record<string, FieldKind> = {
  serial: { kind: 'text' },
  floor: { kind: 'number' },
  due: { kind: 'date' },
  colour: { kind: 'choice', values: ['red', 'blue'] },
};
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      'high',
      'L2',
      'maria',
      'ravi',
      'web',
      'auto',
      'until',
      'fri',
      '17:00',
      '1h30',
      '@60',
      'EUR',
      'none',
      'globex',
    ),
    fc.constantFrom(
      'jane@globex.example',
      'support@acme.example',
      'ravi@acme.example',
      'HD-1002',
      '"Initech Ltd"',
      'due',
      'colour',
    ),
    fc.constantFrom('constructor', '__proto__', 'toString', '""', '=', '!', '…'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
  { maxLength: 4 },
);
const state = fc.constantFrom('raised', 'paused', 'closed');

test.each(commands.map(({ name }) => name))('%s: no words make it throw, and every form that it offers is a command', (name) => {
  const insists = fc.constantFrom('', '!');
  fc.assert(
    fc.property(insists, words, state, (mark, given, current) => {
      const done = tryCommands(`${name}${mark} ${given.join(' ')}`, { desk: { fields }, ticket: { state: current } });
      const offered = 'commands' in done ? done.commands.flatMap(({ suggestions }) => suggestions) : [];
      for (const { command } of offered) {
        const [phrase] = phrases(command);
        expect(phrase && findWhole(commands, phrase.name), command).toBeDefined();
      }
    }),
    { numRuns: 60 },
  );
});

test.each(commands.map(({ name }) => name))('%s: the journal keeps no address and no words of anybody for good', (name) => {
  const said = [
    'jane@globex.example',
    'bob@globex.example',
    '"Zanzibar quince"',
    'quincy',
    'until',
    'fri',
    'L2',
    'colour',
    'serial',
  ];
  const given = fc.array(fc.constantFrom(...said), { maxLength: 4 });
  const tags = fc.constantFrom<string[]>([], ['quincy']);
  fc.assert(
    fc.property(given, state, tags, (typed, current, has) => {
      const ticket = { state: current, tags: has, subject: 'Quince jam', requester: 'jane@globex.example' };
      const done = tryCommands(`${name}! ${typed.join(' ')}`, { desk: { fields }, ticket }, 'E4');
      const made = (data = {}): object => ({ ...data, customer: 'an id' });
      const kept = done.kind === 'fine' ? done.performed.map(({ deed }) => [deed.event, made(deed.data)]) : [];
      expect(JSON.stringify(kept)).not.toMatch(/@|quinc/i);
    }),
    { numRuns: 60 },
  );
});

test('each command stands in the list once', () => {
  const names = commands.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
