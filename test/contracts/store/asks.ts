import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Ask, Asked, Given, NewProof } from '../../../src/domain/ask/ask.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { beginning, checkChain } from '../../../src/domain/evidence-chain.ts';
import { askId, sha256, ticketNo } from '../../../src/domain/ids.ts';
import { applied, fetched, hashOf, idOf, monday, one, opening, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const day = 86_400_000;
const jane: Asked = { kind: 'contact', address: 'jane@globex.example' };
const maria: Asked = { kind: 'associate', handle: 'maria' };

/** Questions put to people, what they said, and what each decision rested on. */
export function asksContract(open: OpenStore): void {
  describe('asks', () => {
    const desk = useStore(open);
    const offer = (change: Partial<Ask> = {}): Extract<Effect, { act: 'open-ask' }> => ({
      act: 'open-ask',
      ask: {
        ...{ id: askId(1), ticket: ticketNo(1), ask: 'offer', round: 1, of: [jane, maria], answers: ['approve', 'decline'] },
        about: { kind: 'quote', id: 7, revision: 2, hash: hashOf('quote') },
        ...{ need: 'all', asked: monday, expires: monday + day, reminds: [monday + 1, monday + 2], mails: [idOf('asks-1')] },
        ...change,
      },
    });
    const says = (by: Asked, change: Partial<Given> = {}): Effect => ({
      act: 'answer-ask',
      ask: askId(1),
      given: {
        ...{
          by,
          answer: 'approve',
          value: '',
          via: 'mail',
          recordedBy: null,
          words: 'Fine by us.',
          state: 'counted',
          until: null,
        },
        ...change,
      },
    });
    const proof = (round: number): Effect => ({
      act: 'keep-proof',
      proof: {
        ...{ ticket: ticketNo(1), ask: askId(1), name: 'offer', round, by: jane, answer: 'approve', decision: 'counted' },
        ...{ rule: 'C5 needs E3, has E3: do', level: 'E3', about: null, via: 'mail', recordedBy: 'maria', token: 'approve' },
      } satisfies NewProof,
    });
    const asks = (number = 1) => desk.store.read((at) => at.asks(ticketNo(number)));

    test('one is kept whole, with all that was said to it', async () => {
      expect(await desk.store.read((at) => at.nextAsk())).toBe(1);
      const arrival = await received(desk.store, fetched(1));
      await applied(desk.store, [...opening(1), offer()]);
      await applied(
        desk.store,
        [says(jane), says(maria, { recordedBy: 'ravi', via: 'phone', answer: 'decline' })],
        monday + 5,
        arrival,
      );
      const given = { at: monday + 5, evidence: arrival, words: 'Fine by us.', state: 'counted', until: null, value: '' };
      const { act: _, ...kept } = offer();
      expect(await asks()).toEqual([
        {
          ...kept.ask,
          state: 'open',
          given: [
            { ...given, by: jane, answer: 'approve', via: 'mail', recordedBy: null },
            { ...given, by: maria, answer: 'decline', via: 'phone', recordedBy: 'ravi' },
          ],
        },
      ]);
      expect(await desk.store.read((at) => at.ask(askId(1)))).toEqual(one(await asks()));
      expect(await desk.store.read((at) => at.nextAsk())).toBe(2);
      expect(await asks(2)).toEqual([]);
    });

    test('what ended stays as it ended; a reminder leaves the rest, and its mail asks too', async () => {
      const settle = (state: 'answered' | 'expired'): Effect => ({ act: 'settle-ask', ask: askId(1), state });
      await applied(desk.store, [...opening(1), offer()]);
      await applied(desk.store, [
        { act: 'remind-ask', ask: askId(1), reminds: [monday + 2], mails: [idOf('asks-2'), idOf('asks-1')] },
        settle('answered'),
        settle('expired'),
      ]);
      expect(one(await asks())).toMatchObject({
        ...{ state: 'answered', reminds: [monday + 2] },
        mails: [idOf('asks-1'), idOf('asks-2')],
      });
    });

    test('an unconfirmed answer waits for its word; one at a time for each', async () => {
      const waits = { state: 'unconfirmed', until: monday + day } as const;
      await applied(desk.store, [
        ...opening(1),
        offer(),
        says(jane, waits),
        says(jane, { ...waits, words: 'Later.' }),
        says(maria, waits),
      ]);
      expect(one(await asks()).given.map(({ words }) => words)).toEqual(['Later.', 'Fine by us.']);
      await applied(desk.store, [{ act: 'settle-answer', ask: askId(1), by: jane, state: 'counted' }]);
      expect(one(await asks()).given.map(({ state, until }) => [state, until])).toEqual([
        ['counted', null],
        ['unconfirmed', monday + day],
      ]);
    });

    test('a ticket that is emptied loses what they wrote, not that they answered', async () => {
      await applied(desk.store, [...opening(1), offer(), says(jane), { act: 'purge', tickets: [ticketNo(1)] }]);
      expect(one(await asks())).toMatchObject({ state: 'withdrawn', given: [{ answer: 'approve', words: '' }] });
    });

    test('words that are taken out of a ticket go from answers too', async () => {
      const redacted: Effect = { act: 'redact', ticket: ticketNo(1), what: { kind: 'words', words: 'sesame' } };
      await applied(desk.store, [...opening(1), offer(), says(jane, { words: 'With sesame, please.' }), redacted]);
      expect(one(one(await asks()).given).words).toBe('With [removed], please.');
    });

    test('5.3: each decision is one more link of a chain that nobody can change', async () => {
      const arrival = await received(desk.store, fetched(1));
      await applied(desk.store, opening(1));
      await applied(desk.store, [offer(), proof(1)], monday, arrival);
      await applied(desk.store, [proof(2)], monday + 1);
      const links = await desk.store.read((at) => at.evidenceChain());
      expect(links.map(({ proof: row }) => row)).toMatchObject([
        { at: monday, by: 'contact 1', recordedBy: 'associate 1', raw: fetched(1).sha256, round: 1 },
        { at: monday + 1, raw: null, report: null, round: 2 },
      ]);
      expect(links[0]?.previous).toBe(beginning);
      const hash = (text: string) => sha256(createHash('sha256').update(text).digest('hex'));
      expect(checkChain(links, hash)).toMatchObject({ kind: 'whole' });
      expect(JSON.stringify(links)).not.toContain('globex');
    });
  });
}
