import { listContracts, type OnList, toLookAt } from '../../domain/answer/contracts/contracts-list.ts';
import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { dayOf, daysBetween, momentsOf } from '../../domain/contract/term.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { CustomerSettings, Settings } from '../../domain/settings.ts';
import { withDirectory } from '../journey/5-directory.ts';
import type { JobParts } from './job.ts';

/** Mails managers the contracts that somebody should look at; none where there is nothing. */
export async function mailContracts({ store, clock, settings, newId }: JobParts): Promise<void> {
  const now = clock.now();
  await store.write(async (at) => {
    const all = await withDirectory(at, settings());
    const { contracts } = all.sla;
    const rows = (await Promise.all(all.customers.map((owner) => rowsOf(at, all, owner, now)))).flat();
    await at.apply(listContracts({ settings: all, now, newId }, deskHours(all), toLookAt(rows, contracts), contracts), now, null);
  });
}

function rowsOf(at: Reading, { desk }: Settings, owner: CustomerSettings, now: number): Promise<OnList[]> {
  const zone = owner.timezone ?? desk.timezone;
  return Promise.all(
    owner.contracts.map(async (contract) => ({
      ...{ owner, contract, daysLeft: daysBetween(dayOf(now, zone), contract.ends) },
      used: await at.contractUse(contract.number, momentsOf(contract, zone), 0 as TicketNo),
    })),
  );
}
