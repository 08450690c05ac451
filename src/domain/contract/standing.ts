import type { ContractSettings } from '../settings.ts';

/** By which rule a customer stops being new; `contract_or_closed` is that of the house. */
export type OldRule = 'contract_or_closed' | 'contract' | 'closed' | 'known';

/** What is known of a customer when the question comes up. */
export type Known = {
  contracts: readonly ContractSettings[];
  /** It has a ticket that was closed. */
  hasClosed: boolean;
  /** What an associate said of it; null: nobody said anything. */
  said: 'new' | 'old' | null;
};

/**
 * Whether a customer is new or an old one: new until it has a contract on record, whatever has become of it, or a first
 * closed ticket. What an associate said of it counts before any rule.
 */
export function standingOf(known: Known | null, rule: OldRule): 'new' | 'old' | 'none' {
  if (known === null) return 'none';
  if (known.said !== null) return known.said;
  const [byContract, byTicket] = [known.contracts.length > 0, known.hasClosed];
  const isOld = { contract_or_closed: byContract || byTicket, contract: byContract, closed: byTicket, known: true }[rule];
  return isOld ? 'old' : 'new';
}
