import type { Part, Saying } from '../saying.ts';
import type { ListedTicket } from './letter-data.ts';
import type { Action, Thread } from './template-data.ts';

/** What the mails about time are told. */
export type ClockTemplates = {
  /** Time runs out, or has, on tickets of the reader: `tag`, `title` and `what` are the first one’s; `more`: how many beside it. */
  attention: {
    deskName: string;
    tag: string;
    title: string;
    what: Part;
    severe: boolean;
    count: number;
    more: number;
    tickets: readonly ListedTicket[];
    example: string;
  };
  /** `promise`: what the plan says and what became of it; `tried`: by a plan that is not its customer’s. */
  sla: Thread & {
    plan: string;
    tried: boolean;
    clocks: readonly { promise: Saying; lines: readonly Saying[] }[];
    actions: readonly Action[];
  };
};
