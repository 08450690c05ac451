import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { StoreError } from '../errors.ts';
import { inOurWords } from './disk-errors.ts';

/** Bytes up to which a file is read in one piece: streams cost more than such a read. */
const smallest = 64 * 1024;

/**
 * The bytes of a blob as they were given, in pieces.
 *
 * @throws {StoreError} `missing`
 */
export async function* readBlob(path: string): AsyncGenerator<Uint8Array> {
  try {
    const plain = statSync(path, { throwIfNoEntry: false });
    if (plain && plain.size <= smallest) yield readFileSync(path);
    else if (plain) yield* createReadStream(path);
    else yield* unpacked(path);
  } catch (error) {
    throw inOurWords(error, path);
  }
}

/** Always streamed: a few packed bytes may be a large mail. */
function unpacked(path: string): AsyncIterable<Uint8Array> {
  if (!statSync(`${path}.zst`, { throwIfNoEntry: false }))
    throw new StoreError('missing', `${path}: no such mail or attachment is kept`);
  return pipeline(createReadStream(`${path}.zst`), createZstdDecompress(), () => {});
}
