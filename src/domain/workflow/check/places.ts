import type { Does, Guard, Step, Workflow } from '../workflow.ts';
import type { Finding } from './finding.ts';

type Path = Finding['path'];

/** Entries and steps alike: what is done, and where it stands. */
export const deedsOf = ({ entries, steps }: Workflow): { deed: Does & { needs: Guard }; path: Path }[] => [
  ...entries.map((deed, at) => ({ deed, path: ['entry', at] })),
  ...steps.map((deed, at) => ({ deed, path: ['steps', at] })),
];

/** All that must hold somewhere, and where it stands. */
export const guardsOf = (workflow: Workflow): { guard: Guard; path: Path }[] =>
  deedsOf(workflow).flatMap(({ deed, path }) => [
    { guard: deed.needs, path: [...path, 'needs'] },
    ...deed.tells.map(({ when }, at) => ({ guard: when, path: [...path, 'tell', at, 'when'] })),
  ]);

/** Steps with their way in the file. */
export const stepsOf = ({ steps }: Workflow): { step: Step; path: Path }[] =>
  steps.map((step, at) => ({ step, path: ['steps', at] }));

/** States that a step leads to from one; `back`: wherever a ticket can have come from. */
export function targetsOf(workflow: Workflow, { to }: Step, from: string): string[] {
  if (to.kind === 'same') return [from];
  if (to.kind === 'state') return [to.state];
  return workflow.steps
    .filter((step) => step.to.kind === 'state' && step.to.state === from)
    .flatMap((step) => step.from.filter((state) => state !== from));
}

/** Keeps the desk from starting. */
export const error = (path: Path, message: string): Finding => ({ weight: 'error', path, message });
/** Is told, and nothing more. */
export const warning = (path: Path, message: string): Finding => ({ weight: 'warning', path, message });
