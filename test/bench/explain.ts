import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { explain } from '../../src/cli/explain.ts';
import { bareRate } from './bare-parse.ts';
import { type Figure, perSecond, type Share } from './figure.ts';
import { median, settleDown, timed } from './measure.ts';
import { type Office, office } from './office.ts';
import { terminalTo } from './terminal.ts';

const collection = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const target = 'ratio 0.5 or more';

/** (h): what `maildesk explain FILE...` runs over the collected mails, in this process: opening the house included. */
export async function explainFigures(share: Share): Promise<Figure[]> {
  const all = collected();
  const files = all.slice(0, share.mails(all.length));
  const what = `explain, ${files.length} collected mails`;
  if (files.length === 0) return [{ row: 'h', what, figure: 'they are not here', bare: null, ratio: null, target, met: null }];
  const mails = files.map((file) => readFileSync(file));
  const passes: { ours: number; bare: number }[] = [];
  for (let pass = 0; pass <= share.passes; pass++) passes.push(await onePass(files, mails));
  const counted = passes.slice(1);
  const ratio = median(counted.map(({ ours, bare }) => ours / bare));
  const figure = perSecond(median(counted.map(({ ours }) => ours)));
  return [{ row: 'h', what, figure, bare: median(counted.map(({ bare }) => bare)), ratio, target, met: ratio >= 0.5 }];
}

/** Mails of public test suites that may lie beside the project. */
function collected(): string[] {
  try {
    const names = readdirSync(collection).filter((name) => name.endsWith('.eml'));
    return names.sort().map((name) => `${collection}/${name}`);
  } catch {
    return [];
  }
}

async function onePass(files: readonly string[], mails: readonly Buffer[]): Promise<{ ours: number; bare: number }> {
  await using place = await office();
  await settleDown();
  const bare = await bareRate(mails);
  let lines = 0;
  const took = await timed(() => runExplain(place, files, () => lines++));
  if (lines !== files.length) throw new Error(`${files.length} mails were to be explained, ${lines} were`);
  return { bare, ours: (files.length / took) * 1000 };
}

async function runExplain({ config, data }: Office, files: readonly string[], onLine: () => void): Promise<void> {
  const common = { config, data, json: true };
  await explain.run({ terminal: terminalTo(onLine), adapters, clock: systemClock(), common, args: files, options: {} });
}
