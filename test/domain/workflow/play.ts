import { begin } from '../../../src/domain/workflow/begin.ts';
import { fire, settle } from '../../../src/domain/workflow/fire.ts';
import type { Moved } from '../../../src/domain/workflow/moved.ts';
import type { Standing } from '../../../src/domain/workflow/standing.ts';
import type { Who } from '../../../src/domain/workflow/who.ts';
import {
  type AnswerWord,
  audiences,
  type EventName,
  type Step,
  type Trigger,
  type Workflow,
} from '../../../src/domain/workflow/workflow.ts';

/** `command quote`, `answer offer approve`, `expired offer`, `silent qa`, `after 30d`, `event contract-renewed`; or facts that change. */
export type Scene = string | Readonly<Record<string, string>>;

/** Somebody of every role and on every side: who may do what is another test. */
const anybody: Who = {
  roles: ['associate', 'lead', 'engineer', 'sales', 'manager', 'admin', 'operator'],
  level: 'L1',
  sides: [...audiences],
};

/** Plays a story and tells every state it comes through. @throws {Error} where something in it is not possible */
export function play(workflow: Workflow, story: readonly Scene[]): string[] {
  const [first = {}, ...scenes] = story;
  const facts: Record<string, string | null> = typeof first === 'string' ? {} : { ...first };
  const rounds: Record<string, number> = {};
  const look = (fact: string) => (fact.startsWith('rounds.') ? String(rounds[fact.slice(7)] ?? 0) : (facts[fact] ?? null));
  const visited: string[] = [];
  let at: Standing = { state: '', trail: [], waitsFor: 'staff', open: [] };
  const arrive = (moved: Moved) => {
    Object.assign(facts, moved.sets);
    for (const ask of moved.asks) rounds[ask] = (rounds[ask] ?? 0) + 1;
    const open = [...at.open.filter((ask) => !moved.withdraws.includes(ask)), ...moved.asks];
    at = { state: moved.state, trail: moved.trail, waitsFor: moved.waitsFor, open };
    visited.push(moved.state);
  };
  arrive(begin(workflow, look));
  for (const scene of scenes) {
    if (typeof scene !== 'string') {
      Object.assign(facts, scene);
      const moved = settle(workflow, at, look);
      if (moved !== null) arrive(moved);
      continue;
    }
    const trigger = triggerOf(scene);
    if ('ask' in trigger && !at.open.includes(trigger.ask)) throw new Error(`${scene} in ${at.state}: nobody was asked`);
    if ('ask' in trigger) at = { ...at, open: at.open.filter((ask) => ask !== trigger.ask || trigger.kind === 'silent') };
    const moved = fire(workflow, at, trigger, anybody, look, (step) => collected(workflow, step));
    if (moved.kind !== 'moved') throw new Error(`${scene} in ${at.state}: ${JSON.stringify(moved)}`);
    arrive(moved);
  }
  return visited;
}

const collected = ({ fields }: Workflow, { collects }: Step): Record<string, string> =>
  Object.fromEntries(
    collects.map(({ field }) => {
      const kind = fields[field];
      return [field, kind?.kind === 'choice' ? (kind.values[0] ?? '') : 'something'];
    }),
  );

function triggerOf(scene: string): Trigger {
  const [kind, first = '', second] = scene.split(' ');
  switch (kind) {
    case 'answer':
      return { kind, ask: first, answer: second as AnswerWord };
    case 'silent':
    case 'expired':
      return { kind, ask: first };
    case 'after':
    case 'quiet':
      return { kind, wait: first };
    case 'event':
      return { kind, event: first as EventName };
    default:
      return { kind: 'command', command: first, word: second ?? null };
  }
}
