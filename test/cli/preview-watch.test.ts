import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, visit } from '../support/chromium.ts';
import { scratch } from '../support/scratch.ts';
import { root } from '../support/source-files.ts';
import { until } from '../support/until.ts';

const scratchDir = scratch();
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser?.close());

/** `maildesk preview --watch` as a person runs it, over a configuration of its own. */
async function watching() {
  const config = join(scratchDir(), 'config');
  await cp(join(root, 'config'), config, { recursive: true });
  const own = join(config, 'templates', 'en');
  await mkdir(own, { recursive: true });
  const args = [join(root, 'src', 'main.ts'), 'preview', '--watch', '--config', config, '--template', 'reopened'];
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  const url = await until(() => /http:\S+/.exec(said.out)?.[0], { within: 30_000, what: 'the address' });
  const save = (content: string): Promise<void> => writeFile(join(own, 'reopened.hbs'), content);
  return { child, said, url, config, save, [Symbol.asyncDispose]: () => end(child) };
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('maildesk preview --watch', () => {
  test('shows a template as it is saved, a mistake in it with its place, and the mend; Ctrl-C ends it', async () => {
    await using watched = await watching();
    await using visited = await visit(browser, watched.url);
    const { page, troubles } = visited;
    const heading = page.locator('article iframe').first().contentFrame().locator('h1');
    await heading.waitFor();
    await expect.poll(() => page.locator('#live').textContent(), long).toMatch(/^Live/);

    const shipped = await page.locator('article .text').first().textContent();
    await watched.save(template('{{tag}} is awake again'));
    await expect.poll(() => page.locator('article .text').first().textContent(), long).toMatch(/^HD-1042 is awake again\n/);
    await expect.poll(() => page.locator('article dl').first().textContent(), long).toMatch(/en\/reopened\.hbs \(your own\)/);

    await watched.save(template('{{tga}} is awake again'));
    await expect
      .poll(() => page.locator('#complaints').textContent(), long)
      .toMatch(/en\/reopened\.hbs:\d+:\d+: there is no "tga"/);
    expect(await page.locator('article .broken').first().textContent()).toMatch(/there is no "tga"/);

    await watched.save(template('{{tag}} is mended'));
    await expect.poll(() => page.locator('article .text').first().textContent(), long).toMatch(/^HD-1042 is mended\n/);
    expect(await page.locator('#complaints').isVisible()).toBe(false);
    expect(shipped).not.toContain('awake');
    expect(troubles).toEqual([]);

    watched.child.kill('SIGINT');
    const [code, signal] = await once(watched.child, 'exit');
    expect({ code, signal, err: watched.said.err }).toEqual({ code: 0, signal: null, err: '' });
    await expect.poll(() => page.locator('#live').textContent(), long).toMatch(/^Not live any more/);
  });

  test('a broken configuration is told on the page; only this machine, by its own name, is answered', async () => {
    await using watched = await watching();
    await using visited = await visit(browser, watched.url);
    await expect.poll(() => visited.page.locator('#live').textContent(), long).toMatch(/^Live/);
    await writeFile(join(watched.config, 'helpdesk.yaml'), 'desk: { nmae: Acme }\n');
    await expect.poll(() => visited.page.locator('#complaints').textContent(), long).toMatch(/helpdesk\.yaml:1:\d+: .*nmae/);
    expect(await visited.page.locator('article').count()).toBeGreaterThan(0);
    const { host, port } = new URL(watched.url);
    expect(host).toBe(`127.0.0.1:${port}`);
    expect(await statusOf(watched.url, { host: `localhost:${port}` })).toBe(200);
    expect(await statusOf(watched.url, { host: `elsewhere.example:${port}` })).toBe(403);
    expect(await statusOf(`${watched.url}nothing`, {})).toBe(404);
  });
});

const long = { timeout: 15_000 };

const template = (text: string): string => `---\nsubject: "{{subject}}"\n---\n${text}\n=== html ===\n<h1>Open again</h1>\n`;
