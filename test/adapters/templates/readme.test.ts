import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedDir } from './support.ts';

test('the README names every building block', async () => {
  const readme = await readFile(join(shippedDir, 'README.md'), 'utf8');
  const layout = (await readdir(join(shippedDir, '_layout'))).filter((name) => /^(?!layout)[a-z-]+\.hbs$/.test(name));
  const ofLanguage = (await readdir(join(shippedDir, 'en'))).filter((name) => /^_.*\.hbs$/.test(name));
  const blocks = [...layout, ...ofLanguage].map((name) => name.replace(/^_|\.hbs$/g, ''));
  expect(blocks.length).toBeGreaterThan(20);
  expect(blocks.filter((block) => !new RegExp(`\`(?:\\{\\{#> )?${block}[ \`}]`).test(readme))).toEqual([]);
});
