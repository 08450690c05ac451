import { run } from './child.mjs';
import { root } from './root.mjs';
import { SetupError } from './say.mjs';

const networkTrouble = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|FETCH_ERROR)\b/;

/**
 * Runs npm in the checkout, quietly while it succeeds.
 *
 * @param otherwise what a person can do instead, said when npm fails
 * @throws {SetupError}
 */
export async function npm(args, otherwise) {
  const { code, signal, stderr } = await start(args);
  if (code === 0) return;
  const cause = networkTrouble.test(stderr)
    ? 'The package registry cannot be reached: check the network, or the proxy that npm is told to use, then run the same command again.'
    : 'Its own words are above. When mended, run the same command again.';
  process.stderr.write(stderr);
  throw new SetupError(
    `Set-up failed: "npm ${args[0]}" ended with ${signal ?? `exit code ${code}`}. ${cause} ${otherwise}`.trim(),
  );
}

async function start(args) {
  const windows = process.platform === 'win32';
  try {
    return await run(windows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error', '--no-fund'], {
      cwd: root,
      shell: windows, // a .cmd file is no program of its own
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new SetupError(
      'Set-up failed: npm was not found. Install it beside Node (on Debian: apt-get install npm), then run the same command again.',
    );
  }
}
