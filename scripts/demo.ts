// npm run demo [-- --fast] [-- --dir DIR]    plays a support story through a desk at work, at a pace a person can follow
import { parseArgs } from 'node:util';
import { startDesk } from './demo/desk.ts';
import { play } from './demo/play.ts';
import { printer } from './demo/print.ts';
import { story } from './demo/story.ts';
import { whatIsLeft } from './demo/what-is-left.ts';

const { values } = parseArgs({
  options: { fast: { type: 'boolean', default: false }, dir: { type: 'string', default: 'data/demo' } },
});

/** Milliseconds a mail stays before the next, besides a little for each of its lines. */
const pace = values.fast ? 0 : 400;
const delay = values.fast ? '500ms' : '3s';

const print = printer(pace, process.stdout);
await using desk = await startDesk(values.dir, delay);
process.once('SIGINT', () => void desk.stop().then(() => process.exit(130)));

print.opening(desk);
for (const act of story) await play(desk, print, act);
await print.closing(await whatIsLeft(desk));
