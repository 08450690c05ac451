import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../../src/domain/contract/coverage.ts';
import type { Exception } from '../../../src/domain/contract/exception.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { ContractSettings, CustomerContact } from '../../../src/domain/settings.ts';
import { aTicket } from '../../domain/parts.ts';
import { applied, monday } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const initech = { id: 'initech', name: 'Initech', domains: ['initech.example'], language: 'de', timezone: 'Europe/Berlin' };
const details = { ...initech, workflow: null, plan: 'standard', relationship: 'rita', priorities: ['No outage'] };
const bill: CustomerContact = {
  ...{ name: 'Bill', addresses: ['bill@initech.example'], phone: null, social: null, language: null },
  ...{ spoc: true, approver: { limit: { amount: 50_000, currency: 'EUR' } }, validator: false, stakeholder: false },
};
const peter = { ...bill, name: 'Peter', addresses: [], phone: '+49 30 1234', spoc: false, approver: null };
const amc: ContractSettings = {
  ...{ number: 'AMC-7', kind: 'amc', starts: '2026-01-01', ends: '2026-06-30', covers: ['incident'] },
  ...{ hours: 2, incidents: 3, sites: [], products: ['Web'] },
};
const person = (contact: CustomerContact): Effect => ({ act: 'keep-person', customer: 'initech', contact });

