import type { Role } from '../../../domain/settings.ts';
import type { Party } from '../../../domain/ticket.ts';
import { noSuch } from '../../../domain/workflow/check/no-such.ts';
import { type Audience, audiences, type Tell } from '../../../domain/workflow/workflow.ts';
import { complain, type Names, type Path } from './names.ts';

/** The sides that are asked or told. */
export const sidesOf = (given: readonly string[], path: Path, names: Names): Audience[] =>
  given.flatMap((name, at) => {
    const side = sideOf(name, names);
    if (side === undefined) complain(names, [...path, at], noSuch('side', name, knownSides(names)));
    return side ?? [];
  });

/** One side, a customer's where its name stands for none. */
export const oneSideOf = (name: string, path: Path, names: Names): Audience => sidesOf([name], path, names)[0] ?? 'customer';

/** Roles, levels and sides. */
export const whosOf = (given: readonly string[], path: Path, names: Names): string[] =>
  given.map((name, at) => {
    const side = sideOf(name, names);
    const isKnown = side !== undefined || roles.some((role) => role === name);
    if (!isKnown) complain(names, [...path, at], noSuch('role or side', name, [...knownSides(names), ...roles]));
    return side ?? name;
  });

/** Mails, each with the side that its own name stands for. */
export const tellsOf = (given: readonly (Omit<Tell, 'to'> & { to: string })[], path: Path, names: Names): Tell[] =>
  given.flatMap(({ to, ...tell }, at) => sidesOf([to], [...path, at, 'to'], names).map((side) => ({ to: side, ...tell })));

/** Whose turn it is where a state waits for a side. */
export function turnOf(name: string, path: Path, names: Names): Party {
  const side = sideOf(name, names);
  if (side !== undefined) return turns[side];
  if (name !== 'nobody') complain(names, path, noSuch('side', name, [...knownSides(names), 'nobody']));
  return 'nobody';
}

/** An own name goes before a side of that name. */
const sideOf = (name: string, { parties }: Names): Audience | undefined =>
  Object.hasOwn(parties, name) ? parties[name] : audiences.find((audience) => audience === name);

const knownSides = ({ parties }: Names): string[] => [...Object.keys(parties), ...audiences];

const roles: readonly Role[] = ['associate', 'lead', 'engineer', 'sales', 'manager', 'admin', 'operator'];

const turns: Readonly<Record<Audience, Party>> = {
  requester: 'customer',
  customer: 'customer',
  participants: 'customer',
  approver: 'customer',
  validator: 'customer',
  spoc_theirs: 'customer',
  users: 'customer',
  stakeholders: 'customer',
  waiting: 'customer',
  owner: 'staff',
  spoc_ours: 'staff',
  team: 'staff',
  staff: 'staff',
  relationship: 'staff',
  lead: 'lead',
  engineer: 'engineer',
  L1: 'engineer',
  L2: 'engineer',
  L3: 'engineer',
  manager: 'manager',
  sales: 'sales',
  operator: 'operator',
  provider: 'provider',
};
