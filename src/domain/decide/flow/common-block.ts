import type { TicketChange } from '../../ticket.ts';
import { changesOf } from '../../workflow/changes-of.ts';
import { common } from '../../workflow/common.ts';
import type { Moved } from '../../workflow/moved.ts';
import { standingOf } from '../../workflow/place.ts';
import type { Scene } from '../commands/command.ts';

type On = Pick<Scene, 'ticket' | 'workflow' | 'records' | 'now'>;
type Carried = { moved: Moved; set: TicketChange };

/** Ends the ticket from wherever it stands; all that was asked is taken back. `by`: the command. */
export const closing = (on: On, by: string): Carried => carried(on, common.close(on.workflow, standingOf(on), by));

/** Takes a closed ticket up again: where its process says, else where it was. */
export const reopening = (on: On, by: string): Carried => carried(on, common.reopen(on.workflow, standingOf(on), by));

const carried = ({ ticket, now }: On, moved: Moved): Carried => ({ moved, set: changesOf(ticket, moved, now) });
