import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { say } from './say.mjs';
import { runNode } from './setup.mjs';

/**
 * Runs the tests and counts what really ran.
 *
 * @param args filters and options for vitest
 * @returns {Promise<{ summary: string, isGood: boolean }>} summary: `N passed, N failed`
 */
export async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'maildesk-tests-'));
  const report = join(folder, 'report.json');
  try {
    const end = await runNode([
      ...[join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', root],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    ]);
    return verdict(readReport(report), end);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdict(report, { code, signal }) {
  const { passed, failed, skipped } = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  // An error outside any test, or a crash of the runner, is one failure more than the tests know of.
  const unseen = code !== 0 && failed === 0 ? 1 : 0;
  if (unseen)
    say(
      `The test runner ended with ${signal ?? `exit code ${code}`}${report ? '' : ' and left no report'}; counted as one failure.`,
    );
  const summary = `${passed} passed, ${failed + unseen} failed${skipped ? `, ${skipped} skipped` : ''}`;
  return { summary, isGood: failed + unseen === 0 && passed > 0 };
}

/** A file that could not even be loaded holds no tests; it counts as one failure. */
function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests + numTodoTests };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
