import { type Difference, differencesOf, laterDifferences, type SameTickets } from './differences.ts';
import type { Played, Run } from './played.ts';

/** What the changed configuration does otherwise. */
export type Report = {
  /** For each mail, in their order. */
  mails: readonly { old: Played; new: Played; differences: readonly Difference[] }[];
  /** What time did otherwise, by ticket; '' where it belongs to none. */
  later: readonly { ticket: string; differences: readonly Difference[] }[];
};

/** Compares what two configurations made of the same mails. */
export function reportOf(old: Run, next: Run): Report {
  const same = sameTickets(old, next);
  const mails = old.played.flatMap((one, at) => {
    const other = next.played[at];
    return other === undefined ? [] : [{ old: one, new: other, differences: differencesOf(one, other, same) }];
  });
  return { mails, later: laterOf(old, next, same, mails) };
}

/** A mail that came to a ticket of its own in both runs came to the same one. */
function sameTickets(old: Run, next: Run): SameTickets {
  const pairs = old.played.flatMap((one, at): [string, string][] => {
    const other = next.played[at];
    if (!one.opened || other?.opened !== true || one.ticket === null || other.ticket === null) return [];
    return [[other.ticket, numbered(other.ticket, one.ticket)]];
  });
  return new Map(pairs);
}

/** With its own prefix and the other's number: that a prefix changed is a difference. */
const numbered = (tag: string, other: string): string =>
  `${tag.slice(0, tag.lastIndexOf('-'))}${other.slice(other.lastIndexOf('-'))}`;

function laterOf(old: Run, next: Run, same: SameTickets, mails: Report['mails']): Report['later'] {
  const told = Map.groupBy(mails, ({ old: { ticket } }) => ticket ?? '');
  const renamed = new Map([...next.later].map(([tag, later]) => [same.get(tag) ?? tag, later]));
  const tags = [...new Set([...old.later.keys(), ...renamed.keys()])].toSorted();
  return tags.flatMap((ticket) => {
    const known = new Set((told.get(ticket) ?? []).flatMap(({ differences }) => differences.map(keyOf)));
    const found = laterDifferences(old.later.get(ticket), renamed.get(ticket), same);
    const differences = found.filter((one) => one.kind !== 'value' || !known.has(keyOf(one)));
    return differences.length === 0 ? [] : [{ ticket, differences }];
  });
}

const keyOf = (difference: Difference): string =>
  difference.kind === 'value' ? JSON.stringify([difference.what, difference.old, difference.new]) : '';
