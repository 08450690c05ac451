import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { OAuth2Settings } from '../../../domain/settings.ts';

/** Refresh tokens that a provider handed out in place of the configured ones. */
export type TokenMemory = {
  recall(account: OAuth2Settings): Promise<string | null>;
  /** Durable once resolved: the provider may have voided the one before. */
  remember(account: OAuth2Settings, refreshToken: string): Promise<void>;
};

/**
 * A file an account in `dir` (data/keys), readable by us alone. Its name depends on the configured refresh token: an
 * admin who configures a new one starts afresh.
 */
export function tokenFiles(dir: string): TokenMemory {
  return {
    async recall(account) {
      try {
        return (await readFile(join(dir, nameOf(account)), 'utf8')).trim();
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async remember(account, refreshToken) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await replace(dir, nameOf(account), `${refreshToken}\n`);
    },
  };
}

function nameOf({ issuer, tokenEndpoint, clientId, refreshToken }: OAuth2Settings): string {
  const account = createHash('sha256').update(JSON.stringify([issuer, tokenEndpoint, clientId, refreshToken]));
  return `oauth2-${account.digest('hex').slice(0, 24)}`;
}

/** All or nothing, also on power loss: written beside, synced, renamed, and the folder synced. */
async function replace(dir: string, name: string, text: string): Promise<void> {
  const draft = join(dir, `.${name}-${randomUUID()}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(dir, name));
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}
