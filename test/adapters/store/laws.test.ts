import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore, type SqlStore } from '../../../src/adapters/store/open-store.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { outboxId, ticketNo } from '../../../src/domain/ids.ts';
import type { Actor } from '../../../src/domain/ticket.ts';
import { fetched, hashOf, idOf, message, monday, noLimits, outgoing, person, ticket } from '../../support/store-facts.ts';

/** Few people, ids and tickets, so that they meet often; some tickets are never opened. */
const addresses = fc.constantFrom('jane@globex.example', 'JANE@globex.example', 'joe@globex.example', '', 'ñ@ü.example');
const handles = fc.constantFrom('maria', 'ravi', 'gone');
const numbers = fc.integer({ min: 1, max: 4 }).map(ticketNo);
const customers = fc.option(fc.constantFrom('globex', 'initech'));
const words = fc.string({ unit: 'grapheme', maxLength: 20 });
const actors: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant<Actor>({ kind: 'desk' }),
  handles.map((handle): Actor => ({ kind: 'associate', handle })),
  addresses.map((address): Actor => ({ kind: 'contact', address })),
);

const effects: fc.Arbitrary<Effect> = fc.oneof(
  fc
    .record({ address: addresses, name: words, customer: customers, language: fc.option(words), proved: fc.boolean() })
    .map((each): Effect => ({ act: 'keep-contact', ...each })),
  fc
    .record({ number: numbers, subject: words, assignee: fc.option(handles), customer: customers, requester: addresses })
    .map(({ number, ...change }): Effect => ({ act: 'open-ticket', ticket: ticket(number, change) })),
  fc
    .record({ ticket: numbers, assignee: fc.option(handles), customer: customers, requester: addresses })
    .map(({ ticket: number, ...set }): Effect => ({ act: 'change-ticket', ticket: number, set })),
  fc.record({ ticket: numbers, address: addresses, name: words }).map(
    ({ ticket: number, address, name }): Effect => ({
      act: 'add-participant',
      ticket: number,
      participant: { address, name, role: 'cc' },
    }),
  ),
  fc.record({ ticket: numbers, text: words, uid: fc.integer({ min: 1, max: 9 }) }).map(
    ({ ticket: number, text, uid }): Effect => ({
      act: 'add-message',
      ticket: number,
      message: message({ text, sha256: hashOf(`mail ${uid}`) }),
    }),
  ),
  fc
    .record({ ticket: numbers, name: words })
    .map((each): Effect => ({ act: 'learn-id', ticket: each.ticket, messageId: idOf(each.name) })),
  fc.record({ ticket: numbers, to: numbers }).map((each): Effect => ({ act: 'link-tickets', ...each, why: 'quoted' })),
  fc
    .record({ ticket: fc.option(numbers), actor: actors })
    .map((each): Effect => ({ act: 'journal', ...each, event: 'noted', data: {} })),
  fc
    .record({ ticket: fc.option(numbers), name: fc.integer({ max: 20 }) })
    .map((each): Effect => ({ act: 'queue-mail', mail: outgoing(each.ticket, `m${each.name}`) })),
  fc.integer({ min: 1, max: 9 }).map((id): Effect => ({ act: 'mark-bounced', outbox: outboxId(id), diagnostic: 'no' })),
);

type Step =
  | { kind: 'apply'; effects: Effect[]; uid: number }
  | { kind: 'people'; handles: string[] }
  | { kind: 'outbox'; owner: string };
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('apply'),
      effects: fc.array(effects, { maxLength: 6 }),
      uid: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('people'), handles: fc.uniqueArray(handles) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outbox'), owner: fc.constantFrom('run 1', 'run 2') }) },
);

test('LAW-5: whatever is applied, in whatever order, and whatever of it fails: no orphan rows, no broken index', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 30 }), async (walk) => {
      const store = await openStore({ file: ':memory:', now: () => monday });
      for (const step of walk) await taken(store, step);
      expect(await store.complaints()).toEqual([]);
      await store.close();
    }),
    { numRuns: 60 },
  );
});

/** What cannot be (a ticket opened twice, one never opened) fails, and must take all of its step with it. */
async function taken(store: SqlStore, step: Step): Promise<void> {
  await store
    .write(async (to) => {
      if (step.kind === 'people') return await to.syncPeople(step.handles.map(person), monday);
      if (step.kind === 'outbox') {
        await to.releaseLeases(step.owner, monday);
        await to.claimDue(monday, 2, step.owner, monday, noLimits);
        return;
      }
      const [id] = await to.addArrivals([fetched(step.uid)]);
      if (id !== undefined && (await to.decide(id, verdict(step.effects)))) await to.apply(step.effects, monday, id);
    })
    .catch(() => {});
}

/** Names the ticket that the step opens, before it is opened. */
function verdict(effects: readonly Effect[]) {
  const opened = effects.find((each) => each.act === 'open-ticket');
  return {
    outcome: 'created' as const,
    ticket: opened?.ticket.number ?? null,
    why: '',
    messageId: null,
    contentHash: hashOf('content'),
  };
}
