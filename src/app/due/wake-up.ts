import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { putOff } from '../../domain/due/late-mails.ts';
import { withDirectory } from '../journey/5-directory.ts';
import type { Passing } from './pass-time.ts';

/**
 * What a desk does first when it begins to run: jobs that an earlier run was at are free again, all tickets are looked at (calendars
 * may be others by now), and mails that time wrote and that should have left meanwhile wait for their readers' hours.
 */
export async function wakeUp({ store, clock, settings }: Passing): Promise<void> {
  await store.write(async (at) => {
    const now = clock.now();
    const all = await withDirectory(at, settings());
    const late = putOff(await at.lateMails(now), deskHours(all), all, now);
    await at.apply([{ act: 'free-jobs' }, { act: 'look-at-all' }, ...late], now, null);
  });
}
