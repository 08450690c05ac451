// npm run screenshots [-- --dir DIR] [-- --only FILE]...    makes the pictures of README anew, from the running product
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startChromium } from '../test/support/chromium.ts';
import { pictures } from './screenshots/pictures.ts';
import { takePicture } from './screenshots/take-picture.ts';

const { values } = parseArgs({
  options: { dir: { type: 'string', default: 'docs/pictures' }, only: { type: 'string', multiple: true } },
});

/** The story's clock stands where the pictures need not change: on a Monday morning. */
const moment = '2026-03-02T09:14:03Z';

const root = join(import.meta.dirname, '..');
const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: root });

const dir = await mkdtemp(join(tmpdir(), 'screenshots-'));
try {
  await node(join('scripts', 'demo.ts'), '--fast', '--dir', dir, '--at', moment);
  await node(join('src', 'main.ts'), 'preview', join(dir, 'mails.html'), '--config', join(dir, 'config'));
  await mkdir(values.dir, { recursive: true });
  await using browser = await startChromium();
  for (const picture of pictures.filter(({ file }) => values.only?.includes(file) ?? true)) {
    const png = await takePicture(browser, dir, picture);
    await writeFile(join(values.dir, picture.file), png);
    console.log(`${join(values.dir, picture.file)}  ${Math.ceil(png.length / 1024)} KB`);
  }
} finally {
  await rm(dir, { recursive: true });
}
