import type { ContractMarks } from '../contract/marks.ts';
import type { AwayRule } from '../decide/away.ts';
import type { Unassigned } from '../due/unassigned.ts';
import type { CronTimes } from '../jobs/cron.ts';
import type { ReviewTimes } from '../review/cadence.ts';
import type { Rung, Targets } from './plan.ts';

/** `sla.yaml` as the house uses it. */
export type SlaSettings = {
  calendars: Readonly<
    Record<string, { timezone: string; hours: Readonly<Record<string, readonly string[]>>; holidays: readonly string[] }>
  >;
  plans: Readonly<Record<string, PlanSettings>>;
  /** By team: the calendar of those in it who have none of their own. */
  teams?: Readonly<Record<string, { calendar: string | null }>>;
  alarms?: AlarmSettings;
  jobs: Readonly<Record<string, CronTimes>>;
  contracts: ContractMarks;
  reviews?: ReviewTimes | undefined;
  unassigned?: Unassigned | undefined;
  away?: { handOver: AwayRule } | undefined;
};

/** Whom severe tickets wake at any hour, and by what beside mail. */
export type AlarmSettings = {
  severities: readonly string[];
  /** Handles. */
  onCall: readonly string[];
  webhook: { url: string; secret: string | null } | null;
};

export type PlanSettings = {
  calendar: string | null;
  /** In which the calendar's hours are meant here; `customer`: in that of whoever is served; null: its own. */
  timezone: string | null;
  targets: Targets;
  warn: readonly number[];
  escalate: readonly Rung[];
};
