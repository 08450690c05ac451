import type { Evidence, OutboxRow } from './evidence.ts';
import type { Delivery } from './sink-post.ts';

/** LAW-3: every row of the outbox was sent, at least once, unless somebody or some server called it off; a folded one with its first. */
export function everythingWasSent({ outbox, deliveries, injected }: Evidence): string[] {
  const arrived = new Set(deliveries.map(({ messageId }) => messageId));
  const bounced = injected.some(({ kind }) => kind === 'bounce');
  const isOver = ({ state }: OutboxRow) => state === 'sent' || (state === 'failed' && bounced);
  const byId = new Map(outbox.map((row) => [row.id, row]));
  return outbox.flatMap((row) => {
    const left = row.state === 'folded' ? byId.get(row.folded_into ?? 0) : row;
    if (calledOff.includes(row.state) || (left !== undefined && isOver(left) && arrived.has(left.message_id))) return [];
    const seen = left !== undefined && arrived.has(left.message_id) ? 'arrived' : 'never arrived';
    const first = left === row ? '' : ` into ${row.folded_into} (${left?.state ?? 'which is not there'})`;
    return [`outbox ${row.id} (${row.template} to ${row.to_address}) is ${row.state}${first} and ${seen}`];
  });
}

const calledOff = ['cancelled', 'held', 'blocked'];

/** Milliseconds that may pass between the sink's record and the desk's mark: what is longer is no window but a gap. */
const window = 10_000;

/** LAW-4: a mail is sent once more only where the desk was killed between the server's 250 and the mark in the outbox. */
export function noMoreTwinsThanKills({ deliveries, scenes }: Evidence): string[] {
  return [...Map.groupBy(deliveries, ({ messageId }) => messageId)].flatMap(([messageId, copies]) => {
    const extra = copies.length - 1;
    const kills = extra === 0 ? 0 : scenes.filter((scene) => isInWindow(scene, messageId, copies)).length;
    return extra > kills ? [`${messageId} to ${copies[0]?.to}: ${extra} extra, ${kills} kills in its window`] : [];
  });
}

/** Handed over in the run that was killed, not long before, and still unmarked afterwards. */
function isInWindow({ from, to, sending }: Evidence['scenes'][number], messageId: string, copies: readonly Delivery[]): boolean {
  return sending.has(messageId) && copies.some(({ at }) => at >= Math.max(from, to - window) && at <= to + 1_000);
}

/** For the table: kills that fell into the window of some mail, and mails that came more than once. */
export function twins({ deliveries, scenes }: Evidence): { kills: number; extra: number } {
  const copies = Map.groupBy(deliveries, ({ messageId }) => messageId);
  const hit = scenes.filter((scene) => [...scene.sending].some((id) => isInWindow(scene, id, copies.get(id) ?? [])));
  return { kills: hit.length, extra: deliveries.length - copies.size };
}

/** LAW-7: nothing leaves before what it speaks of is durable. Looked at after every kill, and here once more. */
export function nothingLeftTooEarly({ deliveries, outbox, tickets, arrivals, scenes }: Evidence): string[] {
  const rows = new Map(outbox.map((row) => [row.message_id, row]));
  const decided = new Set(arrivals.filter(({ outcome }) => outcome !== null).map(({ id }) => id));
  return [
    ...scenes.flatMap(({ breaches }) => breaches.filter((line) => line.startsWith('LAW-7'))),
    ...deliveries.flatMap(({ messageId, to }) => {
      const row = rows.get(messageId);
      if (row === undefined) return [`${messageId} reached ${to}, and no row of the outbox knows it`];
      if (row.ticket !== null && !tickets.has(row.ticket)) return [`${messageId} reached ${to}, its ticket is not there`];
      return row.arrival !== null && !decided.has(row.arrival) ? [`${messageId} reached ${to}, its cause is undecided`] : [];
    }),
  ];
}
