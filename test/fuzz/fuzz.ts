// Broken and hostile mails through parse, classify and visible text:
//   npm run fuzz [-- --cases N] [--seed S] [--write INDEX]    the last writes one case to standard output
import { parseArgs } from 'node:util';
import { caseOf } from './judge.ts';
import { startingMails } from './mails.ts';
import { runFuzz } from './run-fuzz.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' }, write: { type: 'string' } },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];

if (values.write !== undefined) process.stdout.write(caseOf(startingMails(), seed, Number(values.write)));
else {
  const start = Date.now();
  console.log(`${cases} cases of seed ${seed}, made from ${startingMails().length} mails`);
  const { mails, unreadable, failures, slowest } = await runFuzz({ cases, seed }, (done) => {
    if (done % 5_000 === 0) console.log(`${done} judged, ${Math.round((Date.now() - start) / 1000)} s`);
  });
  for (const { index, why } of failures.slice(0, 50)) console.log(`case ${index}: ${why}`);
  console.log(
    `${mails} mails, ${unreadable} unreadable, ${failures.length} failed; slowest ${Math.round(slowest.ms)} ms (case ${slowest.index})`,
  );
  process.exitCode = failures.length === 0 && mails + unreadable === cases ? 0 : 1;
}
