import { readOptions } from './options.ts';
import { endings } from './plan.ts';
import { isGood, judge, summary } from './report.ts';
import { clearAway, torment } from './torment.ts';

const options = readOptions(process.argv.slice(2));
console.log(`seed ${options.seed}`);
const run = await torment({ ...options, plan: endings, say: (line) => console.log(line) });
const judgement = judge(run);
console.log(`\n${summary(run, judgement)}`);
if (isGood(judgement) && !options.keep) await clearAway(run.dir);
else console.log(`evidence: ${run.dir}`);
process.exitCode = isGood(judgement) ? 0 : 1;
