import type { ImapFlow } from 'imapflow';

/** Signs of new mail. They are hints: the search that follows, and one every poll, decides (9051-2). */
export type News = { next(timeout: number): Promise<void>; heard(): void };

/** Listens by IDLE where the server has it; elsewhere `next` just waits, and the poll finds what came. */
export function newsOf(client: ImapFlow): News {
  let unheard = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const end of [...waiting]) end();
  };
  client.on('exists', () => {
    unheard = true;
    wake();
  });
  client.on('close', wake);
  return {
    async next(timeout) {
      if (unheard || !client.usable) return;
      if (client.capabilities.has('IDLE')) void listen(client, () => waiting.size > 0);
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, timeout);
        waiting.add(end);
      });
    },
    heard() {
      wake(); // whoever still waits would go back to IDLE between our commands
      unheard = false;
    },
  };
}

/** IDLE that ends sooner than this was refused, however politely: not asked for again before the next look. */
const shortest = 1000;

/** Stays in IDLE while somebody waits; the next command breaks it. A lost line shows in `close`, or at that command. */
async function listen(client: ImapFlow, isWanted: () => boolean): Promise<void> {
  do {
    const began = performance.now();
    const ended = await client.idle().catch(() => false);
    if (ended === false || performance.now() - began < shortest) return;
  } while (isWanted() && client.usable);
}
