import type { Adapters } from '../compose.ts';
import type { House } from '../house.ts';
import { borderFinding, reportOn } from './borders.ts';
import { type Finding, trouble, well } from './finding.ts';
import { roomAndKeys } from './on-disk.ts';
import { workFindings } from './work.ts';

/** What a running desk can see of itself without stopping for it: disk, keys, backlog, outbox, clock, jobs, borders in doubt. */
export async function selfTest(adapters: Adapters, house: House): Promise<Finding[]> {
  const { dataDir } = house.options;
  const trusts = await house.store.read((at) => at.trusts());
  const doubted = trusts.map((trust) => reportOn(trust, 'it was not wanted')).filter(({ doubt }) => doubt !== '');
  return [
    ...(dataDir === ':memory:' ? [] : roomAndKeys({ adapters, options: house.options })),
    ...(await workFindings(house, true)),
    await jobFinding(house),
    ...(doubted.length === 0 ? [well('borders', 'none is in doubt')] : doubted.map(borderFinding)),
  ];
}

async function jobFinding({ store }: House): Promise<Finding> {
  const failing = (await store.read((at) => at.jobRuns())).filter(({ failed }) => failed !== null);
  const names = failing.map(({ name, failed }) => `${name} (${failed})`).join(', ');
  return failing.length === 0 ? well('jobs', 'all of them work') : trouble('jobs', `these fail: ${names}`, 'maildesk jobs');
}
