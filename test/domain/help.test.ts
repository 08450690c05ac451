import { describe, expect, test } from 'vitest';
import { helpData } from '../../src/domain/answer/help-mail.ts';
import { checkAnywhere } from '../../src/domain/decide/check-commands.ts';
import { commands } from '../../src/domain/decide/commands/index.ts';
import { tasks } from '../../src/domain/decide/commands/tasks.ts';
import { findCommand } from '../../src/domain/decide/grammar/find-command.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { aPerson, now } from './parts.ts';

const maria = aPerson('maria');
const facts = someFacts();
const asked = (text: string) => {
  const scene = {
    actor: maria,
    settings: { ...facts.settings, people: [maria] },
    lookups: facts.lookups,
    text: '',
    workflow: null,
    now,
    digest: String,
  };
  return spelledOut(checkAnywhere(phrases(text), scene, 'E2'));
};

describe('help', () => {
  test('every command is listed once, with an example that is one of it', () => {
    const listed = helpData(facts, maria).groups.flatMap((group) => group.commands);
    const mine = commands.filter(({ roles }) => roles.includes('associate')).map(({ name }) => name);
    expect(listed.map(({ name }) => name).sort()).toEqual([...mine].sort());
    for (const { name, example } of listed) {
      const [phrase] = phrases(example);
      const found = findCommand(commands, phrase?.name ?? '');
      expect(found.kind === 'found' && found.command.name, example).toBe(name);
    }
  });

  test('no command serves two tasks', () => {
    const names = tasks.flatMap(({ examples }) => Object.keys(examples));
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['help assign', 'assign'],
    ['help ASIGNAR', 'assign'],
    ['help !take', 'take'],
    ['help sever', 'severity'],
  ])('%s explains it', (text, name) =>
    expect(asked(text)).toMatchObject({ performed: [{ deed: { answer: { kind: 'explain', command: { name } } } }] }),
  );

  test.each([
    ['help assgin', /no command “assgin”/, 'help assign'],
    ['help re', /may be/, expect.stringMatching(/^help re/)],
  ])('%s is told the nearest', (text, problem, command) =>
    expect(asked(text)).toMatchObject({
      commands: [
        { problem: expect.stringMatching(problem), suggestions: expect.arrayContaining([expect.objectContaining({ command })]) },
      ],
    }),
  );

  test('a stranger to a command is not told of it', () => {
    const out = helpData(facts, aPerson('out', { roles: ['operator'] }));
    expect(out.groups.flatMap(({ commands }) => commands.map(({ name }) => name)).toSorted()).toEqual(['answer', 'eta', 'note']);
  });
});
