import { parentPort } from 'node:worker_threads';
import { parseMail } from '../../../src/adapters/email/mime/parse-mail.ts';
import { serve } from '../../../src/adapters/email/mime/worker/serve.ts';
import type { Bytes } from '../../../src/domain/ports.ts';

/** Mails that the real parser should never meet a match for. */
const deeds: Readonly<Record<string, () => unknown>> = {
  loop: () => {
    for (;;);
  },
  heap: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));
  },
  buffers: () => {
    const kept: Buffer[] = [];
    const start = Date.now();
    while (Date.now() - start < 20_000) if (kept.length < 1_500) kept.push(Buffer.alloc(1_048_576, 1));
  },
  exit: () => process.exit(3),
  stall: () => new Promise(() => {}),
  throw: () => {
    throw new Error('a bug');
  },
};

if (parentPort)
  serve(parentPort, async (raw, of) => {
    const bytes = await wholeOf(raw);
    const deed = /^X-Deed: (\w+)/m.exec(bytes.toString('latin1'))?.[1];
    if (deed !== undefined) await deeds[deed]?.();
    return parseMail(bytes, of);
  });

async function wholeOf(raw: Bytes): Promise<Buffer> {
  if (raw instanceof Uint8Array) return Buffer.from(raw);
  const chunks: Uint8Array[] = [];
  for await (const chunk of raw) chunks.push(chunk);
  return Buffer.concat(chunks);
}
