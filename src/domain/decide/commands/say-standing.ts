import { type CustomerRecord, noCustomer } from '../../contract/customer-record.ts';
import { standingOf } from '../../contract/standing.ts';
import { say, valued } from '../../saying.ts';
import { readValue } from '../values/read-value.ts';
import type { Deed, Scene } from './command.ts';

/** `new`, `old`, or `rule`: what an associate says of the ticket's customer, or that the desk's rule says it; null: another word. */
export function sayStanding(said: string, scene: Scene): Deed | null {
  const read = readValue(said, ['new', 'old', 'rule']);
  if (read.kind !== 'one' || said.length < 3) return null;
  const { customer } = scene.ticket;
  if (customer === null)
    return {
      ...{ kind: 'refused', problem: say('nobody knows whose ticket this is') },
      expected: say('`customer NAME` first; then whether they are new or old'),
      suggestions: scene.settings.customers.slice(0, 3).map(({ id }) => `customer ${id}`),
    };
  const record = recordOf(customer, scene);
  const word = read.value === 'new' || read.value === 'old' ? read.value : null;
  const [was, is] = [standingOf(record, record.rule), standingOf({ ...record, said: word }, record.rule)];
  if (word === record.said) return { kind: 'done', change: say`${customer} is ${valued(was)} already` };
  return {
    kind: 'done',
    effects: [{ act: 'keep-standing', customer, said: word }],
    back: [{ act: 'keep-standing', customer, said: record.said }],
    event: 'standing',
    data: { customer, from: was, to: is },
    change:
      word === null
        ? say`${customer} goes by the rule again: ${valued(is)}`
        : say`${customer} is ${valued(is)} by your word (was ${valued(was)})`,
  };
}

/** A customer that the same mail has put the ticket on is not looked up any more. */
function recordOf(customer: string, { records: { ofCustomer }, settings }: Scene): CustomerRecord {
  if (ofCustomer.customer === customer) return ofCustomer;
  const contracts = settings.customers.find(({ id }) => id === customer)?.contracts ?? [];
  return { ...noCustomer, customer, contracts, rule: ofCustomer.rule };
}
