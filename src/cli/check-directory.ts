import { differences } from '../domain/directory/differences.ts';
import type { Settings } from '../domain/settings.ts';
import type { Invocation } from './command.ts';

/** Where the file of customers and the store differ; the file wins. Nothing where no desk has run yet. */
export async function directoryWarnings(
  { adapters, common, clock }: Pick<Invocation, 'adapters' | 'common' | 'clock'>,
  { customers }: Settings,
): Promise<string[]> {
  if (!adapters.hasDatabase(common.data)) return [];
  const rooms = await adapters.openReadingRooms(common.data, clock);
  if (rooms.kind === 'refused') return [];
  try {
    const directory = await rooms.store.read((at) => at.directory());
    return differences(customers, directory).map(
      ({ customer, what, file, store }) =>
        `customers.yaml: ${customer}: ${what}: “${file}” here wins over “${store}” in the database`,
    );
  } finally {
    await rooms.store.close();
  }
}
