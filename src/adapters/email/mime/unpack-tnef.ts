import { type About, aboutLeaf, keepLeaf, type Leaf, type Reading, textOnly } from './leaf.ts';
import { readTnef, type TnefFile } from './tnef/read-tnef.ts';
import { type Part, tnefBranch } from './tree.ts';

/** A winmail.dat with its texts and files beside it. */
export async function unpackTnef(leaf: Leaf, reading: Reading): Promise<Part | null> {
  const found = readTnef(Buffer.from(leaf.head));
  if (found === null) return null;
  const parts: Part[] = [leaf];
  if (found.text !== '') parts.push(textLeaf('text/plain', found.text));
  else if (found.html !== '') parts.push(textLeaf('text/html', found.html));
  for (const file of found.files.flatMap((one) => insideOf(one, MAX_DEPTH)))
    parts.push(await keepLeaf(aboutFile(file), file.bytes, reading));
  return { kind: 'branch', type: tnefBranch, parts };
}

/** Mails that stand in each other. */
const MAX_DEPTH = 3;

/** A mail that was attached to one from Outlook is packed as that is: what it says, and its files. */
function insideOf(file: TnefFile, depth: number): TnefFile[] {
  const found = depth > 0 ? readTnef(file.bytes) : null;
  if (found === null) return [file];
  const [text, type] = found.text === '' ? [found.html, 'text/html'] : [found.text, 'text/plain'];
  const name = `${file.name}.${type === 'text/html' ? 'html' : 'txt'}`;
  const said = text === '' ? [] : [{ name, type, cid: '', bytes: Buffer.from(text) }];
  return [...said, ...found.files.flatMap((one) => insideOf(one, depth - 1))];
}

const textLeaf = (type: string, text: string): Leaf => ({
  ...aboutLeaf([{ name: 'content-type', value: `${type}; charset=utf-8` }]),
  ...textOnly(Buffer.from(text)),
});

const aboutFile = ({ name, type, cid }: TnefFile): About => ({
  kind: 'leaf',
  type: { value: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream', params: new Map() },
  disposition: { value: 'attachment', params: new Map([['filename', name]]) },
  cid: cid || null,
  description: '',
});
