import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Complaint, printPath } from './complaint.ts';
import type { Part } from './read-part.ts';
import type { HelpdeskInput } from './schema/helpdesk.ts';

export type ReadLogo = { logo: Uint8Array | null; complaints: readonly Complaint[] };

/** It goes with every mail to a customer. */
const largest = 64_000;

/** Reads the picture that `desk.brand.logo` names, relative to the folder of the configuration. */
export async function readLogo({ data, world, file }: Part<HelpdeskInput>, dir: string): Promise<ReadLogo> {
  const name = data?.desk.brand.logo ?? null;
  if (name === null) return { logo: null, complaints: [] };
  const path = resolve(dir, name);
  const read = await readFile(path).catch((error: unknown) => whyNot(path, error));
  const fault = typeof read === 'string' ? read : faultOf(path, read);
  if (typeof read !== 'string' && fault === null) return { logo: read, complaints: [] };
  const where = ['desk', 'brand', 'logo'];
  const place = typeof world === 'string' ? { line: 1, column: 1 } : world.tree.positionOf(where);
  return { logo: null, complaints: [{ file, ...place, path: printPath(where), message: fault ?? '' }] };
}

function whyNot(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' ? `there is no file ${path}; expected a picture` : `the file ${path} cannot be read (${code})`;
}

function faultOf(path: string, bytes: Uint8Array): string | null {
  if (!starts.some((start) => start.every((byte, at) => bytes[at] === byte)))
    return `${path} is no picture that mail programs show; expected PNG, JPEG or GIF`;
  if (bytes.length <= largest) return null;
  return `${path} has ${Math.ceil(bytes.length / 1000)} kB, and it goes with every mail to a customer; expected at most ${largest / 1000} kB`;
}

/** How PNG, JPEG and GIF files begin. */
const starts: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];
