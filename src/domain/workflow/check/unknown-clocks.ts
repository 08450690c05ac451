import type { StatePlan } from '../workflow.ts';
import type { Check } from './context.ts';
import { noSuch } from './no-such.ts';
import { error, stepsOf } from './places.ts';

/** Finds steps that wait for a clock to run out where it does not run. */
export const unknownClocks: Check = (workflow) => {
  const running = Object.values(workflow.states).flatMap(clocksIn);
  return stepsOf(workflow).flatMap(({ step: { trigger, from }, path }) => {
    if (trigger.kind !== 'breached' || from.length === 0) return [];
    const { clock } = trigger;
    if (!running.includes(clock)) return [error([...path, 'breached'], noSuch('clock', clock, running))];
    const isThere = from.some((state) => clocksIn(workflow.states[state]).includes(clock));
    return isThere ? [] : [error([...path, 'breached'], `the clock ${clock} does not run in ${from.join(', ')}`)];
  });
};

const clocksIn = (state: StatePlan | undefined): string[] => [state?.clock ?? [], state?.theirClock ?? []].flat();
