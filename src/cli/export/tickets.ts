import { ticketsCsv } from '../../domain/answer/tickets-csv.ts';
import { exitCodes, type Invocation } from '../command.ts';
import { publicTicket } from '../public-shapes.ts';
import { withHouseToRead } from '../with-house.ts';

/** Every ticket that is not deleted: CSV, or a JSON document a line. */
export const exportTickets = (invocation: Invocation): Promise<number> =>
  withHouseToRead(invocation, async ({ store, settings }) => {
    const { terminal, common } = invocation;
    const { prefix } = settings().desk;
    const tickets = await store.read((at) => at.tickets({ limit: Number.MAX_SAFE_INTEGER }));
    if (common.json) for (const ticket of tickets) terminal.out(JSON.stringify(publicTicket(ticket, prefix)));
    else terminal.out(ticketsCsv(tickets, prefix).trimEnd());
    return exitCodes.done;
  });
