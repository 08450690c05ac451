import { dirname, join, resolve } from 'node:path';

/** `data/…` is the data directory wherever it lies; other relative paths start beside the configuration folder. */
export function inDirectory(path: string, configDir: string, dataDir: string): string {
  return path.startsWith('data/') ? join(dataDir, path.slice('data/'.length)) : resolve(dirname(resolve(configDir)), path);
}
