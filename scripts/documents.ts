// npm run documents [-- --dir DIR]    writes a sample of each document, chart and invitation, to be looked at
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { samples } from './documents/samples.ts';

const { values } = parseArgs({ options: { dir: { type: 'string', default: 'data/documents' } } });

await mkdir(values.dir, { recursive: true });
for (const { name, make } of samples) {
  const started = performance.now();
  const content = await make();
  await writeFile(join(values.dir, name), content);
  console.log(`${join(values.dir, name)}  ${content.length} bytes, ${Math.round(performance.now() - started)} ms`);
}
