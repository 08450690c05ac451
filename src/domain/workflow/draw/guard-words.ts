import { listed, type Part, say } from '../../saying.ts';
import type { Condition, Guard } from '../workflow.ts';
import { factWords } from './names.ts';
import type { Wording } from './wording.ts';

/** What must hold, a few words each: `complexity: medium, high`. */
export const guardWords = (guard: Guard, process: string, { print }: Wording): string[] =>
  Object.entries(guard).map(([fact, condition]) => print(conditionWords(nameOf(fact, process), fact, condition, process)));

function nameOf(fact: string, process: string): Part {
  if (fact.startsWith('checklist.')) return { label: fact.replace('checklist.', 'checklists.'), process };
  return factWords(fact) ?? { label: `fields.${fact}`, process };
}

function conditionWords(name: Part, fact: string, condition: Condition, process: string): Part {
  const value = (one: string): Part => (one === 'none' ? say('none') : { label: `fields.${fact}.${one}`, process });
  switch (condition.kind) {
    case 'is':
      return say`${name}: ${listed(condition.oneOf.map(value))}`;
    case 'not':
      return say`${name}: anything but ${listed(condition.oneOf.map(value))}`;
    case 'present':
      return say`${name}: given`;
    case 'absent':
      return say`${name}: not given`;
    case 'at-least':
      return say`${name}: at least ${condition.number}`;
    case 'at-most':
      return condition.number === 0 ? say`${name}: none` : say`${name}: at most ${condition.number}`;
  }
}
