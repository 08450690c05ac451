import { ticketNo } from '../domain/ids.ts';
import type { Reading } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type Adoption, adopt } from '../domain/workflow/adopt.ts';
import { workflowOf } from '../domain/workflow/of-ticket.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import type { House } from './house.ts';

/** What is to be adopted, and by which tickets. */
export type AdoptingProcess = {
  to: Workflow;
  /** Null: every open ticket that follows the process in an older version. */
  ticket: number | null;
  /** Where they go on; null: each in its own state. */
  state: string | null;
  insists: boolean;
  /** Only looks. */
  dryRun: boolean;
};

export type AdoptedTicket = { ticket: Pick<Ticket, 'number' | 'state' | 'subject'>; adoption: Adoption };

/** Lets open tickets follow a process as the files have it now, those that can; the others stay as they are. One transaction. */
export async function adoptProcess(
  { store, settings, options }: House,
  what: AdoptingProcess,
): Promise<readonly AdoptedTicket[]> {
  const found = (at: Reading) => adoptions(at, settings(), what);
  if (what.dryRun) return store.read(found);
  return store.write(async (at) => {
    const all = await found(at);
    for (const { ticket, adoption } of all) {
      if (adoption.kind !== 'adopts') continue;
      await at.apply(
        [
          { act: 'change-ticket', ticket: ticket.number, set: adoption.set },
          ...adoption.effects,
          {
            act: 'journal',
            ticket: ticket.number,
            actor: { kind: 'desk' },
            event: 'adopted',
            data: dataOf(ticket, adoption, what),
          },
        ],
        options.clock.now(),
        null,
      );
    }
    return all;
  });
}

const dataOf = (
  { state: stateWas }: AdoptedTicket['ticket'],
  { state, withdraws }: Extract<Adoption, { kind: 'adopts' }>,
  { to }: AdoptingProcess,
) => ({
  ...{ workflow: to.name, version: to.version, state, stateWas, withdrawn: withdraws },
});

async function adoptions(at: Reading, settings: Settings, what: AdoptingProcess): Promise<AdoptedTicket[]> {
  const { to, state, insists } = what;
  const declared = Object.keys(settings.desk.fields);
  const tickets = await ticketsFor(at, what);
  return Promise.all(
    tickets.map(async (ticket) => {
      const from = await workflowOf(ticket, settings.workflows, at);
      return { ticket, adoption: adopt({ ticket, asks: await at.asks(ticket.number), from, to, declared, state, insists }) };
    }),
  );
}

async function ticketsFor(at: Reading, { to, ticket: number }: AdoptingProcess): Promise<readonly Ticket[]> {
  if (number !== null) {
    const found = await at.ticket(ticketNo(number));
    return found === null || found.closed !== null ? [] : [found];
  }
  return (await at.tickets({ open: true })).filter(
    ({ workflow, workflowVersion }) => workflow === to.name && workflowVersion !== to.version,
  );
}
