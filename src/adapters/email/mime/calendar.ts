import type { Invitation } from '../../../domain/mail.ts';
import { decodeBytes } from './charset.ts';
import { fileName, type Leaf } from './leaf.ts';
import type { Part } from './tree.ts';

/** Whether a mail carries something for a calendar; only then is the reader of calendars loaded. */
export async function readCalendar(root: Part): Promise<Invitation | null> {
  const leaf = find(root);
  if (leaf === null) return null;
  const { readInvitation } = await import('./invitation.ts');
  return readInvitation(decodeBytes(leaf.head, leaf.type.params.get('charset') ?? null), leaf.type.params.get('method') ?? '');
}

function find(part: Part): Leaf | null {
  if (part.kind === 'leaf') return isCalendar(part) ? part : null;
  for (const child of part.parts) {
    const found = find(child);
    if (found) return found;
  }
  return null;
}

const isCalendar = (leaf: Leaf): boolean =>
  leaf.type.value === 'text/calendar' || leaf.type.value === 'application/ics' || /\.ics$/i.test(fileName(leaf));
