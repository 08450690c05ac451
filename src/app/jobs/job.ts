import type { Alert } from '../../domain/answer/tell-admins.ts';
import type { PostAlarm } from '../../domain/attention/post.ts';
import type { Check } from '../../domain/digest/ledger-mail.ts';
import type { CronTimes } from '../../domain/jobs/cron.ts';
import type { Blobs, Log } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Passing } from '../due/pass-time.ts';

/** What jobs work with. */
export type JobParts = Passing & {
  log: Log;
  blobs: Blobs;
  /** Something may be in the outbox. */
  stored: () => void;
  alert: (alert: Alert) => Promise<void>;
  /** What the desk finds when it looks itself over. */
  selfTest: () => Promise<readonly Check[]>;
  /** A person runs it now, and wants to see what it does. */
  byHand: boolean;
  postAlarm: PostAlarm;
};

/** Something that is done again and again. It does what the store says is due, so that a run too many does nothing. */
export type Job = {
  /** As `sla.yaml` and `maildesk jobs` call it. */
  name: string;
  about: string;
  /** Where `sla.yaml` does not say; null: then it never runs by itself, and where it says so each reader's own clock is meant. */
  times: CronTimes | null;
  /** A desk that is new to it lets it wait for its time: there is nothing yet that was missed. */
  waits?: true;
  /** Why it never runs on this desk; null where it does. */
  off?(settings: Settings): string | null;
  /** What a run now would do, a line each, for a person; nothing is changed. */
  foresee?(parts: Pick<JobParts, 'store' | 'clock' | 'settings'>): Promise<readonly string[]>;
  /** @throws what went wrong, a line each; the next run tries again */
  run(parts: JobParts): Promise<void>;
};
