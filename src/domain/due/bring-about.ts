import { tellCoverage } from '../answer/contracts/tell-coverage.ts';
import type { Unasked } from '../answer/notify-woken.ts';
import type { Ask } from '../ask/ask.ts';
import { hearOfMarks, raiseAlarm } from '../attention/hear-of-marks.ts';
import { coverageNow } from '../contract/customer-record.ts';
import { noteCoverage } from '../contract/note-coverage.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Mark } from '../sla/marks.ts';
import { advance } from '../workflow/advance.ts';
import type { Accompanied } from '../workflow/along.ts';
import type { Trigger } from '../workflow/workflow.ts';
import type { Due } from './due.ts';
import { remind } from './remind.ts';
import { tellUnassigned } from './unassigned.ts';
import { wake } from './wake.ts';

/** Something that is due on a ticket as it stands. */
export type Coming = { desk: Unasked & Accompanied; scene: TicketScene; due: Due };

/** What is done about it; nothing: the ticket is not ready for it, and it comes again when something changes there. */
export function bringAbout(coming: Coming): Effect[] {
  const { desk, scene, due } = coming;
  switch (due.kind) {
    case 'wake':
      return wake(desk, scene);
    case 'remind':
      return remind(desk, scene, due);
    case 'expired':
      return expire(coming, due.ask);
    case 'silent':
      return once(coming, { kind: 'silent', ask: due.ask.ask });
    case 'breached':
      return once(coming, { kind: 'breached', clock: due.clock });
    case 'marks':
      return [...hearOfMarks(coming, due), ...goUp(coming, due.marks)];
    case 'alarm':
      return raiseAlarm(coming, due.keys);
    case 'unassigned':
      return tellUnassigned(desk, scene, due);
    case 'contract-ends':
      return endContract(coming);
    case 'after':
    case 'quiet':
      return once(coming, { kind: due.kind, wait: due.wait });
  }
}

/** A question lapses whatever its process makes of it. */
function expire(coming: Coming, ask: Ask): Effect[] {
  const { number } = coming.scene.ticket;
  const { keys } = coming.due;
  return [
    { act: 'settle-ask', ask: ask.id, state: 'expired' },
    {
      ...{ act: 'journal', ticket: number, actor: { kind: 'desk' }, event: 'ask-expired' },
      data: { ask: ask.ask, round: ask.round },
    },
    ...(keys.length === 0 ? [] : [{ act: 'mark-done', ticket: number, keys } as const]),
    ...(fired(coming, { kind: keys.length === 0 ? 'expired' : 'silent', ask: ask.ask }) ?? []),
  ];
}

/** The ticket itself goes up where the plan has it so, and its process a way. */
const goUp = (coming: Coming, marks: readonly Mark[]): readonly Effect[] =>
  marks.some(({ to }) => to === 'next-level') ? (fired(coming, { kind: 'event', event: 'level-overdue' }) ?? []) : [];

/** Where no other contract speaks for the ticket, its process hears that there is none any more. */
function endContract(coming: Coming): Effect[] {
  const { ticket, records } = coming.scene;
  const { now } = coming.desk;
  const noted = noteCoverage(ticket, records.ofCustomer, now);
  if (noted.length === 0) return noted;
  const isOver = coverageNow(ticket, records.ofCustomer, now).contract !== 'active';
  const step = isOver ? (fired(coming, { kind: 'event', event: 'contract-expired' }) ?? []) : [];
  return [...noted, ...step, ...tellCoverage(coming.desk, coming.scene, step)];
}

function once(coming: Coming, trigger: Trigger): Effect[] {
  const effects = fired(coming, trigger);
  const done: Effect = { act: 'mark-done', ticket: coming.scene.ticket.number, keys: coming.due.keys };
  return effects === null ? [] : [done, ...effects];
}

/** What the process makes of it; null where it takes no step from here, or not as things are. */
function fired({ desk, scene }: Coming, trigger: Trigger): readonly Effect[] | null {
  const who = { roles: [], level: null, sides: [] };
  const advanced = advance(desk, scene, { trigger, who, actor: { kind: 'desk' } });
  return advanced.kind === 'advanced' ? advanced.effects : null;
}
