import type { Finding } from '../../../domain/workflow/check/finding.ts';
import type { Audience } from '../../../domain/workflow/workflow.ts';
import type { WorkflowInput } from '../schema/workflow/workflow.ts';

export type Path = Finding['path'];

/** What names of a file can stand for; those that stand for nothing are gathered in `findings`. */
export type Names = {
  parties: Readonly<Record<string, Audience>>;
  states: readonly string[];
  /** States by their group. */
  groups: ReadonlyMap<string, readonly string[]>;
  findings: Finding[];
};

/** The names that a file declares. */
export function namesIn({ parties, states }: WorkflowInput): Names {
  const groups = Map.groupBy(Object.entries(states), ([, { group }]) => group);
  const named = [...groups].flatMap(([group, members]): [string, string[]][] =>
    group === null ? [] : [[group, members.map(([name]) => name)]],
  );
  return { parties, states: Object.keys(states), groups: new Map(named), findings: [] };
}

/** Notes a mistake that keeps the desk from starting. */
export const complain = ({ findings }: Names, path: Path, message: string): void =>
  void findings.push({ weight: 'error', path, message });
