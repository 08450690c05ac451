// node scripts/run.mjs FILE [argument]...    sets up what development needs, then runs FILE with the right Node
import { endLike } from './child.mjs';
import { orExplain, SetupError } from './say.mjs';
import { runNode, setUp } from './setup.mjs';

await orExplain(async () => {
  const program = process.argv.slice(2);
  if (program.length === 0) throw new SetupError('Usage: node scripts/run.mjs FILE [argument]...');
  await setUp({ dev: true });
  endLike(await runNode(program));
});
