import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { associateId, contactId } from '../../../src/domain/ids.ts';
import { applied, monday, person } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const jane = 'jane@globex.example';

/** Contacts and associates. */
export function peopleContract(open: OpenStore): void {
  describe('contacts and associates', () => {
    const desk = useStore(open);
    const kept = (change: Partial<Extract<Effect, { act: 'keep-contact' }>>): Effect => ({
      act: 'keep-contact',
      address: jane,
      name: '',
      customer: null,
      language: null,
      proved: false,
      ...change,
    });
    const contact = (address = jane) => desk.store.read((at) => at.contact(address));

    test('a contact is learnt bit by bit, and what was known stays', async () => {
      await applied(desk.store, [kept({})]);
      expect(await contact()).toEqual({ address: jane, name: '', customer: null, language: null, known: false });
      await applied(desk.store, [kept({ name: 'Jane Roe', proved: true, customer: 'globex' })]);
      await applied(desk.store, [kept({ name: 'Mallory', customer: 'evil', language: 'es' })]);
      expect(await contact('Jane@Globex.example')).toEqual({
        address: jane,
        name: 'Jane Roe',
        customer: 'globex',
        language: 'es',
        known: true,
      });
    });

    test('an account is found by id or name, and keeps the name it had; a customer of the files is none', async () => {
      await applied(desk.store, [kept({ customer: 'globex' }), { act: 'keep-account', id: 'initech-ltd', name: 'Initech Ltd' }]);
      await applied(desk.store, [{ act: 'keep-account', id: 'initech-ltd', name: 'Other' }]);
      const initech = { id: 'initech-ltd', name: 'Initech Ltd' };
      const called = (name: string) => desk.store.read((at) => at.account(name));
      expect(await called('initech LTD')).toEqual(initech);
      expect(await called('initech-ltd')).toEqual(initech);
      expect([await called('globex'), await called('Other'), await called('')]).toEqual([null, null, null]);
    });

    test('the file wins, and gives one person several addresses', async () => {
      const inFile = { name: 'Jane Roe', customer: 'globex', language: 'en' };
      await applied(desk.store, [kept({ name: 'J.' })]);
      await desk.store.write((to) =>
        to.syncContacts([
          { ...inFile, address: jane },
          { ...inFile, address: 'j.roe@globex.example' },
          { ...inFile, address: 'joe@globex.example', name: 'Joe Doe' },
        ]),
      );
      const ids = await desk.store.read((at) =>
        Promise.all([jane, 'j.roe@globex.example', 'joe@globex.example'].map(at.contactId)),
      );
      expect(ids[0]).toBe(ids[1]);
      expect(ids[2]).not.toBe(ids[0]);
      expect(await contact()).toEqual({ address: jane, ...inFile, known: true });
      expect((await contact('j.roe@globex.example'))?.name).toBe('Jane Roe');
      expect(await desk.store.read((at) => at.contactOf(ids[1] ?? contactId(0)))).toMatchObject({ address: jane });
    });

    test('an address that failed is marked until a mail comes from it, an absence is kept; strangers stay unknown', async () => {
      await applied(desk.store, [
        kept({}),
        { act: 'mark-address', address: 'Jane@globex.example', why: '5.1.1' },
        { act: 'keep-away', address: jane, until: monday + 1 },
        { act: 'mark-address', address: 'who@else.example', why: '5.1.1' },
        { act: 'keep-away', address: 'who@else.example', until: monday + 1 },
      ]);
      expect(await contact()).toMatchObject({ bounced: { at: monday, why: '5.1.1' }, awayUntil: monday + 1 });
      expect(await contact('who@else.example')).toBeNull();
      await applied(desk.store, [kept({})]);
      expect(await contact()).not.toHaveProperty('bounced');
    });

    test('nobody is nobody', async () => {
      expect(await contact('who@else.example')).toBeNull();
      expect(await desk.store.read((at) => at.contactId('who@else.example'))).toBeNull();
      expect(await desk.store.read((at) => at.contactOf(contactId(99)))).toBeNull();
      expect(await desk.store.read((at) => at.associateId('who'))).toBeNull();
      expect(await desk.store.read((at) => at.associateOf(associateId(99)))).toBeNull();
    });

    test('R9: an associate who left keeps the id, and is nobody until they return', async () => {
      const id = await desk.store.write(async (to) => {
        await to.syncPeople([person('maria'), person('ravi')], monday);
        return await to.associateId('maria');
      });
      if (id === null) throw new Error('maria expected');
      const maria = () => desk.store.read((at) => at.associateOf(id));
      expect(await maria()).toBe('maria');
      await desk.store.write((to) => to.syncPeople([person('ravi')], monday));
      expect(await maria()).toBeNull();
      await desk.store.write((to) => to.syncPeople([person('ravi'), person('maria')], monday));
      expect(await maria()).toBe('maria');
      expect(await desk.store.read((at) => at.associateId('maria'))).toBe(id);
    });
  });
}
