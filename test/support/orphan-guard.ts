import { spawn } from 'node:child_process';

/**
 * Ends a process group and removes its folder when *this* process dies, however it dies: a small shell reads from a pipe that
 * only we hold open.
 *
 * @returns calls the guard off
 */
export function guardOrphan(group: number, folder: string): () => void {
  const script = 'cat >/dev/null; kill -- "-$1" 2>/dev/null; sleep 1; kill -9 -- "-$1" 2>/dev/null; rm -rf "$2"';
  const guard = spawn('sh', ['-c', script, 'sh', String(group), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // out of reach of a signal to our whole group
  });
  guard.unref();
  guard.stdin?.on('error', () => {});
  return () => guard.kill('SIGKILL');
}
