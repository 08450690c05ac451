import type { Does, Guard, Step } from '../workflow.ts';
import { reasoningOn } from './conditions.ts';
import type { Check } from './context.ts';
import { deedsOf, error } from './places.ts';

/** Finds conditions that nothing can hold: alone, or of a mail beside those of its step. */
export const neverHolds: Check = (workflow, context) => {
  const { agree } = reasoningOn(workflow, context);
  return deedsOf(workflow).flatMap(({ deed, path }) => {
    const alone = Object.entries(deed.needs)
      .filter(([fact, condition]) => !agree({ [fact]: condition }, {}))
      .map(([fact]) => error([...path, 'needs', fact], 'this can never hold, so it never happens'));
    const after = afterwards(deed);
    const mails = deed.tells.flatMap(({ when }, at) =>
      agree(when, after) ? [] : [error([...path, 'tell', at, 'when'], 'this can never hold here, so nobody is ever told')],
    );
    return [...alone, ...mails];
  });
};

/** What is known to hold once it happened: what it needed, unless it changed that itself. */
function afterwards(deed: Does & { needs: Guard } & Partial<Pick<Step, 'collects'>>): Guard {
  const brought = (deed.collects ?? []).map(({ field }) => field);
  const kept = Object.entries(deed.needs).filter(([fact]) => !brought.includes(fact) && !Object.hasOwn(deed.sets, fact));
  const set = Object.entries(deed.sets).flatMap(([field, value]): [string, Guard[string]][] => {
    if (typeof value === 'object' && value !== null) return [];
    if (value?.includes('.')) return []; // what a record says then
    return [[field, value === null ? { kind: 'absent' } : { kind: 'is', oneOf: [value] }]];
  });
  return Object.fromEntries([...kept, ...set]);
}
