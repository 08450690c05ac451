import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type Sha256, sha256 } from '../../domain/ids.ts';
import type { Bytes } from '../../domain/ports.ts';
import { pieces } from './write-folder.ts';

type Written = { size: number; sha256: Sha256 };
type Entry = { path: string; content: () => Bytes };

/** Writes the files of a bundle into one zip; times in it are those of `at` (epoch ms), so that it says nothing else. */
export async function zipWriter(
  file: string,
  at: number,
): Promise<{ write(file: Entry): Promise<Written>; close(): Promise<void> }> {
  const zip = new ZipFile();
  const target = await open(file, 'wx');
  const done = pipeline(zip.outputStream, target.createWriteStream());
  done.catch(() => {}); // told by close
  return {
    async write({ path, content }) {
      const parts: Uint8Array[] = [];
      for await (const part of pieces(content())) parts.push(part);
      const whole = Buffer.concat(parts);
      zip.addBuffer(whole, path, { mtime: new Date(at) });
      return { size: whole.length, sha256: sha256(createHash('sha256').update(whole).digest('hex')) };
    },
    async close() {
      zip.end();
      await done;
    },
  };
}
