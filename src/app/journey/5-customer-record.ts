import { type CustomerRecord, noCustomer } from '../../domain/contract/customer-record.ts';
import { momentsOf } from '../../domain/contract/term.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';

/** What is on record for a customer, as one of its tickets looks at it; `ticket` 0: one that is not there yet. */
export async function customerRecordOf(
  at: Reading,
  ticket: TicketNo | 0,
  customer: string | null,
  { customers, desk }: Pick<Settings, 'customers' | 'desk'>,
): Promise<CustomerRecord> {
  const found = customers.find(({ id }) => id === customer);
  const rule = { rule: desk.oldCustomers, zone: found?.timezone ?? desk.timezone };
  if (customer === null) return { ...noCustomer, ...rule, exceptions: ticket === 0 ? [] : await at.exceptions(ticket, null) };
  const contracts = found?.contracts ?? [];
  const counted = contracts.filter(({ hours, incidents }) => hours !== null || incidents !== null);
  const used = await Promise.all(
    counted.map(
      async (one) => [one.number, await at.contractUse(one.number, momentsOf(one, rule.zone), ticket as TicketNo)] as const,
    ),
  );
  return {
    ...{ ...rule, customer, contracts, used: new Map(used) },
    exceptions: await at.exceptions(ticket as TicketNo, customer),
    hasClosed: await at.hasClosed(customer),
    said: (await at.directory()).standings.get(customer) ?? null,
    coverage: ticket === 0 ? null : await at.coverage(ticket),
  };
}
