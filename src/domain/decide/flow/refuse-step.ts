import { either, listed, type Part, type Saying, say } from '../../saying.ts';
import type { Lack } from '../../workflow/guard.ts';
import type { NotMoved } from '../../workflow/moved.ts';
import { offersFor } from '../../workflow/offers.ts';
import { lookAt, whoOf } from '../../workflow/place.ts';
import { stateIn } from '../../workflow/process-words.ts';
import type { Condition, Workflow } from '../../workflow/workflow.ts';
import type { Deed, Scene } from '../commands/command.ts';
import type { Word } from '../grammar/words.ts';
import { fieldCommands } from '../values/names.ts';
import type { Collected } from './collect.ts';
import { factLabel, headingOf, valueLabel } from './labels.ts';
import { stepsOf } from './verb.ts';

type Refused = Extract<Deed, { kind: 'refused' }>;

/** Why a step is not taken: where it is possible, whose it is, what does not hold yet, what has to come along. */
export function refuseStep(name: string, outcome: NotMoved, scene: Scene): Refused {
  switch (outcome.kind) {
    case 'not-here':
      return notHere(name, outcome.from, scene);
    case 'not-yours':
      return { ...none, problem: say`here “${name}” is for ${either(outcome.by)}`, suggestions: possibleNow(scene) };
    case 'lacking':
      return lacking(name, outcome.lacks, scene.workflow);
    case 'wanting':
      return wanting(name, outcome.wants);
  }
}

/** What was typed is no value of the field that it is for. */
export const refuseValue = (name: string, { field, said, expected, near, word }: NonNullable<Collected['wrong']>): Refused => ({
  ...none,
  problem: say`“${short(said)}” is no value of ${field}`,
  expected,
  ...(word && { word }),
  suggestions: near.map((value) => `${name} ${field}=${value.includes(' ') ? `"${value}"` : value}`),
});

/** Words that no field of the step is for. */
export const refuseExtra = (name: string, word: Word): Refused => ({
  ...none,
  problem: say`“${word.text}” is more than \`${name}\` takes`,
  expected: say('your words as text of the mail'),
  word,
  suggestions: [name],
});

const none = { kind: 'refused', expected: '', suggestions: [] } as const;

function notHere(name: string, from: readonly string[], scene: Scene): Refused {
  const { ticket, workflow } = scene;
  const words = wordsOf(name, scene);
  const now = possibleNow(scene);
  const expected = now.length === 0 ? say('another command') : say`what is possible now: ${now.join(', ')}`;
  if (from.length > 0)
    return {
      ...none,
      problem: say`“${name}” is possible in ${either(from.map((state) => stateIn(ticket, state)))}; this ticket is in ${stateIn(ticket)}`,
      expected,
      suggestions: now,
    };
  const problem = words.length > 0 ? say`\`${name}\` needs a word behind it` : say`${workflow.name} has no “${name}”`;
  return { ...none, problem, expected: say`one of ${words.join(', ')}`, suggestions: words.map((word) => `${name} ${word}`) };
}

/** By which its steps tell each other apart. */
const wordsOf = (name: string, { workflow }: Scene): string[] => [
  ...new Set(stepsOf(workflow, name).flatMap(({ trigger }) => (trigger.kind === 'command' ? (trigger.word ?? []) : []))),
];

/** As they are typed. */
const possibleNow = (scene: Scene): string[] =>
  offersFor(scene.workflow, scene.ticket.state, whoOf(scene.actor, scene.ticket), lookAt(scene, scene.now))
    .map(({ command, word }) => (word === null ? command : `${command} ${word}`))
    .slice(0, mostShown);

const mostShown = 6;

/** Each in words, and with a command that sets it. */
const lacking = (name: string, lacks: readonly Lack[], workflow: Workflow): Refused => ({
  ...none,
  problem: say`before “${name}” something is missing: ${listed(
    lacks.map((lack) => saidLack(lack, workflow)),
    '; ',
  )}`,
  expected: say('these first; they may stand in the same mail, before it'),
  suggestions: lacks.flatMap(setterOf),
});

function saidLack({ fact, wanted, has }: Lack, workflow: Workflow): Saying {
  const name = factLabel(fact, workflow);
  const value = (one: string) => valueLabel(fact, one, workflow);
  const now = has === null ? say('none') : value(has);
  switch (wanted.kind) {
    case 'is':
      return say`${name} must be ${either(wanted.oneOf.map(value))} (now ${now})`;
    case 'not':
      return say`${name} must not be ${either(wanted.oneOf.map(value))}`;
    case 'present':
      return say`${name} must be there`;
    case 'absent':
      return say`${name} must be empty (now ${now})`;
    case 'at-least':
      return say`${name} must be at least ${wanted.number} (now ${now})`;
    case 'at-most':
      return say`${name} must be at most ${wanted.number} (now ${now})`;
  }
}

/** A command that makes it hold, where one value does. */
function setterOf({ fact, wanted }: Lack): string[] {
  const command = fieldCommands.find((name) => name === fact) ?? (fact === 'assignee' ? 'assign' : `set ${fact}`);
  if (fact.includes('.') || unsettable.includes(fact)) return [];
  const value = valueFor(wanted);
  return value === null ? [] : [`${command} ${value}`];
}

const valueFor = (wanted: Condition): string | null => {
  if (wanted.kind === 'is') return wanted.oneOf[0] ?? null;
  if (wanted.kind === 'at-least' || wanted.kind === 'at-most') return String(wanted.number);
  return wanted.kind === 'present' ? '…' : wanted.kind === 'absent' ? 'none' : null;
};

/** Facts that follow from what happens. */
const unsettable = [
  'sender',
  'customer',
  'channel',
  'contract',
  'covered',
  'quote',
  'fee',
  'exception',
  'talked_with_user',
  'open_linked',
];

/** A ready mail has a line for each, to be filled in. */
const wanting = (name: string, wants: readonly string[]): Refused => ({
  ...none,
  problem: say`\`${name}\` needs ${listed(wants)}`,
  expected: say`in your text a line for each, such as \`${headingOf(wants[0] ?? '')} …\``,
  suggestions: [name],
  form: wants.map(headingOf).join('\n\n'),
});

const short = (text: string): Part => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
