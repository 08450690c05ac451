import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictures } from '../scripts/screenshots/pictures.ts';
import { startChromium, visit } from './support/chromium.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let dir: string;
let told: string;
let url: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'thread-'));
  const options = ['--fast', '--dir', dir, '--at', '2026-03-02T09:14:03Z'];
  const played = run(process.execPath, [join(root, 'scripts', 'demo.ts'), ...options], { cwd: root });
  [{ stdout: told }, browser] = await Promise.all([played, startChromium()]);
  url = pathToFileURL(join(dir, 'thread.html')).href;
});
afterAll(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

const wide = { viewport: { width: 1160, height: 900 } };
const phone = { viewport: { width: 320, height: 640 } };
/** A card by what its text part says. */
const cardOf = (page: Page, words: string) => page.locator('article').filter({ hasText: words }).first();
const boxes = (page: Page, side: string) =>
  page.locator(`article.${side}`).evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().x)));

describe('the page that the demo leaves', () => {
  test('is named at its end, ready to be opened', () => {
    expect(told.trimEnd().split('\n').at(-1)?.trim()).toBe(url);
  });

  test('shows every mail that the desk took and sent, in the order of the story, and asks nothing of a network', async () => {
    await using visited = await visit(browser, url, wide);
    const { page, requests, troubles } = visited;
    const stored = await readdir(join(dir, 'data', 'mails'), { recursive: true, withFileTypes: true });
    const sent = await readdir(join(dir, 'data', 'outgoing', 'new'));
    expect(await page.locator('article').count()).toBe(stored.filter((entry) => entry.isFile()).length + sent.length);
    expect((await page.locator('.who span').allTextContents()).slice(0, 7)).toEqual([
      'Jane Roe writes',
      'Jane Roe receives, from Acme Support',
      'Maria Lopez receives, from Jane Roe (Acme Support)',
      'Ravi Kumar receives, from Jane Roe (Acme Support)',
      'Maria Lopez writes',
      'Maria Lopez receives, from Acme Support',
      'Jane Roe receives, from Maria Lopez (Acme Support)',
    ]);
    expect(new Set(await page.locator('time').allTextContents())).toEqual(new Set(['09:14']));
    expect({ requests, troubles }).toEqual({ requests: [], troubles: [] });
  });

  test('has what the pictures of README show of it', async () => {
    await using visited = await visit(browser, url, wide);
    const { page } = visited;
    const ofThread = pictures.filter((picture) => picture.page === 'thread.html');
    expect(ofThread.length).toBeGreaterThan(5);
    for (const { file, shows } of ofThread) expect(await page.locator(shows).count(), file).toBeGreaterThan(0);
    for (const [file, words] of [
      ['acknowledgement.png', /HD-1001/],
      ['notification.png', /New ticket/],
      ['receipt.png', /✓.*assign ravi/s],
      ['error.png', /✗/],
    ] as const) {
      const { shows = '' } = ofThread.find((picture) => picture.file === file) ?? {};
      expect(await page.locator(shows).first().locator('pre').textContent()).toMatch(words);
    }
  });

  test('marks what associates typed as commands, and no other words', async () => {
    await using visited = await visit(browser, url, wide);
    const { page } = visited;
    expect(await page.locator('article h3 mark').allTextContents()).toEqual(['[take]', '[close]']);
    const inFrames = page.locator('article iframe');
    const marked: string[] = [];
    for (const frame of await inFrames.all()) marked.push(...(await frame.contentFrame().locator('mark').allTextContents()));
    expect(marked).toEqual(['!assign rvai', '!assign ravi', '!note', '!close', '!close']);
  });

  test('shows each mail whole, as formatted; its text part and what it quotes are a click away', async () => {
    await using visited = await visit(browser, url, wide);
    const { page, requests } = visited;
    const answer = page.locator('article.customer').filter({ hasText: 'please unplug it' }).first();
    const mail = answer.locator('iframe').contentFrame();
    expect(await mail.locator('b').allTextContents()).toEqual(['unplug it', 'at noon']);
    await answer.getByText('Text part').click();
    expect(await answer.locator('pre').innerText()).toContain('1. open a window,\n2. leave the paper where it is.');
    const gap = await answer.locator('iframe').evaluate((frame: HTMLIFrameElementLike) => {
      return frame.clientHeight - (frame.contentDocument?.documentElement.scrollHeight ?? 0);
    });
    expect(Math.abs(gap)).toBeLessThanOrEqual(2);
    const question = cardOf(page, 'still smells');
    const before = await question.locator('iframe').evaluate((frame) => frame.clientHeight);
    await question.locator('iframe').contentFrame().getByText('Quoted mail').click();
    await expect.poll(() => question.locator('iframe').evaluate((frame) => frame.clientHeight)).toBeGreaterThan(before + 100);
    const notice = cardOf(page, 'New ticket HD-1001').locator('iframe').contentFrame();
    await notice.locator('a[href^="mailto:"]').first().click();
    expect(await notice.locator('h1').count()).toBe(1);
    expect(requests).toEqual([]);
  });

  test('what a mail quotes is readable on a dark screen too: dark on light, as it was written', async () => {
    await using visited = await visit(browser, url, { ...wide, colorScheme: 'dark' });
    const inside = cardOf(visited.page, 'still smells').locator('iframe').contentFrame();
    await inside.getByText('Quoted mail').click();
    const ground = await inside
      .locator('blockquote')
      .evaluate((quote: QuoteLike) => quote.ownerDocument.defaultView.getComputedStyle(quote).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
  });

  test('stands in two columns on a desktop and in one on a phone, where nothing runs over', async () => {
    await using desktop = await visit(browser, url, wide);
    const [left] = new Set(await boxes(desktop.page, 'customer'));
    const [right] = new Set(await boxes(desktop.page, 'associate'));
    expect(right).toBeGreaterThan((left ?? 0) + 500);
    await using small = await visit(browser, url, phone);
    expect(new Set([...(await boxes(small.page, 'customer')), ...(await boxes(small.page, 'associate'))]).size).toBe(1);
    expect(await small.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const over = await small.page
      .locator('iframe:visible')
      .evaluateAll((frames) =>
        (frames as HTMLIFrameElementLike[]).map(
          (frame) => (frame.contentDocument?.documentElement.scrollWidth ?? 0) - frame.clientWidth,
        ),
      );
    expect(over.filter((pixels) => pixels > 0)).toEqual([]);
  });

  test('is walked by keyboard: acts by their numbers, mails by J and K', async () => {
    await using visited = await visit(browser, url, wide);
    const { page } = visited;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.id')).toBe('mail-1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate('document.activeElement.id')).toBe('mail-2');
  });

  test.each([
    ['light', wide],
    ['dark', wide],
    ['light', phone],
  ] as const)('has no fault that axe finds: %s, %o', async (colorScheme, size) => {
    await using visited = await visit(browser, url, { ...size, colorScheme });
    await visited.page.evaluate(axe);
    const { violations } = (await visited.page.evaluate('axe.run(document, { iframes: false })')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

/** What the tests ask of elements; the project is compiled without the browser's types. */
type HTMLIFrameElementLike = {
  clientHeight: number;
  clientWidth: number;
  contentDocument: { documentElement: { scrollHeight: number; scrollWidth: number } } | null;
};
type QuoteLike = { ownerDocument: { defaultView: { getComputedStyle(of: unknown): { backgroundColor: string } } } };
