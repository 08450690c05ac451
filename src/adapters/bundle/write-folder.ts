import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Sha256, sha256 } from '../../domain/ids.ts';
import type { Bytes } from '../../domain/ports.ts';

type Written = { size: number; sha256: Sha256 };
type Entry = { path: string; content: () => Bytes };

/** Writes the files of a bundle into a folder of its own. @throws where a file stands there already */
export async function folderWriter(dir: string): Promise<{ write(file: Entry): Promise<Written>; close(): Promise<void> }> {
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) throw Object.assign(new Error(`${dir} is not empty`), { code: 'ENOTEMPTY' });
  return {
    async write({ path, content }) {
      const target = join(dir, path);
      await mkdir(dirname(target), { recursive: true });
      const file = await open(target, 'wx');
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const part of pieces(content())) {
          hash.update(part);
          size += part.length;
          await file.write(part);
        }
      } finally {
        await file.close();
      }
      return { size, sha256: sha256(hash.digest('hex')) };
    },
    close: async () => {},
  };
}

/** Bytes in pieces, whichever way they come. */
export async function* pieces(content: Bytes): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}
