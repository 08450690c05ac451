import { tagOf } from '../domain/match/subject-tag.ts';
import type { TicketFilter } from '../domain/ticket-filter.ts';
import { type CliCommand, exitCodes } from './command.ts';
import { publicTicket } from './public-shapes.ts';
import { minute, short, table } from './table.ts';
import { withHouseToRead } from './with-house.ts';

/** Lists tickets, the latest first. */
export const tickets: CliCommand = {
  name: 'tickets',
  args: '',
  summary: 'lists tickets',
  flags: [
    ['--state <state>', 'only in this state'],
    ['--breached', 'only open ones whose time by the service plan has run out'],
    ['--mine <handle>', 'only those assigned to this associate'],
    ['--search <words...>', 'only those with all these words in subject, text or people'],
  ],
  run: (invocation) =>
    withHouseToRead(invocation, async (house) => {
      const { options, terminal, common } = invocation;
      const { prefix } = house.settings().desk;
      const found = await house.store.read((at) => at.tickets(filterOf(options)));
      if (common.json) for (const ticket of found) terminal.out(JSON.stringify(publicTicket(ticket, prefix)));
      else if (found.length === 0) terminal.out('no tickets');
      else
        terminal.out(
          table(
            head,
            found.map((ticket) => [
              tagOf(prefix, ticket.number),
              ticket.state,
              ticket.waitsFor,
              ticket.assignee,
              short(ticket.requester, 32),
              minute(ticket.updated),
              ticket.subject,
            ]),
            terminal,
          ),
        );
      return exitCodes.done;
    }),
};

const head = ['ticket', 'state', 'waits for', 'assignee', 'requester', 'updated (UTC)', 'subject'];

function filterOf({ state, mine, search, breached }: Readonly<Record<string, unknown>>): TicketFilter {
  return {
    ...(typeof state === 'string' ? { state } : {}),
    ...(breached === true ? { open: true, breached: true } : {}),
    ...(typeof mine === 'string' ? { mine } : {}),
    ...(Array.isArray(search) ? { search: search.join(' ') } : {}),
  };
}
