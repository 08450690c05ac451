import type { ChargeFilter } from '../../domain/quote/charge.ts';
import { chargesCsv } from '../../domain/quote/charges-csv.ts';
import { exitCodes, type Invocation } from '../command.ts';
import { publicCharge } from '../public-quotes.ts';
import { withHouseToRead } from '../with-house.ts';

/** What is owed, of a month or a customer or all: CSV, or a JSON document a line. */
export const exportCharges = (invocation: Invocation): Promise<number> =>
  withHouseToRead(invocation, async ({ store, settings }) => {
    const { terminal, common, options } = invocation;
    const { month, customer } = options;
    if (typeof month === 'string' && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
      terminal.err(`maildesk export charges: ${month}: expected a month such as 2026-11`);
      return exitCodes.usage;
    }
    const filter: ChargeFilter = {
      ...(typeof month === 'string' ? { month } : {}),
      ...(typeof customer === 'string' ? { customer } : {}),
    };
    const charges = await store.read((at) => at.charges(filter));
    const { prefix } = settings().desk;
    if (common.json) for (const charge of charges) terminal.out(JSON.stringify(publicCharge(charge, prefix)));
    else terminal.out(chargesCsv(charges, prefix).trimEnd());
    return exitCodes.done;
  });
