// npm run check [-- STEP...]    the checks that take less than a minute, in this order, or only those named
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { orExplain, SetupError, say } from './say.mjs';
import { runNode, setUp } from './setup.mjs';
import { runTests } from './vitest.mjs';

const tool = (...path) => join(root, 'node_modules', ...path);

const steps = {
  types: () => runs([tool('typescript', 'bin', 'tsc'), '-p', root]),
  biome: () => runs([tool('@biomejs', 'biome', 'bin', 'biome'), process.env.CI ? 'ci' : 'check', root]),
  imports: () => passes('test/architecture.test.ts'),
  tests: () => passes(...fastTests()),
  knip: () => runs([tool('knip', 'bin', 'knip.js'), '--directory', root]),
};

await orExplain(async () => {
  const names = process.argv.length > 2 ? process.argv.slice(2) : ['types', 'biome', 'tests', 'knip'];
  const unknown = names.filter((name) => !Object.hasOwn(steps, name));
  if (unknown.length > 0) throw new SetupError(`Unknown step: ${unknown.join(', ')}. Known: ${Object.keys(steps).join(', ')}`);
  await setUp({ dev: true });
  for (const name of names) {
    say(`== ${name}`);
    if (!(await steps[name]())) throw new SetupError(`Failed: ${name}`);
  }
});

async function runs(args) {
  const { code } = await runNode(args);
  return code === 0;
}

async function passes(...filters) {
  const { summary, isGood } = await runTests(filters);
  say(summary);
  return isGood;
}

/** Tests that need no server: those of the domain, and of the layout itself. */
function fastTests() {
  const hasDomain = readdirSync(join(root, 'test')).includes('domain');
  return ['test/architecture.test.ts', ...(hasDomain ? ['test/domain'] : [])];
}
