import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

test('a quick bench fills every row of its table', async () => {
  const bench = spawn(process.execPath, [new URL('./bench.ts', import.meta.url).pathname, '--quick'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  bench.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const [code] = await once(bench, 'close');
  expect(code).toBe(0);
  const rows = [...said.matchAll(/^│ ([a-k]) │/gm)].map(([, row]) => row);
  expect(rows).toEqual(['a', 'a', 'b', 'c', 'c', 'c', 'd', 'e', 'e', 'i', 'i', 'f', 'f', 'f', 'g', 'g', 'h', 'j', 'k', 'k']);
  expect(said).not.toContain('NaN');
}, 180_000);
