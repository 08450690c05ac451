import { type MailToPlay, mailsToPlay } from '../app/rehearse/mails-to-play.ts';
import { parseDuration } from '../domain/duration.ts';
import type { Invocation } from './command.ts';

/** The mails to be played, or why there are none. */
export async function rehearsalMails({
  adapters,
  clock,
  common,
  options,
  args,
}: Invocation): Promise<readonly MailToPlay[] | string> {
  const [folder] = args;
  const since = sinceOf(options['since'] ?? (folder === undefined ? '1d' : '1970-01-01'), clock.now());
  if (since === null)
    return `--since ${options['since']}: expected a day, a moment or how long ago: 2026-03-01, 2026-03-01T09:00Z, 2d`;
  const found = folder === undefined ? null : await adapters.mailsIn(folder);
  if (found?.kind === 'refused') return found.text;
  const allAt = common.now === undefined ? null : clock.now();
  const played = await mailsToPlay({ adapters, dataDir: common.data, clock, since, allAt, found: found?.mails ?? null });
  if (played.kind === 'refused') return played.text;
  if (played.mails.length > 0) return played.mails;
  const when = options['since'] === undefined && folder !== undefined ? '' : ` since ${new Date(since).toISOString()}`;
  return folder === undefined
    ? `${common.data}: the desk took no mails${when}: name a folder of mails, or an earlier --since`
    : `${folder}: no mails there${when}: expected .eml files, a Maildir, or an mbox`;
}

/** Epoch ms; null where it is no such thing. */
function sinceOf(said: unknown, now: number): number | null {
  const ago = parseDuration(String(said));
  const moment = Date.parse(String(said));
  return ago !== null ? now - ago : Number.isNaN(moment) ? null : moment;
}
