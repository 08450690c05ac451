import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export type Visit = AsyncDisposable & {
  page: Page;
  /** Whatever the page asked of a network, beyond itself. */
  requests: string[];
  /** Errors and warnings on its console, and errors nobody caught. */
  troubles: string[];
};

/**
 * Starts the machine's Chromium, headless.
 *
 * @throws where there is none; `npm test` installs it
 */
export async function startChromium(): Promise<Browser> {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const executablePath = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (executablePath === undefined) throw new Error(`none of ${names.join(', ')} is installed; npm test installs Chromium`);
  // Its sandbox refuses to start for root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** Opens an address in a window of its own, and notes what goes wrong there. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => void (request.url().split('#')[0] === url.split('#')[0] || requests.push(request.url())));
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && troubles.push(message.text())));
  page.on('pageerror', (error) => void troubles.push(error.message));
  await page.goto(url);
  return { page, requests, troubles, [Symbol.asyncDispose]: () => context.close() };
}
