import type { ContractNews, Owned } from '../../domain/answer/contracts/contract-news.ts';
import { tellContract } from '../../domain/answer/contracts/tell-contract.ts';
import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { endingOf, isFollowed, keysOfEnding } from '../../domain/contract/ending.ts';
import { dayOf, momentsOf, standsTo } from '../../domain/contract/term.ts';
import { keysOfUse, usedShares } from '../../domain/contract/used-share.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { CustomerSettings, Settings } from '../../domain/settings.ts';
import { withDirectory } from '../journey/5-directory.ts';
import type { JobParts } from './job.ts';

/** Tells of contracts that end and of those that are used up, each once however often the desk looks or was down. */
export async function tellContracts({ store, clock, settings, newId }: JobParts): Promise<void> {
  const now = clock.now();
  const all = await store.read((at) => withDirectory(at, settings()));
  const hours = deskHours(all);
  for (const owner of all.customers) {
    if ((await store.read((at) => newsOf(at, all, owner, now))).length === 0) continue;
    await store.write(async (at) => {
      for (const owned of await newsOf(at, all, owner, now))
        await at.apply(tellContract({ settings: all, now, newId }, hours, owned), now, null);
    });
  }
}

/** What is to be told of a customer's contracts and was not yet. */
async function newsOf(at: Reading, { sla, desk }: Settings, owner: CustomerSettings, now: number): Promise<Owned[]> {
  const zone = owner.timezone ?? desk.timezone;
  const { remindDays, tellUsed } = sla.contracts;
  const all = await Promise.all(
    owner.contracts.map(async (contract): Promise<Owned[]> => {
      const told = await at.toldOnce([...keysOfEnding(contract, remindDays), ...keysOfUse(contract, tellUsed)]);
      const ending = isFollowed(contract, owner.contracts) ? null : endingOf(contract, dayOf(now, zone), remindDays, told);
      const isCounted = contract.hours !== null || contract.incidents !== null;
      const used =
        isCounted && standsTo(now, contract, zone) === 'in'
          ? usedShares(contract, await at.contractUse(contract.number, momentsOf(contract, zone), none), tellUsed, told)
          : [];
      const news: ContractNews[] = [
        ...(ending === null ? [] : [{ kind: 'ending' as const, ...ending }]),
        ...used.map((share) => ({ kind: 'used' as const, ...share })),
      ];
      return news.map((one) => ({ owner, contract, news: one }));
    }),
  );
  return all.flat();
}

/** Every ticket counts. */
const none = 0 as TicketNo;
