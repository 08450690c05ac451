import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Bundle } from '../../domain/bundle/verify-bundle.ts';
import { sha256 } from '../../domain/ids.ts';

/** A bundle that lies in a folder. @throws where the folder or a file in it cannot be read */
export function readFolder(dir: string): Bundle & { bytes(path: string): Uint8Array } {
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = found.map(({ parentPath, name }) => relative(dir, join(parentPath, name)).split(sep).join('/'));
  const bytes = (path: string): Uint8Array => readFileSync(join(dir, path));
  const files = paths.map((path) => {
    const content = bytes(path);
    return [path, { size: content.length, sha256: sha256(createHash('sha256').update(content).digest('hex')) }] as const;
  });
  return { files: new Map(files), bytes, text: (path) => new TextDecoder().decode(bytes(path)) };
}
