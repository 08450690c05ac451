import { isOutside } from '../handover/their-numbers.ts';
import type { Person, Role } from '../settings.ts';
import type { Colleague } from '../ticket.ts';

/** Mails that come by themselves again and again, in the order of the handbook; a timed job each. */
export const digestNames = ['worklist', 'overview', 'ledger', 'weekly', 'monthly'] as const;
export type DigestName = (typeof digestNames)[number];

/** When somebody's last one came, epoch ms; null where none did. `off`: they want no more. */
export type DigestRow = { handle: string; name: string; at: number | null; off: boolean };

/** What the store is asked about them. */
export type DigestReads = { digests(): Promise<readonly DigestRow[]> };

export type DigestEffect = {
  act: 'keep-digest';
  handle: string;
  name: DigestName;
  set: Partial<Pick<DigestRow, 'at' | 'off'>>;
};

/** Whose role a digest is for. */
const roles: Readonly<Record<DigestName, readonly Role[]>> = {
  worklist: ['associate', 'lead', 'engineer', 'sales', 'manager'],
  overview: ['lead'],
  ledger: ['admin'],
  weekly: ['manager'],
  monthly: ['manager'],
};

/** Who gets one: nobody who has turned it off or wants no notifications, and nobody while they are away. */
export function digestReaders(
  name: DigestName,
  people: readonly Person[],
  rows: readonly DigestRow[],
  colleagues: readonly Pick<Colleague, 'handle' | 'awayUntil'>[],
  now: number,
): Person[] {
  const isOff = ({ handle }: Person) => rows.some((row) => row.handle === handle && row.name === name && row.off);
  const isAway = ({ handle }: Person) => colleagues.some((one) => one.handle === handle && (one.awayUntil ?? 0) > now);
  return people.filter(
    (person) =>
      !isOutside(person) &&
      person.notify !== 'none' &&
      person.roles.some((role) => roles[name].includes(role)) &&
      !isOff(person) &&
      !isAway(person),
  );
}
