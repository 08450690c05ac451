import type { Kysely } from 'kysely';
import type { EngineParts } from '../sqlite/parts.ts';

/** One step of the schema, forward only. Numbers count up from 1 without gaps; a released step never changes. */
export type Migration = { number: number; name: string; up<Any>(db: Kysely<Any>, engine: EngineParts): Promise<void> };
