import type { Readable } from 'node:stream';
import { type AttachmentStream, MailParser } from 'mailparser';
import { type Reading, readLeaf } from './leaf.ts';
import { type Piece, type Root, scanStream } from './scan.ts';
import { type Branch, type Tree, treeOf } from './tree.ts';

/** Texts are decoded by us, and nothing below a leaf is looked into by mailparser. */
const options = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
};

/**
 * Reads the parts of a multipart body as it streams by, through mailparser: memory does not grow with an attachment.
 *
 * Mailparser is told the structure as the scan found it, and of each leaf but its number: odd syntax is read once, by us.
 *
 * @returns what was understood, also where the mail ends or breaks in the middle; null where no part begins anywhere
 * @throws what `keep` throws
 */
export async function walkStream(root: Root, body: AsyncIterable<Uint8Array>, reading: Reading): Promise<Branch | null> {
  const tree = treeOf(root.type);
  const parser = new MailParser(options);
  const read = readLeaves(parser, async ({ headers, content }) => {
    const slot = Number(headers.get(slotField));
    tree.put(slot, await readLeaf(tree.leaves[slot] ?? [], content as unknown as AsyncIterable<Uint8Array>, reading));
  });
  await feed(parser, asMail(tree, scanStream(root, body)));
  await read;
  return tree.leaves.length === 0 ? null : tree.whole();
}

const slotField = 'x-part';

/** The pieces as a mail without oddities. */
async function* asMail(tree: Tree, pieces: AsyncIterable<Piece>): AsyncGenerator<Buffer> {
  const open = ['0'];
  let branches = 0;
  yield Buffer.from(`Content-Type: multipart/mixed; boundary="${boundaryOf('0')}"\r\n\r\n`);
  for await (const piece of pieces) {
    tree.follow(piece);
    if (piece.kind === 'bytes') yield piece.bytes;
    else if (piece.kind === 'leaf')
      yield Buffer.from(`${slotField}: ${tree.leaves.length - 1}\r\nContent-Type: application/octet-stream\r\n\r\n`);
    else if (piece.kind === 'branch') {
      open.push(String(++branches));
      yield Buffer.from(`Content-Type: multipart/mixed; boundary="${boundaryOf(open.at(-1))}"\r\n\r\n`);
    } else yield delimiters(open, piece);
  }
}

const boundaryOf = (branch: string | undefined): string => `=_part_${branch}`;

/** Closes what lies deeper first: mailparser looks for the innermost delimiter only. */
function delimiters(open: string[], { level, closes }: { level: number; closes: boolean }): Buffer {
  const inner = open.splice(level + 1).reverse();
  const own = `--${boundaryOf(open[level])}${closes ? '--' : ''}\r\n`;
  if (closes) open.splice(level);
  return Buffer.from(`${inner.map((branch) => `--${boundaryOf(branch)}--\r\n`).join('')}${own}`);
}

/** Settles at the mail's end, or where mailparser gives up: what came before it counts. */
function readLeaves(parser: MailParser, read: (stream: AttachmentStream) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let reading = Promise.resolve();
    let isBroken = false;
    let open: Readable | null = null;
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      open = data.content as unknown as Readable;
      reading = read(data).then(() => data.release());
      reading.catch((error: unknown) => (isBroken ? undefined : reject(error)));
    });
    parser.on('end', () => void reading.then(resolve, reject));
    parser.on('error', () => {
      isBroken = true;
      open?.destroy();
      resolve();
    });
  });
}

/** In pieces of some size: each write costs mailparser several turns of the event loop. */
async function feed(parser: MailParser, mail: AsyncIterable<Uint8Array>): Promise<void> {
  const stop = { isBroken: false };
  const stopped = new Promise<void>((resolve) => parser.once('error', () => resolve())).then(() => {
    stop.isBroken = true;
  });
  let gathered: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of mail) {
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
