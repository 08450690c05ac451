import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../src/domain/ports.ts';

/** Gives an empty store of its own, and the way to end it. */
export type OpenStore = () => Promise<{ store: Store; end(): Promise<void> }>;

/** A fresh store for each test. */
export function useStore(open: OpenStore): { readonly store: Store } {
  let opened: Awaited<ReturnType<OpenStore>> | null = null;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => await opened?.end());
  return {
    get store() {
      if (!opened) throw new Error('no store is open outside of a test');
      return opened.store;
    },
  };
}
