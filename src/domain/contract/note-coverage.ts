import type { Effect } from '../effect.ts';
import type { Ticket } from '../ticket.ts';
import type { Coverage } from './coverage.ts';
import { type CustomerRecord, coverageNow } from './customer-record.ts';

/** What is written down when a ticket stands otherwise to its customer's contracts than was known: nothing where all is as it was. */
export function noteCoverage(ticket: Ticket, record: CustomerRecord, now: number): Effect[] {
  if (record.contracts.length === 0 && record.coverage === null) return [];
  const coverage = coverageNow(ticket, record, now);
  if (record.coverage !== null && isSame(coverage, record.coverage)) return [];
  const { contract, covered, why, number } = coverage;
  return [
    { act: 'keep-coverage', ticket: ticket.number, coverage },
    {
      ...{ act: 'journal', ticket: ticket.number, actor: { kind: 'desk' }, event: 'coverage' },
      data: { contract, covered, why, number },
    },
  ];
}

/** The record with the words on exceptions that a mail brings. */
export function withExceptions(record: CustomerRecord, effects: readonly Effect[]): CustomerRecord {
  const made = effects.flatMap((effect) => (effect.act === 'keep-exception' ? [effect.exception] : []));
  return made.length === 0 ? record : { ...record, exceptions: [...record.exceptions, ...made] };
}

const isSame = (one: Coverage, other: Coverage): boolean =>
  one.contract === other.contract && one.why === other.why && one.number === other.number;
