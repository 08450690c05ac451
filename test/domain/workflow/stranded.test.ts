import { expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { strandedBy, type UnderWay } from '../../../src/domain/workflow/stranded.ts';
import { command, process, step, to } from './build.ts';

const flow = process(
  { raised: 'staff', offered: 'customer' },
  [
    step({ trigger: command('bid'), from: ['raised'], to: to('offered'), asks: ['offer'] }),
    step({ trigger: { kind: 'answer', ask: 'offer', answer: 'approve' }, from: ['offered'], to: to('closed') }),
  ],
  {
    asks: { offer: { of: ['approver'], answers: ['approve'], need: 'one', about: null, remind: ['1d'], expires: null } },
  },
);
const ticket = (number: number, more: Partial<UnderWay> = {}): UnderWay => ({
  ...{ number: ticketNo(number), state: 'raised', workflow: 'test', workflowVersion: 'before', fields: {}, open: [] },
  ...more,
});

test.each<[string, UnderWay, string | null]>([
  ['in a state that is still there', ticket(1), null],
  ['of the very version', ticket(1, { state: 'gone', workflowVersion: '1' }), null],
  ['in a state that is gone', ticket(1, { state: 'gone' }), 'the state gone'],
  ['of a process that is gone', ticket(1, { workflow: 'lost' }), 'the process itself'],
  ['with an ask that is still answered there', ticket(1, { state: 'offered', open: ['offer'] }), null],
  ['with an ask whose answer no step takes there', ticket(1, { open: ['offer'] }), 'a step for the answer to offer in raised'],
  ['paused, with an ask that is still there', ticket(1, { state: 'paused', open: ['offer'] }), null],
  ['paused, with an ask that is gone', ticket(1, { state: 'paused', open: ['fee'] }), 'a step for the answer to fee in paused'],
])('a ticket %s', (_, one, lacks) => {
  expect(strandedBy({ test: flow }, [one]).map((found) => found.lacks)).toEqual(lacks === null ? [] : [lacks]);
});

test('tickets that lack the same stand together', () => {
  const found = strandedBy({ test: flow }, [ticket(1, { state: 'gone' }), ticket(2), ticket(3, { state: 'gone' })]);
  expect(found).toEqual([{ workflow: 'test', lacks: 'the state gone', tickets: [1, 3] }]);
});
