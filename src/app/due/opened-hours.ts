import { type DeskHours, deskHours } from '../../domain/calendar/desk-hours.ts';
import type { Settings } from '../../domain/settings.ts';

/** Calendars know the days they were asked for: opening them anew for each ticket would cost more than all the rest. */
export function hoursOf(settings: Settings): DeskHours {
  const hours = opened.get(settings) ?? deskHours(settings);
  opened.set(settings, hours);
  return hours;
}

const opened = new WeakMap<Settings, DeskHours>();
