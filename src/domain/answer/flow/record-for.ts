import type { Facts, TicketScene } from '../../decide/facts.ts';
import type { Person } from '../../settings.ts';
import { closingRecord } from './closing-record.ts';
import { readerOf } from './reader.ts';
import { standingFor } from './standing-for.ts';
import type { ClosingRecord } from './step-data.ts';
import { stepValues } from './step-values.ts';
import type { Shown } from './telling.ts';

/**
 * What somebody outside keeps of a ticket that one of us closed: null where nothing happened on it but mails to and fro, which a
 * list of them would only repeat.
 */
export function recordFor(facts: Facts, scene: TicketScene, { handle }: Person, address: string) {
  const shown: Shown = { ...facts, scene, was: facts.scene?.ticket ?? null, by: { kind: 'associate', handle } };
  const reader = readerOf({ kind: 'contact', address }, shown);
  if (reader === null) return null;
  const record = closingRecord(shown, reader, stepValues(shown, reader));
  if (!hasHistory(record, scene)) return null;
  const standing = standingFor(scene, reader, facts.settings.desk);
  return { language: reader.language, data: { lead: null, also: [], question: null, asks: [], ...standing, ...record } };
}

/** Hours are the customer's business where they are charged. */
function hasHistory(
  { timeline, decisions, hours, charges, solution, version }: ClosingRecord,
  { workflow }: TicketScene,
): boolean {
  const isCharged = charges.length > 0 || workflow.options.billable !== null;
  return (
    decisions.length > 0 ||
    charges.length > 0 ||
    (isCharged && hours.length > 0) ||
    solution + version !== '' ||
    timeline.some(({ kind }) => kind === 'asked' || kind === 'offered')
  );
}
