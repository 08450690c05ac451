import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** Appends a line and waits until it is on disk. */
export function durableLines(file: string): (line: object) => void {
  const handle = openSync(file, 'a');
  return (line) => {
    writeSync(handle, `${JSON.stringify(line)}\n`);
    fsyncSync(handle);
  };
}

/** Gives, at each call, the whole lines that another process has appended since the call before. */
export function tailOf(file: string): () => string[] {
  let offset = 0;
  return () => {
    if (!existsSync(file)) return [];
    const handle = openSync(file, 'r');
    const fresh = Buffer.alloc(fstatSync(handle).size - offset);
    readSync(handle, fresh, 0, fresh.length, offset);
    closeSync(handle);
    const end = fresh.lastIndexOf('\n') + 1;
    offset += end;
    return fresh.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  };
}
