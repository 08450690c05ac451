import { splitAddress } from '../authenticate/reply-address.ts';
import type { DeskScene } from './commands/command.ts';

/** The customer that an address is of: as the store knows its owner, by the files' contacts, or by domain; null for none. */
export function whoseCustomer(address: string, { lookups, settings }: Pick<DeskScene, 'lookups' | 'settings'>): string | null {
  const [, domain] = splitAddress(address);
  const theirs = settings.customers.find(
    ({ domains, contacts }) => domains.includes(domain) || contacts.some(({ addresses }) => addresses.includes(address)),
  );
  return lookups.contacts.get(address)?.customer ?? theirs?.id ?? null;
}
