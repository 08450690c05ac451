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
  client.on('exists', ({ count, prevCount }) => {
    if (count <= prevCount) return;
    unheard = true;
    wake();
  });
  client.on('close', wake);
  return {
    async next(timeout) {
      if (unheard || !client.usable) return;
      if (client.capabilities.has('IDLE')) listen(client);
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
      unheard = false;
    },
  };
}

/** Stays in IDLE until the next command breaks it. A refusal or a lost line shows in `close` or at that command. */
function listen(client: ImapFlow): void {
  client.idle().catch(() => {});
}
