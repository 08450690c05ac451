import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMs } from './figure.ts';
import { median } from './measure.ts';

/**
 * What runs the bench, and how fast it is at this moment: figures in milliseconds mean little on a machine that is busy
 * with other things, and say so.
 */
export function machineNow(): string {
  const model = cpus()[0]?.model.trim() || 'unknown CPU';
  const load = loadavg()[0]?.toFixed(1);
  return `${model}, ${availableParallelism()} cores, Node ${process.versions.node}; now: load ${load}, two million steps ${inMs(stepsTime())}, fsync ${inMs(fsyncTime())}`;
}

/** To be compared with other runs on the same machine only: there is no right value. */
function stepsTime(): number {
  return median(
    Array.from({ length: 20 }, () => {
      const start = performance.now();
      let sum = 0;
      for (let at = 0; at < 2_000_000; at++) sum = (sum * 31 + at) | 0;
      return performance.now() - start + sum * 0;
    }),
  );
}

function fsyncTime(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-fsync-'));
  const handle = openSync(join(folder, 'file'), 'w');
  const times = Array.from({ length: 50 }, (_, at) => {
    writeSync(handle, Buffer.alloc(4096, at));
    const start = performance.now();
    fsyncSync(handle);
    return performance.now() - start;
  });
  closeSync(handle);
  rmSync(folder, { recursive: true });
  return median(times);
}
