import { paused } from '../state-plan.ts';
import { closed, type Workflow } from '../workflow.ts';
import type { Finding } from './finding.ts';
import { noSuch } from './no-such.ts';
import { error, stepsOf } from './places.ts';

/** Finds names of states that nothing stands for, and states that take a name with a meaning of its own. */
export function unknownStates(workflow: Workflow): Finding[] {
  const known = Object.keys(workflow.states);
  const missing = (name: string, path: Finding['path'], also: readonly string[] = []) =>
    known.includes(name) || also.includes(name) ? [] : [error(path, noSuch('state', name, [...known, ...also]))];
  return [
    ...known.filter((name) => Object.hasOwn(reserved, name)).map((name) => taken(name)),
    ...workflow.entries.flatMap(({ state }, at) => missing(state, ['entry', at, 'state'])),
    ...stepsOf(workflow).flatMap(({ step: { to }, path }) =>
      to.kind === 'state' ? missing(to.state, [...path, 'to'], [closed, 'same', 'back']) : [],
    ),
    ...(workflow.reopens === null ? [] : missing(workflow.reopens, ['options', 'reopens'])),
  ];
}

const reserved: Readonly<Record<string, string>> = {
  [closed]: 'is always there, as the end of every process; leave it out',
  [paused]: 'is where `hold` keeps a ticket; take another name',
  same: 'means the state a ticket is in; take another name',
  back: 'means the state a ticket came from; take another name',
  any: 'means every state; take another name',
};

const taken = (name: string): Finding => ({ ...error(['states', name], `${name} ${reserved[name]}`), isAboutKey: true });
