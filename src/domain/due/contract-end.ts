import type { CustomerRecord } from '../contract/customer-record.ts';
import { momentsOf } from '../contract/term.ts';

/** When the contract that a ticket was found to stand on is over, as its record has it by now, epoch ms; null where it stands on none. */
export function contractEnd({
  coverage,
  contracts,
  zone,
}: Pick<CustomerRecord, 'coverage' | 'contracts' | 'zone'>): number | null {
  if (coverage?.contract !== 'active') return null;
  const contract = contracts.find(({ number }) => number === coverage.number);
  return contract === undefined ? null : momentsOf(contract, zone).to;
}
