import type { Ticket } from '../domain/ticket.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { table } from './table.ts';

/** Lists every process with where it comes from and how many tickets follow it. */
export async function listWorkflows(invocation: Invocation): ReturnType<CliCommand['run']> {
  const { adapters, common, terminal, options } = invocation;
  const loaded = await adapters.loadConfig(common.config, terminal.env);
  if (loaded.kind === 'broken') {
    for (const line of loaded.complaints) terminal.err(line);
    return exitCodes.failed;
  }
  const { workflows, desk } = loaded.settings;
  const { processes } = await adapters.loadTemplates(loaded.settings);
  const language = typeof options['language'] === 'string' ? options['language'] : desk.language;
  const following = await ticketsOf(invocation);
  const rows = Object.values(workflows)
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map(({ name, version, states, steps }) => ({
      workflow: name,
      source: loaded.ownWorkflows.includes(name) ? 'own' : 'shipped',
      title: titleOf(processes.labelOf({ label: 'title', process: name }, language), name),
      version,
      states: Object.keys(states),
      steps: steps.length,
      isDefault: name === desk.workflow,
      tickets: following?.get(name)?.length ?? (following === null ? null : 0),
      open: following?.get(name)?.filter(({ closed }) => closed === null).length ?? (following === null ? null : 0),
    }));
  if (common.json) for (const row of rows) terminal.out(JSON.stringify(row));
  else {
    const cells = rows.map((row) => [row.workflow, row.source, row.states.length, row.steps, row.open, row.tickets, row.title]);
    terminal.out(table(['process', 'from', 'states', 'steps', 'open', 'tickets', 'title'], cells, terminal));
  }
  return exitCodes.done;
}

/** The bare key is no title. */
const titleOf = (found: string, name: string): string => (found === 'title' ? name : found);

/** By process; null where no desk has run yet. */
async function ticketsOf({ adapters, common, clock }: Invocation): Promise<ReadonlyMap<string, Ticket[]> | null> {
  if (!adapters.hasDatabase(common.data)) return null;
  const rooms = await adapters.openReadingRooms(common.data, clock);
  if (rooms.kind === 'refused') return null;
  try {
    const tickets = await rooms.store.read((at) => at.tickets({}));
    return Map.groupBy(tickets, (ticket) => ticket.workflow);
  } finally {
    await rooms.store.close();
  }
}
