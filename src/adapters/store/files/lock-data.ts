import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { hasCode } from '../errors.ts';

export type DataLock = { kind: 'locked'; release(): void } | { kind: 'taken'; by: string };

/**
 * Lets one daemon at a time have a data directory (F-32). The lock is the kernel's, held through an open transaction: it
 * ends with the process, however that ends. Who holds it stands in a file beside, for people, with the configuration it runs on.
 */
export function lockData(dir: string, configDir = ''): DataLock {
  const holder = join(dir, 'daemon.pid');
  const database = new BetterSqlite(join(dir, 'daemon.lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (hasCode(error, 'SQLITE_BUSY')) return { kind: 'taken', by: nameIn(holder) };
    throw error;
  }
  writeFileSync(holder, `${process.pid}\n${configDir}\n`);
  return {
    kind: 'locked',
    release() {
      rmSync(holder, { force: true });
      database.close();
    },
  };
}

/** The configuration that a desk runs on; null where none runs. */
export function runningConfig(dir: string): string | null {
  try {
    return readFileSync(join(dir, 'daemon.pid'), 'utf8').split('\n')[1] || null;
  } catch {
    return null;
  }
}

function nameIn(holder: string): string {
  try {
    return `process ${readFileSync(holder, 'utf8').split('\n')[0]}`;
  } catch {
    return 'another process';
  }
}
