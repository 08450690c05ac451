import type { Folder } from '../../domain/mailbox.ts';
import { filing } from './filing.ts';
import { sleep } from './sleep.ts';
import { standing } from './standing.ts';
import { taking } from './take-mails.ts';
import type { Watch } from './watch.ts';

/** Takes what is in the folder, then whatever comes, until the connection ends or `signal` says stop. */
export async function watchFolder(watch: Watch, folder: Folder): Promise<void> {
  const { mailbox, clock, signal, reached, trouble } = watch;
  const files = filing(watch, folder);
  const mails = taking(watch, folder, files, await standing(watch, folder));
  reached('connected');
  await takeUp(watch);
  await files.again();
  await mails.baseline();
  while (!signal.aborted && folder.isOpen()) {
    // A sign of mail that comes while we file is easily lost among the answers: we wait only after a look that found none.
    if (await mails.fresh()) continue;
    if (signal.aborted || !folder.isOpen()) break;
    const retry = trouble.nextTry() === 0 ? mailbox.poll : Math.max(0, trouble.nextTry() - clock.now());
    const wait = Math.min(mailbox.poll, retry);
    await sleep(clock, wait, signal, folder.news(wait));
    await files.again();
  }
}

/** Mails of an earlier connection that were received when something broke; `again` files them then. */
async function takeUp({ intake, untaken }: Watch): Promise<void> {
  if (untaken.size === 0) return;
  const ids = [...untaken];
  await intake.take(ids);
  untaken.clear();
}