/** Customers that the store knows: people, contracts, renewals, what was found out and granted. */
export function directoryContract(open: OpenStore): void {
  describe('customers of the store', () => {
    const desk = useStore(open);
    const directory = () => desk.store.read((at) => at.directory());
    const all: Effect[] = [
      { act: 'keep-customer', customer: details },
      person(bill),
      person(peter),
      { act: 'keep-contract', customer: 'initech', contract: amc },
    ];

    test('come back as they were kept, and are read once until something of them changes', async () => {
      await applied(desk.store, all);
      const first = await directory();
      expect(first.customers).toEqual([{ ...details, contacts: [bill, peter], contracts: [amc] }]);
      expect(await directory()).toBe(first);
      await applied(desk.store, [
        { act: 'keep-contact', address: 'x@y.example', name: '', customer: null, language: null, proved: true },
      ]);
      expect(await directory()).toBe(first);
      await applied(desk.store, [person({ ...bill, addresses: ['bill@initech.example', 'b@initech.example'], spoc: false })]);
      await applied(desk.store, [person({ ...peter, phone: '+49 30 99' })]);
      const [customer] = (await directory()).customers;
      expect(customer?.contacts).toEqual([
        { ...bill, addresses: ['bill@initech.example', 'b@initech.example'], spoc: false },
        { ...peter, phone: '+49 30 99' },
      ]);
    });

    test('what matters to a customer is kept beside all else', async () => {
      await applied(desk.store, [...all, { act: 'keep-priorities', customer: 'initech', priorities: ['Fridays', 'Invoices'] }]);
      expect((await directory()).customers).toMatchObject([{ ...details, priorities: ['Fridays', 'Invoices'] }]);
      await applied(desk.store, [{ act: 'keep-priorities', customer: 'globex', priorities: ['Mail'] }]);
      expect((await directory()).customers).toMatchObject([{ id: 'globex', priorities: ['Mail'] }, { id: 'initech' }]);
    });

    test('what a transaction that failed had changed is not remembered', async () => {
      await applied(desk.store, all);
      const fails = desk.store.write(async (at) => {
        await at.apply([{ act: 'keep-customer', customer: { ...details, name: 'Wrong' } }], monday, null);
        expect((await at.directory()).customers[0]?.name).toBe('Wrong');
        throw new Error('no');
      });
      await expect(fails).rejects.toThrow('no');
      await applied(desk.store, [{ act: 'keep-standing', customer: 'initech', said: 'old' }]);
      const now = await directory();
      expect([now.customers[0]?.name, now.standings.get('initech')]).toEqual(['Initech', 'old']);
    });

    test('renewals and contracts come and go', async () => {
      const renewal = { number: 'AMC-7', was: '2026-06-30', until: '2027-06-30', by: 'sally', at: monday };
      await applied(desk.store, [...all, { act: 'keep-renewal', renewal }]);
      expect((await directory()).renewals).toEqual([renewal]);
      await applied(desk.store, [
        { act: 'drop-renewal', renewal },
        { act: 'drop-contract', number: 'AMC-7' },
      ]);
      const { renewals, customers } = await directory();
      expect([renewals, customers[0]?.contracts]).toEqual([[], []]);
    });

    test('what a contract has left is counted by the tickets it covers, in its term', async () => {
      const covered: Coverage = {
        ...{ contract: 'active', covered: true, why: 'covered', number: 'AMC-7', ends: '2026-06-30', covers: [] },
        ...{ minutesLeft: 120, incidentsLeft: 3 },
      };
      const ticket = (number: number, opened = monday) => aTicket({ number: ticketNo(number), opened, customer: 'initech' });
      const time = (number: number, at = monday): Effect => ({
        act: 'keep-time',
        ticket: ticketNo(number),
        time: { handle: 'maria', minutes: 30, kind: 'work', rate: null, at },
      });
      await applied(desk.store, [
        ...all,
        ...[1, 2, 3].map((number): Effect => ({ act: 'open-ticket', ticket: ticket(number) })),
        ...[1, 2].map((number): Effect => ({ act: 'keep-coverage', ticket: ticketNo(number), coverage: covered })),
        { act: 'keep-coverage', ticket: ticketNo(3), coverage: { ...covered, covered: true, why: 'exception' } },
        ...[time(1), time(2), time(2, 0), time(3)],
      ]);
      const span = { from: monday - 1, to: monday + 1 };
      const used = (except: number) => desk.store.read((at) => at.contractUse('AMC-7', span, ticketNo(except)));
      expect(await used(9)).toEqual({ minutes: 60, incidents: 2 });
      expect(await used(1)).toEqual({ minutes: 30, incidents: 1 });
      expect(await desk.store.read((at) => at.coverage(ticketNo(1)))).toEqual(covered);
      expect(await desk.store.read((at) => at.coverage(ticketNo(9)))).toBeNull();
      expect(await desk.store.read((at) => at.hasClosed('initech'))).toBe(false);
      await applied(desk.store, [{ act: 'change-ticket', ticket: ticketNo(1), set: { state: 'closed' } }]);
      expect(await desk.store.read((at) => at.hasClosed('initech'))).toBe(true);
    });

    test('words on exceptions are kept in order, for the ticket and for its customer', async () => {
      const asked: Exception = {
        ...{ ticket: ticketNo(1), customer: 'initech', state: 'open', by: null, via: 'mail', recordedBy: null },
        ...{ reason: 'it burns', until: null, at: monday, evidence: null },
      };
      const granted: Exception = {
        ...asked,
        state: 'approved',
        by: 'mona',
        via: 'phone',
        recordedBy: 'maria',
        until: '2026-03-31',
      };
      const ticket = aTicket({ number: ticketNo(1), customer: 'initech' });
      await applied(desk.store, [...all, { act: 'open-ticket', ticket }, { act: 'keep-exception', exception: asked }]);
      await applied(desk.store, [{ act: 'keep-exception', exception: granted }]);
      const words = (ticket: number, customer: string | null) =>
        desk.store.read((at) => at.exceptions(ticketNo(ticket), customer));
      expect(await words(1, null)).toEqual([asked, granted]);
      expect(await words(2, 'initech')).toEqual([asked, granted]);
      expect(await words(2, null)).toEqual([]);
      await applied(desk.store, [{ act: 'drop-exception', exception: granted }]);
      expect(await words(1, null)).toEqual([asked]);
    });
  });
}
