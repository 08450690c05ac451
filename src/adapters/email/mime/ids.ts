import { type MessageId, messageId } from '../../../domain/ids.ts';

/** RFC 5322 §2.1.1: a line's length, which no Message-ID may exceed. */
const MAX_ID = 998;
/** Ids of one References field that are kept. */
const MAX_REFERENCES = 1_000;

/** The first id of a field, with its angle brackets; null where there is none or a monstrous one (F-38). */
export const readMessageId = (field: string): MessageId | null => readMessageIds(field)[0] ?? null;

/** All ids of a field in their order, each once. Blanks that folding left inside are taken out. */
export function readMessageIds(field: string): MessageId[] {
  const bracketed = [...field.matchAll(/<([^<>]*)>/g)].map((found) => (found[1] ?? '').replace(/\s+/g, ''));
  const bare = bracketed.length > 0 ? bracketed : field.split(/[\s,]+/).map((word) => word.replace(/[<>]/g, ''));
  const ids = bare.filter((id) => id !== '' && id.length < MAX_ID - 2).slice(0, MAX_REFERENCES);
  return [...new Set(ids)].map((id) => messageId(`<${id}>`));
}
