// What the house can do, as ratios to a bare parse of the same mails on the same machine in the same run:
//   npm run bench [-- --only a,b] [-- --quick]
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { backlogFigures } from './backlog.ts';
import { clockFigures } from './clocks.ts';
import { deliverFigures } from './deliver.ts';
import { explainFigures } from './explain.ts';
import { type Figure, quick, type Share, whole } from './figure.ts';
import { latencyFigures } from './latency.ts';
import { machineNow } from './machine.ts';
import { memoryFigures } from './memory.ts';
import { startUpFigures } from './start-up.ts';

type Measurement = { rows: readonly string[]; run(share: Share, rows: readonly string[]): Promise<Figure[]> };

const measurements: readonly Measurement[] = [
  { rows: ['a', 'b', 'c'], run: deliverFigures },
  { rows: ['d'], run: backlogFigures },
  { rows: ['e', 'i'], run: latencyFigures },
  { rows: ['f'], run: memoryFigures },
  { rows: ['g'], run: startUpFigures },
  { rows: ['h'], run: explainFigures },
  { rows: ['j', 'k'], run: clockFigures },
];

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const known = measurements.flatMap(({ rows }) => rows);
const wanted = values.only?.split(',') ?? known;
const strange = wanted.filter((row) => !known.includes(row));
if (strange.length > 0) {
  console.error(`bench: no row ${strange.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}

console.log(await machineNow());
if (values.quick) console.log('A quick look: too few mails for the figures to mean anything.');
const figures: Figure[] = [];
for (const { rows, run } of measurements) {
  const mine = rows.filter((row) => wanted.includes(row));
  if (mine.length === 0) continue;
  process.stderr.write(`measuring ${mine.join(', ')} ...\n`);
  figures.push(...(await run(values.quick ? quick : whole, mine)));
}
console.log(tableOf(figures));
console.log(await machineNow());
console.log('bare: mails a second that mailparser alone parses of the same mails; ratio: our rate to that one; medians.');

function tableOf(lines: readonly Figure[]): string {
  const table = new Table({ head: ['', 'what', 'figure', 'bare/s', 'ratio', 'target', 'met'], style: { head: [], border: [] } });
  for (const { row, what, figure, bare, ratio, target, met } of lines) {
    const isMet = met === null ? '' : met ? 'yes' : 'NO';
    table.push([row, what, figure, bare === null ? '' : Math.round(bare), ratio === null ? '' : ratio.toFixed(3), target, isMet]);
  }
  return table.toString();
}
