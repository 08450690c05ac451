// From fields through three readers:
//   npm run froms [-- --headers N] [--seed S]
import { parseArgs } from 'node:util';
import { runFroms } from './run-froms.ts';

const { values } = parseArgs({
  options: { headers: { type: 'string', default: '250000' }, seed: { type: 'string', default: '1' } },
});
const [headers, seed] = [Number(values.headers), Number(values.seed)];
const start = Date.now();
const { heads, proved, disagreed, refused, unreadable, failures } = await runFroms({ headers, seed }, (done) => {
  if (done % 25_000 === 0) console.log(`${done} judged, ${Math.round((Date.now() - start) / 1000)} s`);
});
for (const { index, head, why } of failures.slice(0, 50)) console.log(`head ${index}: ${why}: ${JSON.stringify(head)}`);
console.log(
  `${heads} heads of seed ${seed}: ${proved} proved, ${refused} refused, ${unreadable} unreadable; ` +
    `${disagreed} read otherwise by somebody, of these ${failures.length} proved`,
);
process.exitCode = failures.length === 0 && proved > 0 ? 0 : 1;
