// npm run demo [-- --fast] [-- --dir DIR] [-- --at MOMENT]    plays a support story through a desk at work, at a pace a
// person can follow, and leaves its thread as a page; `--at 2026-03-02T09:00:00Z`: by a clock that begins then
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDesk } from './demo/desk.ts';
import { play } from './demo/play.ts';
import { printer } from './demo/print.ts';
import { story } from './demo/story.ts';
import { threadOf } from './demo/thread/thread.ts';
import { threadPage } from './demo/thread/thread-page.ts';
import { whatIsLeft } from './demo/what-is-left.ts';

const { values } = parseArgs({
  options: {
    fast: { type: 'boolean', default: false },
    dir: { type: 'string', default: 'data/demo' },
    at: { type: 'string' },
  },
});

/** Milliseconds a mail stays before the next, besides a little for each of its lines. */
const pace = values.fast ? 0 : 400;
const delay = values.fast ? '500ms' : '3s';

const print = printer(pace, process.stdout);
await using desk = await startDesk(values.dir, delay, values.at === undefined ? undefined : new Date(values.at));
process.once('SIGINT', () => void desk.stop().then(() => process.exit(130)));

print.opening(desk);
const played = [];
for (const act of story) played.push(await play(desk, print, act));
const left = await whatIsLeft(desk);
const page = resolve(desk.dir, 'thread.html');
await writeFile(page, await threadPage(await threadOf(desk, played)));
print.closing(left, page);
