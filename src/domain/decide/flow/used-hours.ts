import { approvedMinutes, billableMinutes, sharePassed } from '../../quote/hours.ts';
import { listed, say } from '../../saying.ts';
import { changesOf } from '../../workflow/changes-of.ts';
import { fire } from '../../workflow/fire.ts';
import { lookAt, standingOf, whoOf } from '../../workflow/place.ts';
import type { Deed, Scene } from '../commands/command.ts';
import { recordsAfter } from './records-after.ts';

type Done = Extract<Deed, { kind: 'done' }>;

/** Hours that were noted may near or pass what was approved: whoever noted them is told, and the process takes its step. */
export function withHoursUsed(own: Done, scene: Scene): Done {
  const { records, workflow, ticket, now, actor } = scene;
  const after = { ...scene, records: recordsAfter(records, own) };
  const approved = approvedMinutes(records.quotes, ticket.number);
  const used = (time: typeof records.time): number => billableMinutes(time, workflow.options.billable);
  const percent = sharePassed(approved, used(records.time), used(after.records.time));
  if (percent === null || approved === null) return own;
  const change = listed([own.change, say`${percent} % of the approved hours are used`], '; ');
  const trigger = { kind: 'used', percent } as const;
  const moved = fire(workflow, standingOf(after), trigger, whoOf(actor, ticket), lookAt(after, now), () => ({}));
  return moved.kind === 'moved' ? { ...own, change, moved, set: changesOf(ticket, moved, now) } : { ...own, change };
}
