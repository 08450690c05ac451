import { type About, aboutLeaf, keepLeaf, type Leaf, type Reading } from './leaf.ts';
import type { Part } from './tree.ts';
import { uuBegin, uudecodeLine } from './uudecode.ts';

/** A text into which a program of old days put files: the text without them, and the files. */
export async function unpackUu(leaf: Leaf, reading: Reading): Promise<Part | null> {
  const { text, files } = splitUu(Buffer.from(leaf.head).toString('latin1'));
  if (files.length === 0) return null;
  const parts: Part[] = [{ ...leaf, head: Buffer.from(text, 'latin1') }];
  for (const { name, bytes } of files) parts.push(await keepLeaf(aboutFile(name), bytes, reading));
  return { kind: 'branch', type: 'multipart/mixed', parts };
}

type UuFile = { name: string; bytes: Buffer };

/** A file stands from `begin` to `end`, every line between as long as it says; anything else is text. */
function splitUu(text: string): { text: string; files: readonly UuFile[] } {
  const lines = text.split(/\r?\n/);
  const kept: string[] = [];
  const files: UuFile[] = [];
  for (let at = 0; at < lines.length; at++) {
    const name = uuBegin.exec(lines[at] ?? '')?.[1];
    const end = name === undefined ? -1 : endOf(lines, at + 1);
    if (name === undefined || end === -1) kept.push(lines[at] ?? '');
    else {
      files.push({ name: name.trim(), bytes: Buffer.concat(lines.slice(at + 1, end).map(uudecodeLine)) });
      at = end;
    }
  }
  return { text: kept.join('\n'), files };
}

function endOf(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    if (line === 'end') return at > from ? at : -1;
    if (!isPacked(lines[at] ?? '')) return -1;
  }
  return -1;
}

/** Blanks at the end may have been lost on the way, and a check digit added. */
function isPacked(line: string): boolean {
  if (line === '') return true;
  const length = (line.charCodeAt(0) - 32) & 63;
  return /^[ -`]+$/.test(line) && line.length <= Math.ceil(length / 3) * 4 + 3;
}

const aboutFile = (name: string): About => ({
  ...aboutLeaf([{ name: 'content-type', value: 'application/octet-stream' }]),
  disposition: { value: 'attachment', params: new Map([['filename', name]]) },
});
