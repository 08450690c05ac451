import { kinds, priorities, severities, threeSteps } from '../decide/values/names.ts';

/** Values every ticket has, which a process may collect and set like fields of its own; where closed, all they can be. */
export const ticketValues: ReadonlyMap<string, readonly string[] | null> = new Map<string, readonly string[] | null>([
  ['severity', severities],
  ['priority', priorities],
  ['impact', threeSteps],
  ['complexity', threeSteps],
  ['type', kinds],
  ['level', ['L1', 'L2', 'L3']],
  ['assignee', null],
  ['customer', null],
  ['team', null],
]);
