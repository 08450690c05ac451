import { ticketValues } from '../ticket-values.ts';

/** What a fact can be: one of some values, a number, or anything. */
export type FactKind = { kind: 'values'; values: readonly string[] } | { kind: 'number' } | { kind: 'text' };

const values = (...list: string[]): FactKind => ({ kind: 'values', values: list });
const number: FactKind = { kind: 'number' };
const text: FactKind = { kind: 'text' };

const ofTicket = [...ticketValues].map(([name, list]): [string, FactKind] => [name, list === null ? text : values(...list)]);

/** Facts of every process that conditions may name, beside the fields. */
export const factNames: ReadonlyMap<string, FactKind> = new Map<string, FactKind>([
  ...ofTicket,
  ['sender', values('known', 'unknown')],
  ['customer', values('new', 'old', 'none')],
  ['channel', values('email', 'phone', 'social', 'chat', 'portal')],
  ['contract', values('active', 'expired', 'none')],
  ['covered', values('yes', 'no')],
  ['quote', values('none', 'open', 'approved', 'declined', 'expired', 'superseded')],
  ['fee', values('none', 'open', 'approved', 'declined', 'expired', 'superseded')],
  ['exception', values('none', 'open', 'approved', 'refused')],
  ['bag', values('enough', 'short', 'none')],
  ['talked_with_user', values('yes', 'no')],
  ['open_linked', number],
  ['approved_hours', number],
  ['level_needed', values('L1', 'L2', 'L3')],
]);

/** Facts that go on behind a dot: `hours.analysis`, `rounds.offer`, `quote.hours`. */
export const factFamilies = {
  checklist: { kind: values('done', 'open') },
  rounds: { kind: number },
  hours: { kind: number },
  quote: { kind: text },
  fee: { kind: text },
} as const;

/** Records with a date that an ask may expire on. */
export const datedRecords: readonly string[] = ['quote.valid', 'fee.valid'];
