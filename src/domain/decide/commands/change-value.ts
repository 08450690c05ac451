import { type Part, say, valued } from '../../saying.ts';
import type { TicketChange } from '../../ticket.ts';
import type { Deed, Scene } from './command.ts';
import { newerChange } from './newer-change.ts';
import { saidChange } from './said-change.ts';

type Change = {
  /** As the journal and people call it. */
  field: string;
  from: string | null;
  to: string | null;
  set: TicketChange;
  /** The command that insists. */
  again: string;
  /** What somebody wrote freely does not stand in the journal. */
  isText?: true;
};

/** Sets one value of a ticket: said where it is so already, refused where a colleague has just set it otherwise. */
export function changeValue({ field, from, to, set, again, isText }: Change, scene: Scene): Deed {
  const shown = (value: string | null): Part => (value === null ? say('none') : isText ? value : valued(value));
  if (from === to) return { kind: 'done', change: to === null ? say`already without ${field}` : say`already ${shown(to)}` };
  const newer = newerChange(field, from, again, scene);
  if (newer !== null) return newer;
  const data = isText ? { field } : { field, from, to };
  return { kind: 'done', set, event: 'changed', data, change: saidChange(field, shown(from), shown(to)) };
}
