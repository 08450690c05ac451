import type { ContractReads } from '../../../domain/contract/records.ts';
import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId } from '../../../domain/ids.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { ensureCustomer } from './contacts.ts';
import { touchDirectory } from './directory.ts';
import { associateRow } from './people.ts';

type Act<Name extends Effect['act']> = Extract<Effect, { act: Name }>;

/** What was found out and decided about coverage, and what was used. */
export function contractReads({ tx }: At): ContractReads {
  return {
    async coverage(ticket) {
      const row = await tx.selectFrom('coverages').select('coverage').where('ticket', '=', ticket).executeTakeFirst();
      return row === undefined ? null : fromJson(row.coverage);
    },
    async exceptions(ticket, customer) {
      const rows = await tx
        .selectFrom('exceptions as e')
        .leftJoin('associates as a', 'a.id', 'e.associate')
        .leftJoin('associates as r', 'r.id', 'e.recorded_by')
        .select(['e.ticket', 'e.customer', 'e.state', 'a.handle as by', 'e.via', 'r.handle as recordedBy'])
        .select(['e.reason', 'e.until', 'e.at', 'e.arrival as evidence'])
        .where(({ or, eb }) => or([eb('e.ticket', '=', ticket), ...(customer === null ? [] : [eb('e.customer', '=', customer)])]))
        .orderBy('e.id')
        .execute();
      return rows;
    },
    async contractUse(number, { from, to }, except) {
      const tickets = tx
        .selectFrom('coverages as c')
        .innerJoin('tickets as t', 't.number', 'c.ticket')
        .where('c.contract', '=', number)
        .where('t.deleted', 'is', null)
        .where('t.merged_into', 'is', null)
        .where('t.number', '<>', except);
      const counted = await tickets
        .select(({ fn }) => fn.countAll<number>().as('incidents'))
        .where('t.opened', '>=', from)
        .where('t.opened', '<', to)
        .executeTakeFirst();
      const worked = await tickets
        .innerJoin('hours as h', 'h.ticket', 't.number')
        .select(({ fn }) => fn.sum<number | null>('h.minutes').as('minutes'))
        .where('h.at', '>=', from)
        .where('h.at', '<', to)
        .executeTakeFirst();
      return { incidents: Number(counted?.incidents ?? 0), minutes: Number(worked?.minutes ?? 0) };
    },
    async hasClosed(customer) {
      const row = await tx
        .selectFrom('tickets')
        .select('number')
        .where('customer', '=', customer)
        .where('state', '=', 'closed')
        .where('deleted', 'is', null)
        .where('merged_into', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** A contract that the files do not know, or with other terms than before. */
export async function keepContract(at: At, { customer, contract }: Act<'keep-contract'>, now: number): Promise<void> {
  await ensureCustomer(at, customer, now);
  await touchDirectory(at);
  const terms = JSON.stringify(contract);
  await at.tx
    .insertInto('contracts')
    .values({ number: contract.number, customer, terms, at: now })
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ customer, terms }))
    .execute();
}

/** It was never there. */
export async function dropContract(at: At, { number }: Act<'drop-contract'>): Promise<void> {
  await touchDirectory(at);
  await at.tx.deleteFrom('contracts').where('number', '=', number).execute();
}

/** A contract goes on. */
export async function keepRenewal(
  at: At,
  { renewal }: Act<'keep-renewal'>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  const { number, was, until, by, at: when } = renewal;
  await touchDirectory(at);
  await insertRow(at, 'renewals', { number, was, until, associate: await associateRow(at, by, now), at: when, arrival });
}

/** It does not. */
export async function dropRenewal(at: At, { renewal: { number, until, at: when } }: Act<'drop-renewal'>): Promise<void> {
  await touchDirectory(at);
  await at.tx.deleteFrom('renewals').where('number', '=', number).where('until', '=', until).where('at', '=', when).execute();
}

/** What was found out about a ticket, the latest word only; the journal has them all. */
export async function keepCoverage(at: At, { ticket, coverage }: Act<'keep-coverage'>, now: number): Promise<void> {
  const contract = coverage.covered && coverage.why !== 'exception' ? coverage.number : null;
  const row = { contract, coverage: JSON.stringify(coverage), at: now };
  await at.tx
    .insertInto('coverages')
    .values({ ticket, ...row })
    .onConflict((conflict) => conflict.column('ticket').doUpdateSet(row))
    .execute();
}

/** Each word on an exception is a row of its own. */
export async function keepException(
  at: At,
  { exception }: Act<'keep-exception'>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  const { by, recordedBy, evidence, at: when, ...same } = exception;
  await insertRow(at, 'exceptions', {
    ...{ ...same, at: when, arrival: evidence ?? arrival },
    associate: by === null ? null : await associateRow(at, by, now),
    recorded_by: recordedBy === null ? null : await associateRow(at, recordedBy, now),
  });
}

/** The last word on it is taken back. */
export async function dropException(at: At, { exception: { ticket, state, at: when } }: Act<'drop-exception'>): Promise<void> {
  await at.tx.deleteFrom('exceptions').where('ticket', '=', ticket).where('state', '=', state).where('at', '=', when).execute();
}
