import { evidenceRow } from '../../domain/authenticate/evidence.ts';
import type { Facts } from '../../domain/decide/facts.ts';
import { wantedClass } from '../../domain/decide/wanted-class.ts';
import type { Decision } from '../../domain/effect.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Taken, Writing } from '../../domain/ports.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { Deciding } from './5-gather.ts';
import { judge } from './6-decide.ts';
import type { Understood, Unreadable } from './understand.ts';

/** Called at the places where torture kills the process; does nothing otherwise. */
export type Reached = (point: string) => void;

/**
 * Step 7 of one mail, inside the transaction of its batch (T2): decided on what the store says now, applied, and the
 * ledger row closed, all or none. A mail that somebody else decided meanwhile changes nothing.
 */
export async function storeMail(
  at: Writing,
  deciding: Deciding,
  mail: Understood | Unreadable,
  reached: Reached,
): Promise<Taken> {
  if (mail.kind === 'unreadable') return storeUnreadable(at, mail);
  const { arrival } = mail;
  const { decision, facts } = await judge(at, deciding, mail);
  const { messageId, contentHash } = mail.mail;
  const again = decision.effects.flatMap((effect) => (effect.act === 'retake' ? [effect.arrival] : []));
  const taken = await settle(at, arrival, { ...decision, messageId, contentHash }, async () => {
    reached('deciding');
    await at.keepEvidence(arrival.id, rowOf(facts), deciding.now);
    await at.apply(decision.effects, deciding.now, arrival.id);
    reached('applied');
  });
  return again.length === 0 ? taken : { ...taken, again };
}

const rowOf = (facts: Facts) => evidenceRow(facts.verdict, facts.level, wantedClass(facts), facts.settings.authentication.rules);

/** What cannot be understood is kept, shown to the admins, and can be taken again after a mend. */
export async function storeUnreadable(at: Writing, { arrival, why }: Pick<Unreadable, 'arrival' | 'why'>): Promise<Taken> {
  return settle(at, arrival, { outcome: 'held', ticket: null, why, messageId: null, contentHash: null }, async () => {});
}

type Verdict = Pick<Decision, 'outcome' | 'ticket' | 'why'> & { messageId: Taken['messageId']; contentHash: Sha256 | null };

async function settle(at: Writing, arrival: Arrival, verdict: Verdict, apply: () => Promise<void>): Promise<Taken> {
  const mine = await at.decide(arrival.id, verdict);
  const { outcome, ticket, why, messageId } = verdict;
  if (mine) {
    await apply();
    return { id: arrival.id, outcome, ticket, why, messageId };
  }
  const [now] = await at.arrivals([arrival.id]);
  return { id: arrival.id, outcome: now?.outcome ?? 'held', ticket: now?.ticket ?? null, why: now?.why ?? '', messageId };
}
