/**
 * Lets two readers have one stream at the same time, chunk by chunk, so that it need not stand in memory. The first is
 * to read it to its end; the second may stop before.
 *
 * @throws what either reader throws
 */
export async function inTwo<A, B>(
  content: AsyncIterable<Uint8Array>,
  first: (content: AsyncIterable<Uint8Array>) => Promise<A>,
  second: (content: AsyncIterable<Uint8Array>) => Promise<B>,
): Promise<[A, B]> {
  const lane = handOver();
  async function* shared(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of content) {
        await lane.give(chunk);
        yield chunk;
      }
    } finally {
      lane.end();
    }
  }
  const beside = second(lane.take()).finally(lane.leave);
  beside.catch(() => {}); // it is awaited below
  const whole = await first(shared()).finally(lane.end);
  return [whole, await beside];
}

/** One chunk at a time from a giver to a taker; a taker who left, or an end that came, holds nobody up. */
function handOver() {
  let chunk: Uint8Array | null = null;
  let isOver = false;
  let isLeft = false;
  let wake: () => void = () => {};
  const changed = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const leave = (): void => {
    isLeft = true;
    wake();
  };
  return {
    leave,
    async give(next: Uint8Array): Promise<void> {
      if (isLeft) return;
      chunk = next;
      wake();
      while (chunk !== null && !isLeft) await changed();
    },
    end(): void {
      isOver = true;
      wake();
    },
    async *take(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          while (chunk === null && !isOver) await changed();
          if (chunk === null) return;
          yield chunk;
          chunk = null;
          wake();
        }
      } finally {
        leave();
      }
    },
  };
}
