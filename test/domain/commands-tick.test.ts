import { expect, test } from 'vitest';
import type { Ticket } from '../../src/domain/ticket.ts';
import { factsOf } from '../../src/domain/workflow/facts-of.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { aTicket, now } from './parts.ts';
import { outcome } from './try-commands.ts';
import { process } from './workflow/build.ts';

const checklists = { 'set-up': ['access', 'people', 'start-date'] };
const workflow = process({ raised: 'staff' }, [], { checklists });
const some = { colour: 'red', 'ticked.set-up': 'access' };

test.each<[string, Ticket['fields'], Ticket['fields'] | undefined, string]>([
  ['tick access', { colour: 'red' }, some, '1 of 3 ticked; open: people, start-date'],
  ['tick people ACCESS', { colour: 'red' }, { ...some, 'ticked.set-up': 'access people' }, '2 of 3 ticked; open: start-date'],
  ['tick all', some, { ...some, 'ticked.set-up': 'access people start-date' }, 'all 3 ticked'],
  ['abhaken start-date', some, { ...some, 'ticked.set-up': 'access start-date' }, '2 of 3 ticked; open: people'],
  ['untick access', some, { colour: 'red' }, '0 of 3 ticked; open: access, people, start-date'],
  ['tick', some, undefined, '1 of 3 ticked; open: people, start-date'],
])('%s', (text, fields, after, change) => {
  const set = after === undefined ? {} : { fields: after };
  expect(outcome(text, { ticket: { fields }, workflow })).toEqual([set, change]);
});

test('what is not on the list is refused with what is', () => {
  const [problem, , near] = outcome('tick keys', { workflow });
  expect([problem, near]).toEqual(['“keys” is not on the checklist', 'tick access | tick people | tick start-date']);
});

test('a process without a list says so', () => {
  expect(outcome('tick access')[0]).toBe('this ticket’s process has no checklist');
});

test.each([
  [{}, 'open'],
  [some, 'open'],
  [{ 'ticked.set-up': 'access people start-date' }, 'done'],
])('conditions find it done once all is ticked: %j', (fields, found) => {
  const look = factsOf({ ticket: aTicket({ fields }), isKnown: true, messages: [], records: noRecords, checklists, now });
  expect([look('checklist.set-up'), look('checklist.other')]).toEqual([found, null]);
});
