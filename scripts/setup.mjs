import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './child.mjs';
import { withLock } from './lock.mjs';
import { hasPackages, installPackages, linkCommand } from './packages.mjs';
import { root } from './root.mjs';
import { bringNode, hasNode, nodeBinary } from './runtime.mjs';

/**
 * Brings what is missing: a Node that is new enough, and the packages. Where all is in place it only looks (a few
 * milliseconds). Two set-ups at once wait for each other.
 *
 * @param {{ dev: boolean }} wants whether the packages for tests and checks are wanted too
 * @throws {SetupError} with a message that says what to do
 */
export async function setUp(wants) {
  if (!isComplete(wants)) {
    await withLock(join(root, '.runtime', 'set-up.lock'), async () => {
      if (!hasNode()) await bringNode();
      if (!hasPackages(wants)) await installPackages(wants);
    });
  }
  linkCommand();
}

/**
 * Runs a program with the right Node in a process of its own, until it ends. It gets the signals that come here, once
 * each, and dies with this process.
 */
export function runNode(args, env = {}) {
  const preload = pathToFileURL(join(root, 'scripts', 'with-launcher.mjs')).href;
  return run(nodeBinary(), ['--disable-warning=ExperimentalWarning', '--import', preload, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env, MAILDESK_LAUNCHER: String(process.pid) },
  });
}

const isComplete = (wants) => hasNode() && hasPackages(wants);
