// npm test [-- FILTER...]    sets up what tests need, runs them (all, or those whose path has FILTER in it), and ends
// with a line `N passed, N failed`
import { orExplain } from './say.mjs';
import { setUp } from './setup.mjs';
import { ensureTestPrograms } from './test-programs.mjs';
import { runTests } from './vitest.mjs';

await orExplain(async () => {
  await setUp({ dev: true });
  await ensureTestPrograms();
  const { summary, isGood } = await runTests(process.argv.slice(2));
  process.exitCode = isGood ? 0 : 1;
  console.log(summary);
});
