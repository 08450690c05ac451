import type { ContractSettings, CustomerContact, CustomerSettings } from '../settings.ts';
import type { Directory } from './directory.ts';
import { renewed } from './merge.ts';
import { printed } from './printed.ts';

/** One thing that `customers.yaml` and the store tell differently; the file wins. */
export type Difference = { customer: string; what: string; file: string; store: string };

/** Where the file and the store know the same customer, contact or contract, and tell it differently. */
export function differences(file: readonly CustomerSettings[], directory: Directory): Difference[] {
  return file.flatMap((one) => {
    const kept = directory.customers.find(({ id }) => id === one.id);
    const of = (what: string) => (found: Omit<Difference, 'customer' | 'what'> & { key: string }) => ({
      ...{ customer: one.id, what: `${what}${found.key}`, file: found.file, store: found.store },
    });
    return [
      ...(kept === undefined || kept.name === '' ? [] : unlike(details, one, kept).map(of(''))),
      ...(kept?.contacts ?? []).flatMap((theirs) =>
        contactsOf(file, theirs).flatMap((ours) => unlike(roles, ours, theirs).map(of(`${ours.name}: `))),
      ),
      ...(kept?.contracts ?? []).flatMap((theirs) =>
        contractsOf(file, theirs.number).flatMap((ours) => unlike(terms, ours, theirs).map(of(`contract ${ours.number}: `))),
      ),
      ...one.contracts.flatMap((ours) => lapsedRenewal(ours, directory).map(of(`contract ${ours.number}: `))),
    ];
  });
}

const details = ['name', 'domains', 'language', 'timezone', 'workflow', 'plan', 'relationship'] as const;
const roles = ['phone', 'social', 'spoc', 'approver', 'validator', 'stakeholder'] as const;
const terms = ['kind', 'starts', 'ends', 'covers', 'hours', 'incidents', 'sites', 'products'] as const;

type Unlike = { key: string; file: string; store: string };

/** What one of the two does not say is no difference. */
const unlike = <Thing>(keys: readonly (keyof Thing & string)[], ours: Thing, theirs: Thing): Unlike[] =>
  keys.flatMap((key) => {
    const [file, store] = [printed(ours[key]), printed(theirs[key])];
    return file === store || file === '' || store === '' || store === 'no' ? [] : [{ key, file, store }];
  });

const contactsOf = (file: readonly CustomerSettings[], { addresses }: CustomerContact): readonly CustomerContact[] =>
  file.flatMap(({ contacts }) => contacts.filter((one) => one.addresses.some((address) => addresses.includes(address))));

const contractsOf = (file: readonly CustomerSettings[], number: string): readonly ContractSettings[] =>
  file.flatMap(({ contracts }) => contracts.filter((one) => one.number === number));

/** A renewal by mail that the file does not say yet, or that it says otherwise. */
function lapsedRenewal(contract: ContractSettings, { renewals }: Directory): Unlike[] {
  const last = renewals.findLast(({ number }) => number === contract.number);
  if (last === undefined || last.until === contract.ends) return [];
  const counts = renewed(contract, renewals).ends === last.until;
  const how = counts
    ? `renewed until ${last.until}, which counts: write it down`
    : `renewed until ${last.until}, which does not count`;
  return [{ key: 'ends', file: contract.ends, store: how }];
}
