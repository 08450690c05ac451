import { type ExpressionBuilder, sql } from 'kysely';
import type { OutboxId } from '../../../domain/ids.ts';
import type { OutboxState } from '../../../domain/outbox.ts';
import type { LimitName, SendLimit, SendLimits } from '../../../domain/settings.ts';
import { prepared } from '../prepared.ts';
import type { QueuedRow, Tables } from '../schema.ts';
import type { At } from '../search.ts';

/** A due mail, as its limits look at it. */
export type Due = Pick<QueuedRow, 'id' | 'to_address' | 'party' | 'next'>;

/** Until when a mail has to wait, and for which limit. */
export type Turn = { next: number; limited: LimitName };

/** What one claim knows of its limits: how many more may leave now, counted once for each address and domain. */
export type Gate = { now: number; limits: SendLimits; room: Map<string, number>; someWait: boolean };

/** Opens a claim: nothing is counted yet. */
export async function openGate(at: At, now: number, limits: SendLimits): Promise<Gate> {
  return { now, limits, room: new Map(), someWait: (await anyWaiting(at, {})).rows.length > 0 };
}

/** Whose mails are counted together. */
export const domainOf = ({ to_address: address, party }: Pick<Due, 'to_address' | 'party'>): string | null =>
  party === 'contact' ? address.slice(address.lastIndexOf('@') + 1) : null;

/**
 * Whether a due mail may leave now, without more than `count` leaving in any span of `within`; else its turn, behind those
 * that wait already. No mail passes another one to the same reader that has to wait.
 *
 * @returns null where it may
 */
export async function turnOf(at: At, due: Due, gate: Gate): Promise<Turn | null> {
  const [ahead] = gate.someWait ? (await waitingAhead(at, { address: due.to_address, id: due.id })).rows : [];
  const turns: Turn[] = ahead?.next == null || ahead.limited === null ? [] : [{ next: ahead.next, limited: ahead.limited }];
  const rules = rulesFor(due, gate.limits);
  for (const rule of rules)
    if ((await roomUnder(at, rule, gate)) <= 0) turns.push({ next: await turnUnder(at, rule, gate.now), limited: rule.limited });
  const [last] = turns.toSorted((a, b) => b.next - a.next);
  gate.someWait ||= last !== undefined;
  if (last === undefined) for (const rule of rules) gate.room.set(nameOf(rule), (gate.room.get(nameOf(rule)) ?? 0) - 1);
  return last ?? null;
}

type Rule = SendLimit & { limited: LimitName; column: 'to_address' | 'to_domain'; key: string };

function rulesFor(due: Due, { perRecipient, perDomain, perAssociate }: SendLimits): Rule[] {
  const toOne = due.party === 'contact' ? perRecipient : perAssociate;
  const limited = due.party === 'contact' ? 'per_recipient' : 'per_associate';
  const domain = domainOf(due);
  return [
    ...(toOne === null ? [] : [{ ...toOne, limited, column: 'to_address', key: due.to_address } as const]),
    ...(perDomain === null || domain === null
      ? []
      : [{ ...perDomain, limited: 'per_domain', column: 'to_domain', key: domain } as const]),
  ];
}

const nameOf = ({ column, key }: Rule): string => `${column} ${key}`;

async function roomUnder(at: At, rule: Rule, { now, room }: Gate): Promise<number> {
  const known = room.get(nameOf(rule));
  if (known !== undefined) return known;
  const { rows } = await countBy[rule.column](at, { key: rule.key, since: now - rule.within });
  const left = rule.count - Number(rows[0]?.count ?? 0);
  room.set(nameOf(rule), left);
  return left;
}

const countOf = (column: Rule['column']) =>
  prepared((tx, { key, since }: { key: string; since: number }) =>
    tx
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('claimed', 'is not', null)
      .where(column, '=', key)
      .where('claimed', '>', since),
  );
const countBy = { to_address: countOf('to_address'), to_domain: countOf('to_domain') };

/** The next slot that nobody waits for yet: each mail that left frees one when its span is over. */
async function turnUnder(at: At, { column, key, count, within }: Rule, now: number): Promise<number> {
  const since = now - within;
  const waiting = Number((await waitingBy[column](at, { key, now })).rows[0]?.count ?? 0);
  const [slot] = (await leftBy[column](at, { key, since, after: count - 1 - (waiting % count) })).rows;
  return (slot?.claimed ?? now) + within * (1 + Math.floor(waiting / count));
}

type Left = { key: string; since: number; after: number };

/** When a mail left, the latest but so many. */
const leftOf = (column: Rule['column']) =>
  prepared((tx, { key, since, after }: Left) =>
    tx
      .selectFrom('outbox')
      .select('claimed')
      .where('claimed', 'is not', null)
      .where(column, '=', key)
      .where('claimed', '>', since)
      .orderBy('claimed', 'desc')
      .limit(1)
      .offset(after),
  );
const leftBy = { to_address: leftOf('to_address'), to_domain: leftOf('to_domain') };

const isLimited = (eb: ExpressionBuilder<Tables, 'outbox'>) =>
  eb.and([eb('limited', 'is not', null), eb('state', 'in', [sql.lit<OutboxState>('waiting'), sql.lit<OutboxState>('delayed')])]);

const waitingOf = (column: Rule['column']) =>
  prepared((tx, { key, now }: { key: string; now: number }) =>
    tx
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(isLimited)
      .where(column, '=', key)
      .where('next', '>', now),
  );
const waitingBy = { to_address: waitingOf('to_address'), to_domain: waitingOf('to_domain') };

const anyWaiting = prepared((tx, _none: object) => tx.selectFrom('outbox').select('id').where(isLimited).limit(1));
const waitingAhead = prepared((tx, { address, id }: { address: string; id: OutboxId }) =>
  tx
    .selectFrom('outbox')
    .select(['next', 'limited'])
    .where(isLimited)
    .where('to_address', '=', address)
    .where('id', '<', id)
    .orderBy('next', 'desc')
    .limit(1),
);
