import { mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, say } from './say.mjs';

/** Milliseconds. A slow network may need minutes; a lock older than this belongs to nobody. */
const patience = 15 * 60_000;

/**
 * Does the work while no other process of this checkout does: the lock is a symbolic link whose target is the
 * holder's process id, which appears whole or not at all. A holder that died is no holder.
 *
 * @throws {SetupError} when another process holds it for longer than 15 minutes
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  await take(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function take(path) {
  const deadline = Date.now() + patience;
  let told = false;
  while (!tryToTake(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && !isAlive(holder)) {
      clear(path, holder);
      continue;
    }
    if (Date.now() > deadline)
      throw new SetupError(`Set-up is held by process ${holder}. If that is not a set-up, remove ${path}`);
    if (!told) say(`Another set-up is running here (process ${holder}); waiting for it.`);
    told = true;
    await sleep(200);
  }
}

function tryToTake(path) {
  try {
    symlinkSync(String(process.pid), path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new SetupError(`Cannot write ${path} (${error.code}). Run the set-up as the user who owns this checkout.`);
  }
}

function holderOf(path) {
  try {
    return Number(readlinkSync(path));
  } catch {
    return undefined; // let go just now
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // alive, another user's
  }
}

/** Two waiters may see the same dead holder: the one who moved away a fresh lock puts it back. */
function clear(path, dead) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) === dead) rmSync(aside);
    else renameSync(aside, path);
  } catch {
    // the other waiter was faster
  }
}
