import type { Step, Workflow } from './workflow.ts';

/** Who tries: roles and level of one of us, and the sides they are on for this ticket (`approver`, `staff`). */
export type Who = { roles: readonly string[]; level: string | null; sides: readonly string[] };

/**
 * Whether a step is theirs; an own name of the process stands for its side and for nothing else. A command that names nobody
 * is for those inside: an outside party takes none that is not expressly theirs.
 */
export function mayTake(
  { parties }: Pick<Workflow, 'parties'>,
  { by, trigger }: Pick<Step, 'by' | 'trigger'>,
  who: Who,
): boolean {
  if (by.length === 0) return trigger.kind !== 'command' || !isOutside(who);
  const names = [...who.roles, ...who.sides, ...(who.level === null ? [] : [who.level])];
  return by.some((name) => names.includes(Object.hasOwn(parties, name) ? (parties[name] ?? '') : name));
}

const isOutside = ({ roles }: Who): boolean => roles.length > 0 && roles.every((role) => role === 'operator');
