import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { exportCharges } from './export/charges.ts';
import { exportCustomers } from './export/customers.ts';
import { exportTicket } from './export/ticket.ts';
import { exportTickets } from './export/tickets.ts';

/** What can be taken out: each knows its own further words. */
const exports: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  tickets: exportTickets,
  ticket: exportTicket,
  customers: exportCustomers,
  charges: exportCharges,
};

/** Takes out what other programs and people need. */
export const exportData: CliCommand = {
  name: 'export',
  args: '<what> [words...]',
  summary:
    'writes `tickets` as CSV (or --json), `ticket N [FOLDER|FILE.zip]` whole with its evidence, `customers` in the form of customers.yaml, `charges` for invoicing as CSV (or --json)',
  flags: [
    ['--month <month>', 'charges: only those of a month, such as 2026-11'],
    ['--customer <id>', 'charges: only those of a customer'],
  ],
  async run(invocation) {
    const [what = ''] = invocation.args;
    const run = Object.hasOwn(exports, what) ? exports[what] : undefined;
    if (run !== undefined) return run(invocation);
    invocation.terminal.err(`maildesk export: ${what}: expected ${Object.keys(exports).join(', ')}`);
    return exitCodes.usage;
  },
};
