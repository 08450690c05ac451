import { Readable } from 'node:stream';
import { type AttachmentStream, MailParser } from 'mailparser';
import { type Leaf, type Reading, readLeaf } from './leaf.ts';

/** `ignoreEmbedded`: a mail within the mail is one file, whatever its disposition. */
const options = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
};

export type Branch = { kind: 'branch'; type: string; parts: readonly Part[] };
export type Part = Leaf | Branch;

/** What mailparser holds of a part and does not show in its types. */
type TreeNode = {
  headers: unknown;
  headerLines: readonly { key: string; line: string }[] | false;
  contentType: string | false;
  children: readonly TreeNode[];
};
type Inside = { textTypes: string[]; tree: TreeNode | false; curnode: TreeNode | false };

/**
 * Walks a mail's parts with mailparser: every leaf goes by as a stream, texts included, so that charsets are decided
 * by us and memory does not grow with an attachment.
 *
 * @param header Content fields of the root, CRLF, with the blank line
 * @returns what was understood, also where the mail ends or breaks in the middle
 * @throws what `keep` throws
 */
export async function walkParts(
  header: Uint8Array,
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  reading: Reading,
): Promise<Part> {
  const parser = new MailParser(options);
  const inside = parser as unknown as Inside;
  inside.textTypes = []; // to mailparser no leaf is a text: it would decode it by the declared charset
  const leaves = new Map<unknown, Leaf>();
  const read = readLeaves(parser, async (stream) => {
    leaves.set(stream.headers, await readLeaf(stream.content as unknown as Readable, linesOf(inside, stream), reading));
  });
  if (Symbol.iterator in body) parser.end(Buffer.concat([header, ...body]));
  else await feed(parser, header, body);
  await read;
  return inside.tree ? partOf(inside.tree, leaves) : { kind: 'branch', type: 'multipart/mixed', parts: [] };
}

/** Settles at the mail's end, or where mailparser gives up: what came before it counts. */
function readLeaves(parser: MailParser, read: (stream: AttachmentStream) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let reading = Promise.resolve();
    let isBroken = false;
    let open: unknown = null;
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      open = data.content;
      reading = read(data).then(() => data.release());
      reading.catch((error: unknown) => (isBroken ? undefined : reject(error)));
    });
    parser.on('end', () => void reading.then(resolve, reject));
    parser.on('error', () => {
      isBroken = true;
      destroy(open);
      resolve();
    });
  });
}

const destroy = (stream: unknown): void => void (stream instanceof Readable && stream.destroy());

/** Small mails go in at one stroke: each write costs mailparser several turns of the event loop. */
async function feed(parser: MailParser, header: Uint8Array, body: AsyncIterable<Uint8Array>): Promise<void> {
  const stop = { isBroken: false };
  const stopped = new Promise<void>((resolve) => parser.once('error', () => resolve())).then(() => {
    stop.isBroken = true;
  });
  let gathered: Uint8Array[] = [header];
  let size = 0;
  for await (const chunk of body) {
    gathered.push(chunk);
    size += chunk.length;
    if (size < GATHERED_BYTES) continue;
    if (stop.isBroken) return;
    if (!parser.write(Buffer.concat(gathered)))
      await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), stopped]);
    gathered = [];
    size = 0;
  }
  if (!stop.isBroken) parser.end(Buffer.concat(gathered));
}

const GATHERED_BYTES = 65_536;

/** A part's header lines: the leaf that is read now is the node that mailparser stands at. */
function linesOf(inside: Inside, stream: AttachmentStream): readonly { key: string; line: string }[] {
  const node = inside.curnode && inside.curnode.headers === stream.headers ? inside.curnode : find(inside.tree, stream.headers);
  return node ? node.headerLines || [] : [];
}

function find(node: TreeNode | false, headers: unknown): TreeNode | false {
  if (!node || node.headers === headers) return node;
  for (const child of node.children) {
    const found = find(child, headers);
    if (found) return found;
  }
  return false;
}

function partOf(node: TreeNode, leaves: ReadonlyMap<unknown, Leaf>): Part {
  const leaf = leaves.get(node.headers);
  if (leaf) return leaf;
  return {
    kind: 'branch',
    type: node.contentType || 'multipart/mixed',
    parts: node.children.map((child) => partOf(child, leaves)),
  };
}
