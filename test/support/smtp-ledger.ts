import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** One mail that the sink took, as the wire gave it. */
export type SinkRecord = {
  /** '' for the null sender. */
  envelopeFrom: string;
  recipients: string[];
  raw: Buffer;
  /** With angle brackets; '' where the mail has none. */
  messageId: string;
  /** Epoch ms. */
  at: number;
  /** User of SMTP AUTH; '' without. */
  user: string;
};

/** A file with a line a mail, each on disk before the mail's 250: it stays true whoever is killed. */
export type Ledger = { add(record: SinkRecord): Promise<void>; close(): Promise<void> };

/** Opens a ledger to append to. */
export async function openLedger(file: string): Promise<Ledger> {
  const handle = await open(file, 'a');
  return {
    add: async ({ raw, ...facts }) => {
      const hash = createHash('sha256').update(raw).digest('hex');
      await handle.appendFile(`${JSON.stringify({ ...facts, sha256: hash, size: raw.length, raw: raw.toString('base64') })}\n`);
      await handle.sync();
    },
    close: () => handle.close(),
  };
}

/** All mails of a ledger in the order of their coming. A torn last line was never answered with 250, and is left out. */
export function readLedger(file: string): SinkRecord[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const { envelopeFrom, recipients, raw, messageId, at, user } = JSON.parse(line);
    return { envelopeFrom, recipients, raw: Buffer.from(raw, 'base64'), messageId, at, user };
  });
}

/** The Message-ID of a raw mail, with angle brackets, or '': read without a parser, which may be what is tested. */
export function messageIdOf(raw: Buffer): string {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, end < 0 ? raw.length : end).toString('latin1');
  return /^message-id:\s*(<[^>\r\n]*>)/im.exec(head)?.[1] ?? '';
}
