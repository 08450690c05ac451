import type { Step, Workflow } from './workflow.ts';

/** Who tries: roles and level of one of us, and the sides they are on for this ticket (`approver`, `staff`). */
export type Who = { roles: readonly string[]; level: string | null; sides: readonly string[] };

/** Whether a step is theirs; own names of the process stand for their sides. */
export function mayTake({ parties }: Pick<Workflow, 'parties'>, { by }: Pick<Step, 'by'>, who: Who): boolean {
  if (by.length === 0) return true;
  const names = [...who.roles, ...who.sides, ...(who.level === null ? [] : [who.level])];
  return by.some((name) => names.includes(name) || (Object.hasOwn(parties, name) && names.includes(parties[name] ?? '')));
}
