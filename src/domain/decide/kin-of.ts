import type { TicketNo } from '../ids.ts';
import type { Kin } from '../ticket.ts';
import type { Command } from './commands/command.ts';
import type { Lookups, Query } from './facts.ts';

/** What a command asks for that must know which tickets hang together with its own, and what it reads of those. */
export const kinQuery =
  (scenes: Extract<Query, { kind: 'kin' }>['scenes']): NonNullable<Command['reads']> =>
  (_words, { ticket }) =>
    ticket === null ? null : { kind: 'kin', ticket, scenes };

/** What hangs together with a ticket, as it was asked for. */
export const kinOf = ({ kin }: Pick<Lookups, 'kin'>, ticket: TicketNo): Kin => kin.get(ticket) ?? noKin;

const noKin: Kin = { links: [], merged: [], hanging: [] };
