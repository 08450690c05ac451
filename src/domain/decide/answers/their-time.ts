import { offeredTimes, zoneName } from '../../calendar/proposed-times.ts';
import type { Facts } from '../facts.ts';

/** A time that somebody else named, by the desk's own clock. */
export function theirTime({ settings: { desk } }: Pick<Facts, 'settings'>, time: { start: number; end: number }): string {
  const reader = { language: desk.language, timezone: desk.timezone };
  return `${offeredTimes([time], reader)[0]?.text ?? ''}, ${zoneName(reader, time.start)}`;
}
