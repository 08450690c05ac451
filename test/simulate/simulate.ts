// npm run simulate: so many days of a busy desk in minutes, then the laws of time. See `usage`.
import { parseArgs } from 'node:util';
import { type Finding, judge } from './judge.ts';
import { live, type Wanted } from './life.ts';
import { sabotaged } from './sabotages.ts';
import { summaryOf } from './summary.ts';

const usage = 'npm run simulate -- [--days N] [--seed X] [--downtimes N] [--tickets A-DAY] [--sabotage NAME]';

const wanted = readOptions(process.argv.slice(2));
console.log(`seed ${wanted.seed}, ${wanted.days} days, ${wanted.downtimes} times down`);
const began = performance.now();
const lived = await live(wanted, (line) => console.log(line));
const findings = await judge(lived);
console.log(await summaryOf(lived));
for (const finding of findings) console.log(lineOf(finding));
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
await lived.desks[Symbol.asyncDispose]();
process.exitCode = findings.every(({ wrong }) => wrong.length === 0) ? 0 : 1;

/** @throws {Error} in words for people */
function readOptions(argv: string[]): Wanted {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: { days: text, seed: text, downtimes: text, tickets: text, sabotage: text },
  });
  const numberOf = (name: string, given: string | undefined, otherwise: number): number => {
    const number = given === undefined ? otherwise : Number(given);
    if (!(number >= 0)) throw new Error(`--${name} ${given}: expected a number. ${usage}`);
    return number;
  };
  return {
    days: numberOf('days', values.days, 400),
    seed: numberOf('seed', values.seed, 1),
    downtimes: numberOf('downtimes', values.downtimes, 25),
    tickets: numberOf('tickets', values.tickets, 0.7),
    ...(values.sabotage === undefined ? {} : { storeOf: sabotaged(values.sabotage) }),
  };
}

function lineOf({ law, seen, wrong }: Finding): string {
  const few = wrong.slice(0, 8).map((one) => `\n    ${one}`);
  return `${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${law} (${seen} looked at${wrong.length === 0 ? '' : `, ${wrong.length} wrong`})${few.join('')}`;
}
