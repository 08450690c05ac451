import { createHash } from 'node:crypto';

/** Bytes that look like chance and are the same each time, so that two rehearsals differ in nothing but their configuration. */
export function seeded(): (bytes: number) => Uint8Array {
  let drawn = 0;
  return (bytes) => {
    const blocks: Uint8Array[] = [];
    for (let length = 0; length < bytes; length += 32) blocks.push(createHash('sha256').update(`rehearsal ${++drawn}`).digest());
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}
