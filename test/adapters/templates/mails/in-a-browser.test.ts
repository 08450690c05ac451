import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, visit } from '../../../support/chromium.ts';
import { everyMail, type FilledMail } from './every-mail.ts';

let browser: Browser;
let mails: readonly FilledMail[];
beforeAll(async () => {
  [browser, mails] = await Promise.all([startChromium(), everyMail()]);
});
afterAll(() => browser?.close());

/** The widest language there is: its words are the longest. */
const widest = (all: readonly FilledMail[]): readonly FilledMail[] => {
  const german = all.filter(({ language }) => language === 'de');
  return german.length > 0 ? german : all.filter(({ language }) => language === 'en');
};

describe('in a browser', () => {
  test('no mail is wider than a phone of 320 px: as it is, with words that nobody hyphenates, with letters twice as large', async () => {
    await using visited = await visit(browser, 'about:blank');
    const found = { asItIs: mails, longWords: await everyMail(withLongWords), twiceAsLarge: mails.map(twiceAsLarge) };
    for (const [how, all] of Object.entries(found)) {
      const inWidest = widest(all);
      const widths = (await visited.page.evaluate(
        `(${widthsAt320})(${JSON.stringify(inWidest.map(({ mail }) => mail.html))})`,
      )) as number[];
      expect(widths).toHaveLength(inWidest.length);
      const wide = inWidest.flatMap(({ template, at }, index) =>
        (widths[index] ?? 0) > 320 ? [`${template} ${at}: ${widths[index]} px`] : [],
      );
      expect(wide, how).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)('axe finds no fault in a mail of each kind, in %s', async (colorScheme) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await using visited = await visit(browser, 'about:blank', { viewport: { width: 700, height: 900 }, colorScheme });
    const kinds = ['acknowledge', 'notify-new', 'command-error', 'receipt-many', 'list', 'status'];
    const found: unknown[] = [];
    for (const { template, mail } of mails.filter(
      ({ language, at, template: name }) => language === 'en' && at === 1 && kinds.includes(name),
    )) {
      await visited.page.setContent(mail.html);
      await visited.page.evaluate(axe);
      // A mail is no page: it has no landmarks.
      const { violations } = (await visited.page.evaluate(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })",
      )) as AxeResults;
      found.push(...violations.map(({ id, nodes }) => [template, id, nodes[0]?.html]));
    }
    expect(found).toEqual([]);
  });
});

/** Opens each mail in a frame of 320 px; gives how wide it becomes. */
const widthsAt320 = `async (mails) => {
  const widths = [];
  for (const html of mails) {
    const frame = document.createElement('iframe');
    Object.assign(frame, { width: '320', height: '20000', srcdoc: html });
    frame.style.border = '0';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    widths.push(frame.contentDocument.documentElement.scrollWidth);
    frame.remove();
  }
  return widths;
}`;

const twiceAsLarge = (one: FilledMail): FilledMail => {
  const html = one.mail.html.replace(/font-size: ?(\d+)px/g, (_, size) => `font-size: ${2 * Number(size)}px`);
  return { ...one, mail: { ...one.mail, html } };
};

const long = `Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen${'x'.repeat(60)}`;

/** What a person wrote or is called is longer than any line; words that the templates ask for stay, and the admin's name of the desk. */
function withLongWords(value: object): object {
  const changed = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(changed);
    if (typeof one === 'object' && one !== null) return withLongWords(one);
    return typeof one === 'string' && /\S\s\S/.test(one) ? `${one} ${long}` : one;
  };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'deskName' ? one : changed(one)]));
}
