import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { claimId } from '../../../src/domain/ids.ts';
import { applied, monday } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const day = 86_400_000;
const home = 'maria@home.example';

/** Questions whether an address is an associate's too. */
export function claimsContract(open: OpenStore): void {
  describe('second addresses', () => {
    const desk = useStore(open);
    const asks = (claim: number, address = home, expires = monday + day): Effect => ({
      ...{ act: 'ask-address', claim: claimId(claim), handle: 'maria', address, name: 'Maria L.', expires },
    });
    const answers = (by: 'associate' | 'address', state: 'open' | 'confirmed' | 'refused'): Effect => ({
      ...{ act: 'answer-address', claim: claimId(1), by, state },
    });
    const claim = (id: number) => desk.store.read((at) => at.addressClaim(claimId(id)));
    const next = (handle: string, address: string, now = monday) =>
      desk.store.read((at) => at.nextAddressClaim(handle, address, now, now - 30 * day));

    test('what both said is kept until it is decided; what comes after changes nothing', async () => {
      expect(await claim(1)).toBeNull();
      await applied(desk.store, [asks(1), answers('associate', 'open')]);
      const kept = { id: 1, handle: 'maria', address: home, expires: monday + day };
      expect(await claim(1)).toEqual({ ...kept, said: { associate: monday, address: null }, state: 'open' });
      await applied(desk.store, [answers('address', 'confirmed'), answers('address', 'refused')]);
      expect(await claim(1)).toEqual({ ...kept, said: { associate: monday, address: monday }, state: 'confirmed' });
    });

    test('a no is not kept as a yes', async () => {
      await applied(desk.store, [asks(1), answers('address', 'refused')]);
      expect(await claim(1)).toMatchObject({ said: { associate: null, address: null }, state: 'refused' });
    });

    test('one is open per associate, and an address is asked about once in 30 days, whoever’s it would be', async () => {
      expect(await next('maria', home)).toBe(1);
      await applied(desk.store, [asks(1)]);
      expect(await next('maria', 'maria@phone.example')).toBeNull();
      expect(await next('maria', 'maria@phone.example', monday + day)).toBe(2);
      expect(await next('ravi', 'ravi@home.example')).toBe(2);
      expect(await next('ravi', 'Maria@Home.example', monday + 2 * day)).toBeNull();
      expect(await next('ravi', home, monday + 30 * day)).toBe(2);
      await applied(desk.store, [answers('associate', 'refused')]);
      expect(await next('maria', 'maria@phone.example')).toBe(2);
    });
  });
}
