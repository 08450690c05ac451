// node scripts/run.mjs [--lean] FILE [argument]...    sets up what development needs (--lean: only what the desk needs),
// then runs FILE with the right Node
import { endLike } from './child.mjs';
import { orExplain, SetupError } from './say.mjs';
import { runNode, setUp } from './setup.mjs';

await orExplain(async () => {
  const isLean = process.argv[2] === '--lean';
  const program = process.argv.slice(isLean ? 3 : 2);
  if (program.length === 0) throw new SetupError('Usage: node scripts/run.mjs [--lean] FILE [argument]...');
  await setUp({ dev: !isLean });
  endLike(await runNode(program));
});
