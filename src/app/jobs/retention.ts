import { emptyClosed, lastKept } from '../../domain/decide/retention.ts';
import type { Settings } from '../../domain/settings.ts';
import { eraseFiles } from '../erase-files.ts';
import type { JobParts } from './job.ts';

/** Tickets in a run: a desk that begins to forget shows in its log what it does before all is gone. */
const most = 200;

/** Tickets in one transaction: mail that comes meanwhile waits for no more than these. */
const atOnce = 50;

/** Why the job has nothing to do on a desk that keeps all. */
export const whyAllIsKept = ({ retention }: Settings): string | null =>
  retention === undefined ? 'helpdesk.yaml has no retention: { closed_after: … }; all is kept' : null;

/** Empties tickets that were closed too long ago, those closed first ahead, and removes their files. */
export async function keepNoLonger(parts: JobParts): Promise<void> {
  for (let done = 0; done < most && (await emptySome(parts)) === atOnce; done += atOnce);
  await eraseFiles(parts);
}

async function emptySome({ store, clock, settings, log }: JobParts): Promise<number> {
  const now = clock.now();
  const before = lastKept(settings(), now);
  if (before === null || (await store.read((at) => at.outlived(before, 1))).length === 0) return 0;
  const emptied = await store.write(async (at) => {
    const tickets = await at.outlived(before, atOnce);
    await at.apply(emptyClosed(tickets), now, null);
    return tickets;
  });
  log.info({ tickets: emptied }, 'emptied tickets that were closed longer ago than tickets are kept');
  return emptied.length;
}

/** The tickets that the next run would empty. */
export async function foreseeRetention({
  store,
  clock,
  settings,
}: Pick<JobParts, 'store' | 'clock' | 'settings'>): Promise<readonly string[]> {
  const before = lastKept(settings(), clock.now());
  if (before === null) return [];
  return store.read(async (at) => {
    const due = await at.outlived(before, most + 1);
    const tickets = await Promise.all(due.slice(0, most).map((number) => at.ticket(number)));
    const lines = tickets
      .filter((ticket) => ticket !== null)
      .map(({ number, closed, mergedInto, subject }) => {
        const since = closed === null ? `merged into ${nameOf(settings(), mergedInto ?? 0)}` : `closed ${dayOf(closed)}`;
        return `${nameOf(settings(), number)}, ${since}: ${subject}`;
      });
    return due.length > most ? [...lines, `and others: a run empties ${most} at most`] : lines;
  });
}

const nameOf = ({ desk }: Settings, number: number): string => `${desk.prefix}-${number}`;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
