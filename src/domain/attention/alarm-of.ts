import type { Coming } from '../due/bring-about.ts';
import type { Effect } from '../effect.ts';
import { tagOf } from '../match/subject-tag.ts';
import type { Clock } from '../sla/read-clocks.ts';
import type { SlaSettings } from '../sla/sla-settings.ts';
import type { Ticket } from '../ticket.ts';
import type { Notice } from './notice.ts';

/** Where nothing else is named. */
const usual: readonly string[] = ['severe'];

/** Whether a ticket is so grave that those on call are woken. */
export const isSevere = ({ severity }: Pick<Ticket, 'severity'>, { alarms }: SlaSettings): boolean =>
  severity !== null && (alarms?.severities ?? usual).includes(severity);

type Happened = { kind: Notice['kind']; clock: Pick<Clock, 'name' | 'due'> | null; key: string };

/** What goes to the webhook, where one is named: of what the customer wrote no more than the subject. */
export function alarmOf({ settings, now }: Coming['desk'], ticket: Ticket, { kind, clock, key }: Happened): Effect[] {
  if (settings.sla.alarms?.webhook == null) return [];
  const tag = tagOf(settings.desk.prefix, ticket.number);
  const id = `${tag} ${key}`;
  const body = JSON.stringify({
    ...{ id, event: kind, ticket: tag, subject: ticket.subject, severity: ticket.severity, state: ticket.state },
    ...{ clock: clock?.name ?? null, due: isoOf(clock?.due ?? null), at: isoOf(now) },
  });
  return [{ act: 'raise-alarm', alarm: { key: id, ticket: ticket.number, body, at: now } }];
}

const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
