import { noSuch } from '../../../domain/workflow/check/no-such.ts';
import { closed, type Step, type Trigger } from '../../../domain/workflow/workflow.ts';
import { type StepInput, triggerNames } from '../schema/workflow/step.ts';
import { complain, type Names, type Path } from './names.ts';
import { oneSideOf, tellsOf, whosOf } from './sides.ts';

/** One step, what its names stand for in place of them. */
export function stepOf(given: StepInput, path: Path, line: number, names: Names): Step {
  const { from, to, by, needs, collects, sets, asks, tell, charges } = given;
  return {
    line,
    trigger: triggerOf(given, path, names),
    from: statesOf(from, [...path, 'from'], names),
    to: to === 'same' || to === 'back' ? { kind: to } : { kind: 'state', state: to },
    by: whosOf(by, [...path, 'by'], names),
    needs,
    collects: collects.map((field) => ({ field: field.replace(/\?$/, ''), optional: field.endsWith('?') })),
    sets,
    asks,
    tells: tellsOf(tell, [...path, 'tell'], names),
    charges,
  };
}

function triggerOf(given: StepInput, path: Path, names: Names): Trigger {
  const [first, second] = triggerNames.filter((name) => Reflect.get(given, name) !== undefined);
  if (first === undefined) complain(names, path, `nothing fires this step; expected one of ${triggerNames.join(', ')}`);
  else if (second !== undefined)
    complain(names, [...path, second], `a step is fired by one thing; ${first} fires this one already`);
  const [ask = '', answer = 'reply'] = Object.entries(given.answer ?? {})[0] ?? [];
  const [command = '', word = null] = given.command?.split(' ') ?? [];
  if (given.command !== undefined) return { kind: 'command', command, word };
  if (given.answer !== undefined) return { kind: 'answer', ask, answer };
  if (given.silent !== undefined) return { kind: 'silent', ask: given.silent };
  if (given.expired !== undefined) return { kind: 'expired', ask: given.expired };
  if (given.reply !== undefined) return { kind: 'reply', of: oneSideOf(given.reply, [...path, 'reply'], names) };
  if (given.after !== undefined) return { kind: 'after', wait: given.after };
  if (given.quiet !== undefined) return { kind: 'quiet', wait: given.quiet };
  if (given.event !== undefined) return { kind: 'event', event: given.event };
  if (given.breached !== undefined) return { kind: 'breached', clock: given.breached };
  if (given.used !== undefined) return { kind: 'used', percent: Number.parseInt(given.used, 10) };
  return { kind: 'enter' };
}

/** A state's own name goes before that of a group; `any` is every state but the end. */
function statesOf(given: readonly string[], path: Path, names: Names): string[] {
  const found = given.flatMap((name, at) => {
    if (name === closed || names.states.includes(name)) return name;
    const all = name === 'any' ? names.states : names.groups.get(name);
    if (all === undefined)
      complain(names, [...path, at], noSuch('state', name, [...names.states, ...names.groups.keys(), 'any', closed]));
    return all ?? [];
  });
  return [...new Set(found)];
}
