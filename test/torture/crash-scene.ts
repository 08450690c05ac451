import { join } from 'node:path';
import { hasTables, withCopy } from './database.ts';
import type { Delivery } from './sink-post.ts';

/** What was found where a desk died. */
export type Scene = {
  /** Epoch ms: its start and its death. */
  from: number;
  to: number;
  /** Message-IDs that were claimed and not settled. */
  sending: Set<string>;
  /** What broke a law right there: `LAW-7: …`. */
  breaches: string[];
};

/** Looks at what a dead desk left behind, before the next one starts. `fresh`: deliveries since the scene before. */
export function crashScene(dir: string, from: number, to: number, fresh: readonly Delivery[]): Scene {
  return withCopy(join(dir, 'data'), (database) => {
    if (!hasTables(database)) return { from, to, sending: new Set<string>(), breaches: [] };
    const claimed = database.rows<{ id: string }>("select message_id as id from outbox where state = 'sending'");
    const known = new Set(database.rows<{ id: string }>('select message_id as id from outbox').map(({ id }) => id));
    const early = fresh.filter(({ messageId }) => !known.has(messageId));
    return {
      ...{ from, to },
      sending: new Set(claimed.map(({ id }) => id)),
      breaches: [
        ...early.map(({ messageId, to: whom }) => `LAW-7: ${messageId} was with ${whom} before its row was durable`),
        ...database.complaints().map((line) => `LAW-5: after a kill: ${line}`),
      ],
    };
  });
}
