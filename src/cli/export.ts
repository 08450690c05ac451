import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { exportCustomers } from './export/customers.ts';
import { exportTicket } from './export/ticket.ts';
import { exportTickets } from './export/tickets.ts';

/** What can be taken out: each knows its own further words. */
const exports: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  tickets: exportTickets,
  ticket: exportTicket,
  customers: exportCustomers,
};

/** Takes out what other programs and people need. */
export const exportData: CliCommand = {
  name: 'export',
  args: '<what> [words...]',
  summary:
    'writes `tickets` as CSV (or --json), `ticket N [FOLDER|FILE.zip]` whole with its evidence, `customers` in the form of customers.yaml',
  flags: [],
  async run(invocation) {
    const [what = ''] = invocation.args;
    const run = Object.hasOwn(exports, what) ? exports[what] : undefined;
    if (run !== undefined) return run(invocation);
    invocation.terminal.err(`maildesk export: ${what}: expected ${Object.keys(exports).join(', ')}`);
    return exitCodes.usage;
  },
};
