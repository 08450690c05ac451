import type { Header } from '../../../domain/mail.ts';
import type { Leaf } from './leaf.ts';
import type { Piece } from './scan.ts';

export type Branch = { kind: 'branch'; type: string; parts: readonly Part[] };
/** The type of a branch whose text counts only where the mail has no other. */
export const tnefBranch = 'application/ms-tnef';
/** A mail's body, understood. */
export type Part = Leaf | Branch;

/** A part whose content is being read: in its place stands the promise of it. */
type Slot = { kind: 'slot'; part: Part | null };
type Growing = { kind: 'growing'; type: string; parts: (Slot | Growing)[] };

/** Grows from the pieces of a scan, leaf by leaf. */
export type Tree = {
  /** Opens and closes what the piece says. */
  follow(piece: Piece): void;
  /** The leaf that was opened last stands here once it is read. */
  put(slot: number, part: Part): void;
  /** Leaves opened so far; the last one's slot is one below. */
  readonly leaves: readonly (readonly Header[])[];
  whole(): Branch;
};

/** The tree of a mail whose outermost part is of this type, while its parts come in. */
export function treeOf(type: string): Tree {
  const root: Growing = { kind: 'growing', type, parts: [] };
  const open = [root];
  const slots: Slot[] = [];
  const leaves: (readonly Header[])[] = [];
  return {
    leaves,
    follow(piece) {
      if (piece.kind === 'delimiter') open.splice(Math.max(1, piece.closes ? piece.level : piece.level + 1));
      else if (piece.kind === 'branch') {
        const branch: Growing = { kind: 'growing', type: piece.type, parts: [] };
        open.at(-1)?.parts.push(branch);
        open.push(branch);
      } else if (piece.kind === 'leaf') {
        const slot: Slot = { kind: 'slot', part: null };
        open.at(-1)?.parts.push(slot);
        slots.push(slot);
        leaves.push(piece.fields);
      }
    },
    put(slot, part) {
      const place = slots[slot];
      if (place) place.part = part;
    },
    whole: () => grown(root),
  };
}

const grown = ({ type, parts }: Growing): Branch => ({
  kind: 'branch',
  type,
  parts: parts.flatMap((part) => (part.kind === 'growing' ? [grown(part)] : part.part === null ? [] : [part.part])),
});
