import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(modules, '.maildesk-stamp.json');

/** Whether the packages of the lock file are installed, those for development and tests too if asked for. */
export function hasPackages({ dev }) {
  const stamp = readJson(stampFile);
  return stamp?.lock === lockHash() && (stamp.dev || !dev);
}

/**
 * Installs the packages of the lock file. Where only those for tests are missing they are added and the rest is left
 * alone: a desk may be running on it.
 */
export async function installPackages({ dev }) {
  if (!isInstalledByHand({ dev })) {
    const adds = dev && hasPackages({ dev: false });
    say(
      adds ? 'Setting up: adding the packages that tests need' : 'Setting up: installing packages (half a minute on a good line)',
    );
    const command = adds ? ['install', '--no-save'] : ['ci'];
    await npm([...command, '--no-audit', dev ? '--include=dev' : '--omit=dev'], '');
  }
  writeQuietly(stampFile, JSON.stringify({ lock: lockHash(), dev }));
}

/** `npx maildesk` looks for the command beside those of the packages, where npm does not put a checkout's own. */
export function linkCommand() {
  const link = join(modules, '.bin', 'maildesk');
  if (existsSync(link)) return;
  try {
    mkdirSync(join(modules, '.bin'), { recursive: true });
    symlinkSync(join('..', '..', 'bin', 'maildesk.mjs'), link);
  } catch {
    // a read-only checkout still runs as `node bin/maildesk.mjs`
  }
}

const lockHash = () =>
  createHash('sha256').update(readFileSync(lockFile)).update(`${process.platform}-${process.arch}`).digest('hex');

/** npm's own record of what it installed says the same as the lock file: somebody ran npm, nothing is left to do. */
function isInstalledByHand({ dev }) {
  const wanted = readJson(lockFile)?.packages ?? {};
  const found = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, dev: isDev, devOptional }]) => {
    if (path === '' || optional || devOptional || (isDev && !dev)) return true;
    return found[path]?.version === version && found[path]?.integrity === integrity && existsSync(join(root, path));
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function writeQuietly(file, text) {
  try {
    writeFileSync(file, text);
  } catch {
    // a read-only checkout only looks a little longer next time
  }
}
