// npm run torture: kills the desk again and again while mails flow, then judges it by the laws. See `usage`.
import { readOptions, type TortureOptions } from './options.ts';
import { endings } from './plan.ts';
import { isGood, judge, summary } from './report.ts';
import { sabotages } from './sabotages.ts';
import { clearAway, torment } from './torment.ts';
import { trySabotage, verdict } from './try-sabotages.ts';

const options = readOptions(process.argv.slice(2));
console.log(`seed ${options.seed}`);
process.exitCode = (await (options.sabotage === null ? torture(options) : sabotage(options.sabotage, options))) ? 0 : 1;

/** @returns whether every law held */
async function torture(wanted: TortureOptions): Promise<boolean> {
  const run = await torment({ ...wanted, plan: endings, say: (line) => console.log(line) });
  const judgement = judge(run);
  console.log(`\n${summary(run, judgement)}`);
  if (isGood(judgement) && !wanted.keep) await clearAway(run.dir);
  else console.log(`evidence: ${run.dir}`);
  return isGood(judgement);
}

/** @returns whether each was caught by the law it breaks */
async function sabotage(name: string, { seed }: TortureOptions): Promise<boolean> {
  let isEachCaught = true;
  for (const one of name === 'all' ? Object.keys(sabotages) : [name]) {
    const caught = await trySabotage(one, seed);
    console.log(verdict(caught));
    isEachCaught &&= caught.isCaught;
  }
  return isEachCaught;
}
