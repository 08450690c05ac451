import type { Party } from './ticket.ts';

/** Which tickets are meant: all that fit everything said. */
export type TicketFilter = {
  state?: string;
  /** Handle of the assignee. */
  mine?: string;
  search?: string;
  /** Of the latest touched; what is counted is all the same. */
  limit?: number;
  /** Not closed, and living on in no other. */
  open?: true;
  unassigned?: true;
  /** Something on it waits for a person. */
  held?: true;
  /** A clock on it has run out, and still runs. */
  breached?: true;
  /** Waits for one of these. */
  waitsFor?: readonly Party[];
  /** Of one of these teams, or of none. */
  teams?: readonly string[];
  /** Those untouched the longest first. */
  oldest?: true;
  customer?: string;
  severity?: string;
  priority?: string;
  type?: string;
  team?: string;
};
