import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitCodes, type Invocation } from './command.ts';

/** A file that is to be written into the configuration. */
export type NewFile = { file: string; text: string };

/** Writes all of them or none: what is there already is somebody's work. */
export async function copyFiles({ terminal, common }: Invocation, files: readonly NewFile[], next: string): Promise<number> {
  const inTheWay = files.filter(({ file }) => existsSync(file));
  for (const { file } of inTheWay) terminal.err(`${file}: is there already; nothing was written`);
  if (inTheWay.length > 0) return exitCodes.failed;
  for (const { file, text } of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  if (common.json) terminal.out(JSON.stringify({ files: files.map(({ file }) => file) }));
  else terminal.out([...files.map(({ file }) => `wrote ${file}`), next].join('\n'));
  return exitCodes.done;
}
