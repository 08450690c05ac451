import { describe, expect, test } from 'vitest';
import { afterProbe, newTrust, probeSent } from '../../../src/domain/authenticate/trust.ts';
import { applied, monday } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

/** Whether each border that is trusted by name deserves it. */
export function bordersContract(open: OpenStore): void {
  describe('borders', () => {
    const desk = useStore(open);
    const trusts = () => desk.store.read((at) => at.trusts());

    test('8601-4: what is known of each is kept whole, the latest word of it', async () => {
      expect(await trusts()).toEqual([]);
      const sent = probeSent(newTrust('mx.acme.example'), 1, monday);
      const other = newTrust('mx.google.com');
      await applied(desk.store, [
        { act: 'keep-trust', trust: sent },
        { act: 'keep-trust', trust: other },
      ]);
      const forged = afterProbe(sent, { forged: true, wrote: false }, monday + 1);
      await applied(desk.store, [{ act: 'keep-trust', trust: forged }]);
      expect((await trusts()).toSorted((a, b) => a.source.localeCompare(b.source))).toEqual([forged, other]);
    });
  });
}
