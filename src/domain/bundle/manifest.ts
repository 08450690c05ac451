import { canonical, type HashText } from '../evidence-chain.ts';
import type { Sha256 } from '../ids.ts';

/** What stands in an exported ticket, so that every byte of it can be checked with nothing else at hand. */
export type Manifest = {
  kind: 'maildesk-ticket';
  version: 1;
  ticket: string;
  desk: string;
  /** ISO. */
  exported: string;
  /** Every file but this one; paths with `/`, in order. */
  files: readonly { path: string; size: number; sha256: Sha256 }[];
  /** Stored mails and files that were erased since, and stand in here no more. */
  erased: readonly Sha256[];
  /** The hash of the last link of the whole chain when this was exported; null where there was none. */
  head: Sha256 | null;
};

/** Where the manifest lies. */
export const manifestPath = 'manifest.json';

/** The text of a manifest, its own seal in it. */
export function sealed(manifest: Manifest, hash: HashText): string {
  return print({ ...manifest, seal: hash(canonical(manifest)) });
}

/** Reads a manifest back; null where any letter of it is another than was written. */
export function unsealed(text: string, hash: HashText): Manifest | null {
  const { seal, ...manifest } = parsed(text);
  const isWhole = seal === hash(canonical(manifest)) && print({ ...manifest, seal }) === text;
  return isWhole ? (manifest as Manifest) : null; // the seal vouches for the shape
}

const print = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
