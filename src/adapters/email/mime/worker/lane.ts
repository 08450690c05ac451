/** A file that comes in pieces from the thread, as the store reads it. */
export type Lane = {
  content: AsyncIterable<Uint8Array>;
  give(bytes: Uint8Array, isLast: boolean): void;
  /** No more will come: who reads is told by a throw. */
  stop(): void;
};

type Piece = { bytes: Uint8Array; isLast: boolean };

/** @param taken called when a piece was read and the next may come */
export function laneOf(taken: () => void): Lane {
  let piece: Piece | null = null;
  let isStopped = false;
  let wake: () => void = () => {};
  async function* content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      while (piece === null && !isStopped) await new Promise<void>((resolve) => (wake = resolve));
      if (piece === null) throw new Error('the thread that read the mail is gone');
      const { bytes, isLast }: Piece = piece;
      piece = null;
      if (bytes.length > 0) yield bytes;
      if (isLast) return;
      taken();
    }
  }
  return {
    content: content(),
    give(bytes, isLast) {
      piece = { bytes, isLast };
      wake();
    },
    stop() {
      isStopped = true;
      wake();
    },
  };
}
