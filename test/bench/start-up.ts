import { freePort } from '../support/free-port.ts';
import { startDesk } from './desk-process.ts';
import type { Figure, Share } from './figure.ts';
import { inMs } from './figure.ts';
import { median } from './measure.ts';
import { office } from './office.ts';

const starts = 3;

/** (g): from the start of the process until it says that it runs, over data that is there already. */
export async function startUpFigures(share: Share): Promise<Figure[]> {
  return [
    figureOf('node src/main.ts start', await timesOf('main', share)),
    figureOf('bin/maildesk.mjs start, by the Node of PATH', await timesOf('launcher', share)),
  ];
}

async function timesOf(by: 'main' | 'launcher', share: Share): Promise<number[]> {
  await using place = await office({ listen: await freePort() });
  const times: number[] = [];
  for (let start = 0; start <= share.passes * starts; start++) {
    await using desk = await startDesk(place, { by });
    times.push(desk.took);
  }
  return times.slice(1);
}

const figureOf = (what: string, times: readonly number[]): Figure => ({
  row: 'g',
  what: `start-up, ${what}`,
  figure: `median ${inMs(median(times))}, longest ${inMs(Math.max(...times))}`,
  bare: null,
  ratio: null,
  target: '1,000 ms or less',
  met: median(times) <= 1000,
});
