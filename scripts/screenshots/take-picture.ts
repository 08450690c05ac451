import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { visit } from '../../test/support/chromium.ts';
import { palettePng } from './palette-png.ts';
import { type Picture, screens } from './pictures.ts';
import { readPng } from './read-png.ts';

/** Opens a page of `dir` in a browser and photographs what the picture is to show. */
export async function takePicture(browser: Browser, dir: string, picture: Picture): Promise<Buffer> {
  const { page: address, screen, colours: colorScheme, shows, until } = picture;
  const [file = '', choices = ''] = address.split('#');
  const url = `${pathToFileURL(join(dir, file)).href}#${choices}`;
  await using visited = await visit(browser, url, { ...screens[screen], colorScheme });
  const { page } = visited;
  const shown = page.locator(`${shows}:visible`).first();
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction(allFit);
  await page.evaluate(hideWhatSticks);
  const clip = await clipOf(page, shown, until);
  return palettePng(readPng(await page.screenshot({ fullPage: true, clip, animations: 'disabled' })));
}

/** Every frame that is shown is as high as its mail. */
const allFit = `[...document.querySelectorAll('iframe')].every((frame) => {
  const { top } = frame.getBoundingClientRect();
  if (frame.clientWidth === 0 || top > innerHeight) return true;
  const root = frame.contentDocument?.documentElement;
  return frame.contentDocument?.readyState === 'complete' && Math.abs(frame.clientHeight - root.scrollHeight) <= 2;
})`;

/** A bar that stays at the top of the window would lie over what is photographed beyond its height. */
const hideWhatSticks = `for (const bar of document.querySelectorAll('.sides, form')) bar.style.position = 'static'; scrollTo(0, 0)`;

/** CSS pixels of the page's ground around what is shown. */
const margin = 8;

async function clipOf(page: Page, shown: Locator, until: Picture['until']) {
  const box = await boxOf(shown);
  const end = typeof until === 'string' ? await boxOf(page.locator(until)) : { y: box.y, height: until ?? box.height };
  const [x, y] = [Math.max(box.x - margin, 0), Math.max(box.y - margin, 0)];
  const { width } = page.viewportSize() ?? box;
  const below = until === undefined ? margin : 0;
  return { x, y, width: Math.min(box.width + 2 * margin, width - x), height: end.y + end.height + below - y };
}

async function boxOf(shown: Locator) {
  const box = await shown.boundingBox();
  if (box === null) throw new Error('what a picture is to show is not on its page');
  return box;
}
