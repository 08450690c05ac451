import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { previewPage } from '../../../src/adapters/web/preview/preview-page.ts';
import type { Preview } from '../../../src/app/compose.ts';
import { startChromium, visit } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { shippedPreview } from './a-preview.ts';

let browser: Browser;
let preview: Preview;
let url: string;
beforeAll(async () => {
  [browser, preview] = await Promise.all([startChromium(), shippedPreview()]);
  const file = join(tmpdir(), `preview-${process.pid}.html`);
  await writeFile(file, await previewPage(preview, false));
  url = pathToFileURL(file).href;
});
afterAll(() => browser?.close());

const wide = { viewport: { width: 1440, height: 900 } };
const cards = (page: Page) => page.locator('article:visible');
const inFirst = (page: Page) => page.locator('article:visible iframe').first().contentFrame();
/** Asks the first frame that is shown; `question` is a function of the browser's world. */
const askFirst = (page: Page, question: string) =>
  page.evaluate(`(${question})(document.querySelector('article:not([hidden]) iframe'))`);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the page of mails', () => {
  test('opens with all mails of the desk’s language, asks nothing of a network and complains of nothing', async () => {
    await using visited = await visit(browser, url, wide);
    const { page, requests, troubles } = visited;
    const english = preview.mails.filter(({ language }) => language === 'en');
    expect(english.length).toBeGreaterThan(60);
    expect(await cards(page).count()).toBe(english.length);
    for (const template of ['status', 'receipt', 'why']) await page.getByRole('link', { name: template, exact: true }).click();
    await page.locator('iframe').last().scrollIntoViewIfNeeded();
    await until(() => page.frames().length > 5, { what: 'frames near the screen' });
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('shows the HTML, high as it is, beside the text; what a link does is told, and no click leaves', async () => {
    await using visited = await visit(browser, url, wide);
    const { page, troubles, requests } = visited;
    const mail = preview.mails.find(({ template, language }) => template === 'notify-new' && language === 'en');
    if (mail?.shown.kind !== 'mail') throw new Error('notify-new is broken');
    await page.getByRole('searchbox', { name: 'Search' }).fill('notify-new');
    const card = page.locator('article:visible').first();
    await expect.poll(() => card.locator('.text').textContent(), long).toBe(mail.shown.text);
    const inside = inFirst(page);
    await inside.locator('h1').waitFor();
    await expect.poll(() => askFirst(page, gapBelow), long).toBeLessThanOrEqual(4);
    await inside.locator('a[href^="mailto:"]').first().click();
    await inside.locator('a[href^="mailto:"]').first().press('Enter');
    await inside.locator('h1').waitFor();
    await card.getByText(/^\d+ links?$/).click();
    expect(await card.locator('details li').first().textContent()).toMatch(
      /^Take it.* begins a mail to support\+.*, subject “Re: \[HD-1042\]/,
    );
    expect({ requests, troubles }).toEqual({ requests: [], troubles: [] });
  });

  test('finds mails by name, by words of a text, by language, by file', async () => {
    await using visited = await visit(browser, `${url}#language=`, wide);
    const { page } = visited;
    const all = await cards(page).count();
    for (const [words, facts] of [
      ['acknowledge-short', /^Mail *acknowledge-short/],
      ['SMOKE notify-new', /notify-new/],
      ['spanish reopened', /reopened, Spanish/],
      ['en/why.hbs', /why, English/],
    ] as const) {
      await page.getByLabel('Search').fill(words);
      const found = await cards(page).count();
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(all / 3);
      expect(await cards(page).first().locator('dl').textContent()).toMatch(facts);
      expect(await page.locator('#count').textContent()).toBe(`${found} mail${found === 1 ? '' : 's'}`);
    }
    await page.getByLabel('Search').fill('no such words anywhere');
    expect(await page.locator('#count').textContent()).toBe('No mail has all these words');
  });

  test('another language, dark, phone: by their controls, kept by a reload', async () => {
    await using visited = await visit(browser, url, wide);
    const { page, troubles } = visited;
    await page.getByLabel('Language').selectOption('es');
    await page.getByLabel('Dark').check();
    await page.getByLabel('Phone, 360').check();
    const looks = async () => {
      await inFirst(page).locator('h1').waitFor();
      return askFirst(page, lookOf);
    };
    const dark = { lang: 'es', width: 360, ground: 'rgb(21, 25, 30)' };
    await expect.poll(looks, long).toEqual(dark);
    await page.reload();
    await expect.poll(looks, long).toEqual(dark);
    await page.getByLabel('Light').check();
    await expect.poll(looks, long).toEqual({ ...dark, ground: 'rgb(255, 255, 255)' });
    expect(troubles).toEqual([]);
  });

  test('dark here is what a program shows that prefers dark, colour for colour', async () => {
    await using visited = await visit(browser, `${url}#colours=dark&words=receipt`, { ...wide, colorScheme: 'light' });
    await inFirst(visited.page).locator('h1').waitFor();
    const shown = await askFirst(visited.page, `(frame) => (${coloursOf})(frame.contentDocument)`);
    const receipt = preview.mails.find(({ template, language }) => template === 'receipt' && language === 'en');
    if (receipt?.shown.kind !== 'mail') throw new Error('receipt is broken');
    await using real = await visit(browser, 'about:blank', { ...wide, colorScheme: 'dark' });
    await real.page.setContent(receipt.shown.html);
    expect(shown).toEqual(await real.page.evaluate(`(${coloursOf})(document)`));
  });

  test('is wide enough for nobody at 320 px', async () => {
    await using visited = await visit(browser, url, { viewport: { width: 320, height: 700 } });
    expect(await visited.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  test('by keyboard alone: a way past the controls, and to each template', async () => {
    await using visited = await visit(browser, url, wide);
    const { page } = visited;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('mails');
    await page.locator('#templates a').nth(3).focus();
    await page.keyboard.press('Enter');
    const name = await page.locator('#templates a').nth(3).textContent();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(name);
  });

  test.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async (colorScheme) => {
    await using visited = await visit(browser, `${url}#words=receipt&colours=${colorScheme}`, { ...wide, colorScheme });
    await visited.page.locator('details').first().evaluate('(details) => { details.open = true; }');
    // The page's own policy lets no script in; what is asked for through the debugger stands above it.
    await visited.page.evaluate(axe);
    const found = (await visited.page.evaluate('axe.run({ iframes: false })')) as AxeResults;
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(found.passes.length).toBeGreaterThan(20);
  });

  test('what cannot be filled says why in its place', async () => {
    const [first, ...others] = preview.mails;
    if (first === undefined) throw new Error('no mails');
    const problem = 'en/acknowledge.hbs:3:7: there is no "tga" here </script><b>';
    const broken: Preview = {
      ...preview,
      mails: [{ ...first, shown: { kind: 'broken', problem } }, ...others],
      complaints: [problem],
    };
    await using visited = await visit(browser, 'about:blank', wide);
    await visited.page.setContent(await previewPage(broken, false));
    expect(await visited.page.locator('.broken').textContent()).toBe(problem);
    expect(await visited.page.locator('#complaints').textContent()).toMatch(/1 thing to look at\s+en\/acknowledge\.hbs:3:7: /);
    expect(visited.troubles).toEqual([]);
  });
});

/** A busy machine takes its time. */
const long = { timeout: 15_000 };

/** Pixels that a frame is higher than its mail. */
const gapBelow = '(frame) => frame.clientHeight - frame.contentDocument.body.getBoundingClientRect().height';

const lookOf = `(frame) => ({
  lang: frame.contentDocument.documentElement.lang,
  width: frame.getBoundingClientRect().width,
  ground: getComputedStyle(frame.contentDocument.body).backgroundColor,
})`;

/** Colours of every element of a document, in order. */
const coloursOf = `(of) => [...of.querySelectorAll('body, body *')].map((one) => {
  const { color, backgroundColor, borderTopColor, borderInlineStartColor } = getComputedStyle(one);
  return [one.tagName, color, backgroundColor, borderTopColor, borderInlineStartColor].join(' ');
})`;
