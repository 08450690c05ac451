// npm run ids    which laws, faults, attacks and obligations have a test that carries their id, and which have none
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsIn, knownIds, strangersIn } from '../test/support/ids.ts';

type Listed = { name: string };

const titles = listTests().map(({ name }) => name);
const counts = new Map<string, number>();
for (const id of titles.flatMap(idsIn)) counts.set(id, (counts.get(id) ?? 0) + 1);
const strangers = titles.flatMap(strangersIn);

console.log('Tests that carry an id:');
for (const id of knownIds.filter((one) => counts.has(one))) console.log(`  ${id.padEnd(8)} ${counts.get(id)}`);
console.log(`No test yet: ${knownIds.filter((id) => !counts.has(id)).join(' ')}`);
console.log(`${counts.size} of ${knownIds.length} ids have a test`);
if (strangers.length > 0) {
  console.error(`Titles name ids that do not exist: ${strangers.join(', ')}`);
  process.exitCode = 1;
}

/** Loads the test files without running them, so that titles made from tables are whole. */
function listTests(): Listed[] {
  const folder = mkdtempSync(join(tmpdir(), 'maildesk-ids-'));
  const file = join(folder, 'tests.json');
  try {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    execFileSync(process.execPath, [vitest, 'list', `--json=${file}`, '--staticParse=false'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
