/** An alarm on its way. `key` is the same whenever the same alarm is sent. */
export type AlarmPost = { url: string; secret: string | null; key: string; body: string; now: number };

/** `deferred`: worth another try; `refused`: another try would end the same. */
export type Posted = { kind: 'taken' } | { kind: 'deferred' | 'refused'; why: string };

/** What sends alarms. */
export type PostAlarm = (alarm: AlarmPost) => Promise<Posted>;
