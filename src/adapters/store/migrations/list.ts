import { migration0001 } from './0001-first.ts';
import type { Migration } from './migration.ts';

/** Every step there is, in order. */
export const migrations: readonly Migration[] = [migration0001];
