import { expect, test } from 'vitest';
import { checkCommands } from '../../src/domain/decide/check-commands.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { inNoProcess } from './in-no-process.ts';
import { aPerson, aTicket, now } from './parts.ts';
import { command, process, step, to } from './workflow/build.ts';

const states = { raised: 'staff', planned: 'staff' } as const;
const before = process(states, [step({ trigger: command('clarify'), from: ['raised'], to: to('planned') })]);
const after = process(states, [step({ trigger: command('understood'), from: ['raised'], to: to('planned') })], { version: '2' });
const narrow = process({ offered: 'staff', planned: 'lead' }, [], { name: 'narrow', version: '3' });

function tried(text: string, roles: readonly ['associate' | 'engineer'] = ['associate'], ticket: Partial<Ticket> = {}) {
  const facts = someFacts();
  const settings = { ...facts.settings, workflows: { test: after, narrow } };
  const scene = {
    ...{ participants: [], messages: [], journal: [], undo: null, seen: now, ...inNoProcess, workflow: before },
    ...{ settings, lookups: facts.lookups, text: '', now, digest: facts.digest, newId: facts.newId },
    ticket: aTicket({ workflow: 'test', workflowVersion: '1', ...ticket }),
    actor: { ...aPerson('maria'), roles },
  };
  const done = spelledOut(checkCommands(phrases(text), scene, 'E3'));
  if (done.kind === 'fine') return { set: done.set, says: done.performed.map(({ deed }) => deed.change).join('; ') };
  const [wrong] = 'commands' in done ? done.commands.filter(({ ok }) => !ok) : [];
  return { problem: wrong?.problem, expected: wrong?.expected, near: wrong?.suggestions.map((one) => one.command) };
}

test.each<[string, object]>([
  [
    'workflow latest',
    {
      set: { workflow: 'test', workflowVersion: '2', stage: 'in raised', trail: [] },
      says: 'follows test as it stands now; possible now: understood; not any more: clarify',
    },
  ],
  [
    'workflow narrow planned',
    {
      set: {
        workflow: 'narrow',
        workflowVersion: '3',
        state: 'planned',
        waitsFor: 'lead',
        stage: 'in planned',
        trail: [],
        pausedUntil: null,
      },
      says: 'process test → narrow; raised → planned; not any more: clarify',
    },
  ],
  [
    'workflow narrow',
    {
      problem: 'narrow has no state raised any more',
      expected: 'the state where it goes on, one of offered, planned',
      near: ['workflow narrow offered', 'workflow narrow planned'],
    },
  ],
  ['workflow narrow plannd', { problem: 'narrow has no state “plannd”', near: ['workflow narrow planned'] }],
  ['workflow narow', { problem: 'there is no process “narow”', near: ['workflow latest', 'workflow narrow'] }],
  ['workflow', { problem: '`workflow` needs to know which process', expected: 'latest, or one of test, narrow' }],
  ['prozess latest', { says: 'follows test as it stands now; possible now: understood; not any more: clarify' }],
  ['workflow latest; clarify', { problem: 'it cannot stand beside “workflow latest” in one mail' }],
])('%s', (text, found) => {
  expect(tried(text)).toMatchObject(found);
});

test('where its process is gone, it can go to another', () => {
  const gone = { workflow: 'old', workflowVersion: '1' };
  expect(tried('workflow latest', ['associate'], gone)).toMatchObject({ problem: 'there is no process “old”', near: [] });
  expect(tried('workflow test', ['associate'], gone)).toMatchObject({ says: expect.stringMatching(/^process old → test/) });
});

test('engineers do not turn tickets from one process to another', () => {
  expect(tried('workflow latest', ['engineer'])).toMatchObject({ problem: '“workflow” is for associate, lead, admin' });
});
