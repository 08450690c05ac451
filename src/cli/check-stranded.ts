import { tagOf } from '../domain/match/subject-tag.ts';
import type { Settings } from '../domain/settings.ts';
import { openAsks } from '../domain/workflow/records.ts';
import { strandedBy, type UnderWay } from '../domain/workflow/stranded.ts';
import type { Invocation } from './command.ts';

/** Open tickets that cannot go on in their process as it stands in the files now. Nothing where no desk has run yet. */
export async function strandedWarnings(
  { adapters, common, clock }: Pick<Invocation, 'adapters' | 'common' | 'clock'>,
  { workflows, desk: { prefix } }: Settings,
): Promise<string[]> {
  if (!adapters.hasDatabase(common.data)) return [];
  const rooms = await adapters.openReadingRooms(common.data, clock);
  if (rooms.kind === 'refused') return [];
  try {
    const underWay = await rooms.store.read(async (at): Promise<UnderWay[]> => {
      const tickets = await at.tickets({ open: true });
      return Promise.all(tickets.map(async (ticket) => ({ ...ticket, open: openAsks({ asks: await at.asks(ticket.number) }) })));
    });
    return strandedBy(workflows, underWay).map(
      ({ workflow, lacks, tickets }) =>
        `workflows/${workflow}.yaml: ${tickets.length === 1 ? '1 open ticket needs' : `${tickets.length} open tickets need`} ${lacks}, which is gone: ${listed(tickets.map((number) => tagOf(prefix, number)))}; they go on in the version they began with`,
    );
  } finally {
    await rooms.store.close();
  }
}

const most = 10;
const listed = (tags: readonly string[]): string =>
  tags.length <= most ? tags.join(', ') : `${tags.slice(0, most).join(', ')} and ${tags.length - most} more`;
