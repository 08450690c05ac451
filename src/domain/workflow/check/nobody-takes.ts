import type { Trigger } from '../workflow.ts';
import type { Check } from './context.ts';
import { error, stepsOf } from './places.ts';

/** Finds steps that happen by themselves, and yet want somebody to take them or bring something. */
export const nobodyTakes: Check = (workflow) =>
  stepsOf(workflow).flatMap(({ step: { trigger, by, collects }, path }) => {
    if (people.includes(trigger.kind)) return [];
    const wanted = collects.find(({ optional }) => !optional);
    return [
      ...(by.length === 0 ? [] : [error([...path, 'by'], 'this happens by itself, nobody takes it; leave by: out')]),
      ...(wanted === undefined
        ? []
        : [error([...path, 'collects'], `this happens by itself, so nobody brings ${wanted.field}; leave collects: out`)]),
    ];
  });

/** What comes by a person's mail. */
const people: readonly Trigger['kind'][] = ['command', 'answer', 'reply'];
