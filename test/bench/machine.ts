import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inMs } from './figure.ts';
import { median } from './measure.ts';

/**
 * What runs the bench, and how fast it is at this moment: figures in milliseconds mean little on a machine that is busy
 * with other things, and say so.
 */
export async function machineNow(): Promise<string> {
  const model = cpus()[0]?.model.trim() || 'unknown CPU';
  const load = loadavg()[0]?.toFixed(1);
  return `${model}, ${availableParallelism()} cores, Node ${process.versions.node}; now: load ${load}, two million steps ${inMs(stepsTime())}, fsync ${inMs(fsyncTime())}, ${await restedMemory()}`;
}

/** As long as the mailbox of (e) rests between two mails, about. */
const rest = 700;
const page = 4096;

/**
 * Some virtual machines take the memory of a process that rests away from it, page by page; the first touch brings each
 * back. Whatever then wakes from rest, as in (e), pays for all that it touches.
 */
async function restedMemory(): Promise<string> {
  const memory = Buffer.alloc(16 * 2 ** 20, 1);
  const touch = (): number => {
    const start = performance.now();
    let sum = 0;
    for (let at = 0; at < memory.length; at += page) sum += memory[at] ?? 0;
    return performance.now() - start + sum * 0;
  };
  const awake = median(Array.from({ length: 5 }, touch));
  const rested: number[] = [];
  for (let at = 0; at < 3; at++) {
    await sleep(rest);
    rested.push(touch());
  }
  return `16 MB touched in ${inMs(awake)}, after ${inMs(rest)} of rest in ${inMs(median(rested))}`;
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
