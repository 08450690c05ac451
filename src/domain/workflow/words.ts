import type { Condition, Guard, Trigger } from './workflow.ts';

/** How the journal, `explain` and messages of checks name the parts of a process: as its file spells them. */
export const words = {
  trigger: (trigger: Trigger): string => {
    switch (trigger.kind) {
      case 'command':
        return trigger.word === null ? trigger.command : `${trigger.command} ${trigger.word}`;
      case 'answer':
        return `${trigger.ask}: ${trigger.answer}`;
      case 'silent':
      case 'expired':
        return `${trigger.kind} ${trigger.ask}`;
      case 'reply':
        return `reply ${trigger.of}`;
      case 'after':
      case 'quiet':
        return `${trigger.kind} ${trigger.wait}`;
      case 'event':
        return trigger.event;
      case 'breached':
        return `breached ${trigger.clock}`;
      case 'used':
        return `used ${trigger.percent}%`;
      case 'enter':
        return 'at once';
    }
  },
  move: (from: string, to: string): string => (from === to ? from : `${from} → ${to}`),
  held: (guard: Guard): string => {
    const held = Object.entries(guard).map(([fact, condition]) => words.condition(fact, condition));
    return held.length === 0 ? '' : ` (${held.join(', ')})`;
  },
  condition: (fact: string, condition: Condition): string => {
    switch (condition.kind) {
      case 'is':
        return `${fact} is ${condition.oneOf.join(' or ')}`;
      case 'not':
        return `${fact} is not ${condition.oneOf.join(' or ')}`;
      case 'present':
      case 'absent':
        return `${fact} ${condition.kind}`;
      case 'at-least':
        return `${fact} at least ${condition.number}`;
      case 'at-most':
        return `${fact} at most ${condition.number}`;
    }
  },
};
