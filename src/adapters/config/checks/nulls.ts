import { isRecord } from '../values.ts';
import { error, type Finding, findWritten, type Place, type World } from './world.ts';

/** Keys where `null` means something, so that a value forgotten must not be taken for it. */
const nullable = [
  { section: 'outgoing', key: 'envelope', expected: 'address, verp or null' },
  { section: 'mailboxes.*.after', key: 'held_to', expected: 'a folder or null' },
];

/** Finds `key:` without a value where a written `null` is allowed. */
export function checkNulls(world: World): Finding[] {
  return nullable.flatMap(({ section, key, expected }) =>
    findWritten(world, 'helpdesk', section).flatMap((place) => forgotten(place, key, expected)),
  );
}

function forgotten({ tree, path, value }: Place, key: string, expected: string): Finding[] {
  if (!isRecord(value) || value[key] !== null) return [];
  const place = { tree, path: [...path, key], value: null };
  const [shown, keyed] = [tree.positionOf(place.path), tree.keyPositionOf(place.path)];
  const isEmpty = shown.line === keyed.line && shown.column === keyed.column; // an empty value stands at its key
  return isEmpty ? [error(place, `expected ${expected}, got nothing`)] : [];
}
