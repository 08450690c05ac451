import type { SMTPServerDataStream } from 'smtp-server';

/** The client sent more than we announced to take. */
class TooLarge extends Error {
  override name = 'TooLarge';
}

/**
 * The bytes of DATA as they come, dots unstuffed, nothing added. Reading slowly slows the client.
 *
 * The stream itself is left open where reading stops early: the rest must be drained before the reply.
 *
 * @throws {TooLarge} once the limit is passed
 * @throws where the client goes away in the middle
 */
export async function* contentOf(stream: SMTPServerDataStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    if (stream.sizeExceeded) throw new TooLarge();
    yield chunk;
  }
  if (stream.sizeExceeded) throw new TooLarge();
}

/** Reads on without keeping anything, until the client has said all it had to say. */
export async function drained(stream: SMTPServerDataStream): Promise<void> {
  if (stream.readableEnded || stream.destroyed) return;
  const over = new Promise<void>((done) => {
    stream
      .once('end', done)
      .once('close', done)
      .once('error', () => done());
  });
  stream.resume();
  await over;
}
