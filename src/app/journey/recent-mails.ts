import type { Sha256 } from '../../domain/ids.ts';

/** Small mails on their way from step 1 to step 2, so that they need not be read back from disk at once. */
export type RecentMails = {
  remember(name: Sha256, content: Uint8Array): void;
  /** Gives it out once. */
  take(name: Sha256): Uint8Array | null;
};

const smallest = 256 * 1024;

/** @param maxBytes in all; the oldest go first */
export function recentMails(maxBytes = 16 * 1024 * 1024): RecentMails {
  const kept = new Map<Sha256, Uint8Array>();
  let bytes = 0;
  const drop = (name: Sha256): Uint8Array | null => {
    const content = kept.get(name) ?? null;
    bytes -= content?.length ?? 0;
    kept.delete(name);
    return content;
  };
  return {
    remember(name, content) {
      if (content.length > smallest || kept.has(name)) return;
      kept.set(name, content);
      bytes += content.length;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
    take: drop,
  };
}
