import type { ContractSettings } from '../settings.ts';
import type { Used } from './coverage.ts';

type Counted = Pick<ContractSettings, 'number' | 'starts' | 'hours' | 'incidents'>;

/** So much of what a contract includes is used that it is to be told. `keys`: what is told with it, never again. */
export type UsedShare = {
  what: 'hours' | 'incidents';
  /** Hours with a fraction, or tickets. */
  used: number;
  included: number;
  percent: number;
  keys: readonly string[];
};

type Kind = UsedShare['what'];

const keyOf = ({ number, starts }: Counted, what: Kind, share: number): string => `contract ${number} ${starts} ${what} ${share}`;

/** What may have been told of a contract's use in its term. */
export const keysOfUse = (contract: Counted, shares: readonly number[]): string[] =>
  kinds.flatMap((what) => shares.map((share) => keyOf(contract, what, share)));

/** What is to be told of the use of a contract: where several shares were passed, the highest stands for all. */
export function usedShares(
  contract: Counted,
  { minutes, incidents }: Used,
  shares: readonly number[],
  told: ReadonlySet<string>,
): UsedShare[] {
  const used = { hours: minutes / 60, incidents };
  return kinds.flatMap((what) => {
    const included = contract[what];
    if (included === null) return [];
    const percent = (100 * used[what]) / included;
    const passed = shares.filter((share) => percent >= share);
    const highest = Math.max(...passed);
    if (passed.length === 0 || told.has(keyOf(contract, what, highest))) return [];
    const keys = passed.map((share) => keyOf(contract, what, share));
    return [{ what, used: used[what], included, percent: Math.floor(percent), keys }];
  });
}

const kinds: readonly Kind[] = ['hours', 'incidents'];
