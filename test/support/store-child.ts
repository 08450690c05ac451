import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('store-process.ts', import.meta.url));

export type StoreChild = { said: string; end(): Promise<void>; kill(): Promise<void> };

/** Starts a second process on a data directory, and waits for its first word. */
export async function storeChild(deed: 'lock' | 'open' | 'hold', dir: string, count = 1): Promise<StoreChild> {
  const child = spawn(process.execPath, [program, deed, dir, String(count)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const said = await Promise.race([once(createInterface(child.stdout), 'line'), gone]);
  return {
    said: String(said[0]),
    async end() {
      child.stdin.end();
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
