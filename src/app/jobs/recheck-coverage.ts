import { tellCoverage } from '../../domain/answer/contracts/tell-coverage.ts';
import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { noteCoverage } from '../../domain/contract/note-coverage.ts';
import type { TicketScene } from '../../domain/decide/facts.ts';
import { inReadersHours } from '../../domain/due/readers-hours.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { withDirectory } from '../journey/5-directory.ts';
import { sceneOf } from '../journey/5-match.ts';
import type { JobParts } from './job.ts';

/**
 * Holds every open ticket of customers with contracts against these anew: work on other tickets uses them up, exceptions and
 * contracts begin and end. What changed is written down, and whoever has the ticket is told.
 */
export async function recheckCoverage({ store, clock, settings, newId }: JobParts): Promise<void> {
  const now = clock.now();
  const all = await store.read((at) => withDirectory(at, settings()));
  const hours = deskHours(all);
  for (const { id } of all.customers.filter(({ contracts }) => contracts.length > 0))
    for (const number of await store.read((at) => changedOf(at, all, id, now)))
      await store.write(async (at) => {
        const scene = await sceneOf(at, number, { kind: 'desk' }, all);
        const noted = scene === null ? [] : noteCoverage(scene.ticket, scene.records.ofCustomer, now);
        if (scene === null || noted.length === 0) return;
        const mails = tellCoverage({ settings: all, now, newId }, scene, []);
        await at.apply([...noted, ...inReadersHours(mails, hours, all.people, id)], now, null);
      });
}

async function changedOf(at: Reading, all: Settings, customer: string, now: number): Promise<TicketNo[]> {
  const open = await at.tickets({ customer, open: true });
  const changed: TicketNo[] = [];
  for (const { number } of open) {
    const scene: TicketScene | null = await sceneOf(at, number, { kind: 'desk' }, all);
    if (scene !== null && noteCoverage(scene.ticket, scene.records.ofCustomer, now).length > 0) changed.push(number);
  }
  return changed;
}
