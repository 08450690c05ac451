import type { Adapters } from '../compose.ts';
import { type House, type HouseOptions, openHouse } from '../house.ts';
import { accountFindings } from './accounts.ts';
import { type AssociateReport, associateFinding, examineAssociates } from './associates.ts';
import { type BorderReport, borderFinding, examineBorders, type ProbeWish } from './borders.ts';
import { dnsFindings } from './dns.ts';
import { type Finding, trouble } from './finding.ts';
import { configurationFindings, dataFindings } from './on-disk.ts';
import { workFindings } from './work.ts';

/** All that was found. `borders` and `associates` stand among the findings too, in words. */
export type Report = { findings: readonly Finding[]; borders: readonly BorderReport[]; associates: readonly AssociateReport[] };

/** Looks over an installation, from its files to what its mails are proved by. Each part is looked at that can be reached. */
export async function examine(adapters: Adapters, options: HouseOptions, wish: ProbeWish): Promise<Report> {
  const loaded = await adapters.loadConfig(options.configDir, options.env);
  const findings = await configurationFindings({ adapters, options }, loaded);
  if (loaded.kind === 'broken') return nothingFurther(findings);
  findings.push(...dataFindings({ adapters, options }));
  if (findings.some(({ check, state }) => check === 'data' && state === 'trouble')) return nothingFurther(findings);
  const isRunning = await isDeskRunning(adapters, options.dataDir);
  const opened = await openHouse(isRunning && wish.probe ? adapters : toRead(adapters), options);
  if (opened.kind !== 'open') {
    const lines = opened.kind === 'broken' ? opened.complaints : [opened.text];
    return nothingFurther([...findings, ...lines.map((line) => trouble('database', line, ''))]);
  }
  try {
    return await examineHouse(adapters, opened.house, isRunning, findings, wish);
  } finally {
    await opened.house.close();
  }
}

const nothingFurther = (findings: readonly Finding[]): Report => ({ findings, borders: [], associates: [] });

/** Only a test mail has to be written into the store. */
const toRead = (adapters: Adapters): Adapters => ({ ...adapters, openRooms: adapters.openReadingRooms });

async function examineHouse(
  adapters: Adapters,
  house: House,
  isRunning: boolean,
  before: readonly Finding[],
  wish: ProbeWish,
): Promise<Report> {
  const [accounts, dns] = await Promise.all([accountFindings(adapters, house), dnsFindings(adapters, house.settings())]);
  const borders = await examineBorders(house, isRunning, wish);
  const associates = await examineAssociates(house);
  const findings = [
    ...before,
    ...accounts,
    ...dns,
    ...(await workFindings(house, isRunning)),
    ...borders.map(borderFinding),
    ...associates.map(associateFinding),
  ];
  return { findings, borders, associates };
}

/** Whoever has the lock of the data directory is the running desk; where there is no database none has ever run. */
async function isDeskRunning({ lockData, hasDatabase }: Adapters, dataDir: string): Promise<boolean> {
  if (!hasDatabase(dataDir)) return false;
  const lock = await lockData(dataDir);
  if (lock.kind === 'locked') lock.release();
  return lock.kind === 'taken';
}
