import type { Moved } from './moved.ts';
import type { Audience, Workflow } from './workflow.ts';

/** Whether somebody of the customer's side is told or asked: the mail's text goes along then. */
export const isHeardOutside = ({ tells, asks }: Pick<Moved, 'tells' | 'asks'>, workflow: Pick<Workflow, 'asks'>): boolean =>
  tells.some(({ to }) => isOutside(to)) || asks.some((ask) => workflow.asks[ask]?.of.some(isOutside) === true);

/** The customer's sides; `provider` is outside too, but never hears what is said to a customer. */
const isOutside = (side: Audience): boolean => outside.some((one) => one === side);

const outside: readonly Audience[] = [
  ...(['requester', 'customer', 'participants', 'approver', 'validator'] as const),
  ...(['spoc_theirs', 'users', 'stakeholders', 'waiting'] as const),
];
