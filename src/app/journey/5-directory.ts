import type { Directory } from '../../domain/directory/directory.ts';
import { mergeCustomers } from '../../domain/directory/merge.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';

/**
 * The configuration with the customers that only the store knows. Whoever decides something about customers asks for it in
 * the transaction they decide in: the mail before may have brought a new one.
 */
export async function withDirectory(at: Pick<Reading, 'directory'>, settings: Settings): Promise<Settings> {
  const directory = await at.directory();
  const known = merged.get(directory);
  if (known?.file === settings) return known.settings;
  const all = { ...settings, customers: mergeCustomers(settings.customers, directory) };
  merged.set(directory, { file: settings, settings: all });
  return all;
}

/** The store gives the same directory until it changes. */
const merged = new WeakMap<Directory, { file: Settings; settings: Settings }>();
