import { expect, test } from 'vitest';
import type { Ask } from '../../../src/domain/ask/ask.ts';
import { askId } from '../../../src/domain/ids.ts';
import { type Adopting, adopt } from '../../../src/domain/workflow/adopt.ts';
import { command, process, step, to } from './build.ts';

const asks = {
  offer: { of: ['approver'], answers: ['approve'], need: 'one', about: null, remind: ['1d'], expires: null },
} as const;
const states = { raised: 'staff', offered: 'customer' } as const;
const bid = step({ trigger: command('bid'), from: ['raised'], to: to('offered'), asks: ['offer'] });
const approved = step({ trigger: { kind: 'answer', ask: 'offer', answer: 'approve' }, from: ['offered'], to: to('closed') });
const before = process(states, [bid, approved], { asks, fields: { size: { kind: 'text' } } });
const after = process(states, [bid, approved], { version: '2', asks, fields: { size: { kind: 'text' } } });
const open = { id: askId(7), ask: 'offer', state: 'open' } as Ask;

const offered: Adopting = {
  ticket: { state: 'offered', trail: ['raised'], fields: { size: 'big' }, workflow: 'test', workflowVersion: '1' },
  ...{ asks: [open], from: before, to: after, declared: [], state: null, insists: false },
};
const set = { workflow: 'test', workflowVersion: '2', trail: ['raised'], stage: 'in offered' };
const other = process({ raised: 'staff', scoped: 'lead' }, [], { name: 'other', version: '9' });

test.each<[string, Partial<Adopting>, object]>([
  ['where all it stands on is there, it goes on as it stands', {}, { kind: 'adopts', set, withdraws: [], effects: [] }],
  ['the version it follows already', { to: before }, { kind: 'same' }],
  [
    'a state that is gone',
    { to: process({ raised: 'staff' }, [], { version: '2', asks }), insists: true },
    { kind: 'lacking', lacks: [{ kind: 'state', state: 'offered' }] },
  ],
  [
    'a paused one is judged by where it goes on',
    {
      ticket: { ...offered.ticket, state: 'paused', trail: ['offered'] },
      to: process({ raised: 'staff' }, [], { version: '2' }),
      insists: true,
    },
    { kind: 'lacking', lacks: [{ kind: 'state', state: 'offered' }] },
  ],
  [
    'a question whose answer nothing takes',
    { to: process(states, [bid], { ...after, steps: [bid] }) },
    { kind: 'lacking', lacks: [{ kind: 'ask', ask: 'offer', state: 'offered' }] },
  ],
  [
    'the same with a word: the question is withdrawn, and taking it back asks it again',
    { to: process(states, [bid], { ...after, steps: [bid] }), insists: true },
    {
      kind: 'adopts',
      withdraws: ['offer'],
      effects: [{ act: 'settle-ask', ask: 7, state: 'withdrawn' }],
      back: [{ act: 'reopen-ask', ask: 7 }],
    },
  ],
  ['a field that is gone', { to: { ...after, fields: {} } }, { kind: 'lacking', lacks: [{ kind: 'field', field: 'size' }] }],
  ['a field that the desk has', { to: { ...after, fields: {} }, declared: ['size'] }, { kind: 'adopts' }],
  [
    'another process without its state',
    { to: other },
    { kind: 'lacking', lacks: [{ kind: 'state' }, { kind: 'ask' }, { kind: 'field' }] },
  ],
  [
    'another process, in a state of it, with a word',
    { to: other, state: 'scoped', insists: true },
    {
      kind: 'adopts',
      set: {
        workflow: 'other',
        workflowVersion: '9',
        state: 'scoped',
        waitsFor: 'lead',
        stage: 'in scoped',
        trail: ['raised'],
        pausedUntil: null,
      },
      withdraws: ['offer'],
    },
  ],
  [
    'a state that is not there either',
    { to: other, state: 'lost' },
    { kind: 'lacking', lacks: [{ kind: 'state', state: 'lost' }, { kind: 'field' }] },
  ],
])('%s', (_name, given, found) => {
  expect(adopt({ ...offered, ...given })).toMatchObject(found);
});
