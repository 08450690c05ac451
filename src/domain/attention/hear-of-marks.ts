import { admins } from '../answer/told.ts';
import type { Coming } from '../due/bring-about.ts';
import type { Due } from '../due/due.ts';
import type { Effect } from '../effect.ts';
import type { Person } from '../settings.ts';
import type { Mark } from '../sla/marks.ts';
import { type Around, peopleOf } from '../workflow/people-of.ts';
import type { Audience } from '../workflow/workflow.ts';
import { alarmOf, isSevere } from './alarm-of.ts';
import type { Notice } from './notice.ts';

type Reached = Extract<Due, { kind: 'marks' }>;

/** Notes for each whom reached marks are for that they are to hear of it: of several, the last. */
export function hearOfMarks({ desk, scene }: Coming, { clock, marks, keys }: Reached): Effect[] {
  const { ticket } = scene;
  const { settings, now } = desk;
  const severe = isSevere(ticket, settings.sla);
  const heard = new Map<string, Mark>();
  for (const mark of marks) for (const handle of hearersOf(mark, aroundOf({ desk, scene }))) heard.set(handle, mark);
  const last = marks.at(-1);
  const missed = last !== undefined && last.kind !== 'warned';
  if (severe && missed) for (const handle of settings.sla.alarms?.onCall ?? []) heard.set(handle, heard.get(handle) ?? last);
  const notice = { ticket: ticket.number, clock: clock.name, at: now, severe };
  return [
    { act: 'mark-done', ticket: ticket.number, keys },
    ...[...heard].map(([handle, { kind, said }]): Effect => keep({ ...notice, handle, kind, said })),
    ...marks.map(
      ({ kind, said }): Effect => journal(ticket.number, kind, { clock: clock.name, ...(said === '' ? {} : { said }) }),
    ),
    ...(severe && last !== undefined ? alarmOf(desk, ticket, { kind: last.kind, clock, key: keys.at(-1) ?? '' }) : []),
  ];
}

/** Wakes those on call: the ticket is severe. */
export function raiseAlarm({ desk, scene }: Coming, keys: readonly string[]): Effect[] {
  const { ticket } = scene;
  const handles = desk.settings.sla.alarms?.onCall ?? [];
  const notice = { ticket: ticket.number, clock: '', kind: 'severe' as const, said: '', at: desk.now, severe: true };
  return [
    { act: 'mark-done', ticket: ticket.number, keys },
    ...handles.map((handle): Effect => keep({ ...notice, handle })),
    journal(ticket.number, 'severe', {}),
    ...alarmOf(desk, ticket, { kind: 'severe', clock: null, key: keys.join() }),
  ];
}

const keep = (notice: Omit<Notice, 'id'>): Effect => ({ act: 'keep-notice', notice });

const events: Readonly<Record<Notice['kind'], string>> = {
  warned: 'clock-warned',
  breached: 'clock-breached',
  escalated: 'clock-escalated',
  severe: 'alarm-raised',
};

const journal = (ticket: Notice['ticket'], kind: Notice['kind'], data: Readonly<Record<string, unknown>>): Effect => ({
  ...{ act: 'journal', ticket, actor: { kind: 'desk' }, event: events[kind], data },
});

const sides: Readonly<Record<Mark['to'], Audience | null>> = {
  ...{ associate: 'owner', engineer: 'engineer', lead: 'lead', manager: 'manager', sales: 'sales', relationship: 'relationship' },
  'next-level': null,
};

/** Somebody must hear: where nobody is on a side, the leads, else those who look after the desk. */
function hearersOf({ to }: Mark, around: Around): readonly string[] {
  const side = sides[to];
  if (side === null) return [];
  const found = oursOn(side, around);
  if (found.length > 0) return found;
  const leads = oursOn('lead', around);
  return leads.length > 0 ? leads : admins(around.people).map(({ handle }: Person) => handle);
}

const oursOn = (side: Audience, around: Around): string[] =>
  peopleOf(side, around).flatMap((one) => (one.kind === 'associate' ? [one.handle] : []));

const aroundOf = ({ desk: { settings }, scene }: Pick<Coming, 'desk' | 'scene'>): Around => ({
  ...{ ticket: scene.ticket, participants: scene.participants },
  ...{ people: settings.people, customers: settings.customers },
});
