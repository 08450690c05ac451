import { isOutside } from '../../handover/their-numbers.ts';
import { listed, type Saying, say } from '../../saying.ts';
import { changesOf } from '../../workflow/changes-of.ts';
import { fire, settle } from '../../workflow/fire.ts';
import { isHeardOutside } from '../../workflow/heard-outside.ts';
import type { Moved, NotMoved } from '../../workflow/moved.ts';
import { lookAt, standingOf, whoOf } from '../../workflow/place.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { isApart } from '../../workflow/state-plan.ts';
import { closed, type Step, type Trigger, type Workflow } from '../../workflow/workflow.ts';
import type { Command, Deed, Scene } from '../commands/command.ts';
import { zoneOf } from '../commands/hold.ts';
import { newerChange } from '../commands/newer-change.ts';
import type { Word } from '../grammar/words.ts';
import { readValue } from '../values/read-value.ts';
import { type Collected, collect } from './collect.ts';
import { factLabel, labelsFor, valueLabel } from './labels.ts';
import { recordsAfter } from './records-after.ts';
import { refuseExtra, refuseStep, refuseValue } from './refuse-step.ts';
import { stepsOf } from './verb.ts';

type Done = Extract<Deed, { kind: 'done' }>;

/** Carries out a command, and the step of the ticket's process that it fires; all of it or nothing. */
export function carryOutOn(command: Command, words: readonly Word[], scene: Scene): Deed {
  const own = command.perform(words, scene);
  if (own.kind === 'refused' || own.takesNoStep || command.isVerb) return own;
  if (own.moved !== undefined) return firesHere(command.name, scene) ? insteadOf(own, command.name, words, scene) : own;
  const after: Scene = {
    ...scene,
    text: own.leaves ?? scene.text,
    ticket: { ...scene.ticket, ...own.set },
    records: recordsAfter(scene.records, own),
  };
  if (!firesHere(command.name, scene)) return settled(own, after);
  const { outcome, read } = tryStep(
    { name: command.name, words, behind: own.behind ?? [], given: (step) => givenBy(own, step, scene) },
    after,
  );
  if (outcome.kind === 'moved') return withStep(own, outcome, read, after);
  return followsUnasked(command) || isOutside(scene.actor) ? settled(own, after) : refusedBy(command.name, outcome, read, scene);
}

/** What every ticket can do from any state a process may do in its own way. */
function insteadOf({ data, words: said, asks, change }: Done, name: string, words: readonly Word[], scene: Scene): Deed {
  const reason = { kind: 'done', change, ...(said && { words: said }) } as const;
  const { outcome, read } = tryStep({ name, words, behind: [], given: (step) => givenBy(reason, step, scene) }, scene);
  if (outcome.kind !== 'moved') return refusedBy(name, outcome, read, scene);
  const isSaid = outcome.state !== closed || isHeardOutside(outcome, scene.workflow);
  const done: Done = {
    kind: 'done',
    change: say('nothing changes'),
    ...(data && { data }),
    ...(isSaid || !asks ? {} : { asks }),
  };
  return withStep(done, outcome, read, scene);
}

/** A command that is a step of the process and nothing else. */
export function takeVerb(name: string, words: readonly Word[], scene: Scene): Deed {
  const { outcome, read } = tryStep({ name, words, behind: words, given: () => ({}) }, scene);
  if (outcome.kind !== 'moved') return refusedBy(name, outcome, read, scene);
  const again = [`${name}!`, ...words.map(({ text }) => text)].join(' ');
  const newer = outcome.state === scene.ticket.state ? null : newerChange('state', scene.ticket.state, again, scene);
  if (newer !== null) return newer;
  if (read?.wrong) return refuseValue(name, read.wrong);
  if (read?.extra) return refuseExtra(name, read.extra);
  return withStep({ kind: 'done', change: say('nothing changes') }, outcome, read, scene);
}

/** A text is theirs, and a customer is whose they say, whatever becomes of the step. */
const followsUnasked = ({ name }: Command): boolean => name === 'reply' || name === 'customer';

/** Whether the process has a word to say on this command where the ticket stands. */
const firesHere = (name: string, { workflow, ticket }: Scene): boolean =>
  stepsOf(workflow, name).some(({ from }) => from.includes(ticket.state));

/** A command whose words go to fields (`behind`); `given`: what it says already. */
type Trying = {
  name: string;
  words: readonly Word[];
  behind: readonly Word[];
  given(step: Step): Readonly<Record<string, string>>;
};
type Tried = { outcome: Moved | NotMoved; read: Collected | null };

function tryStep(trying: Trying, scene: Scene): Tried {
  const reads = new Map<Step, Collected>();
  const read = (step: Step): Collected => {
    const known = reads.get(step) ?? collectFor(step, trying, scene);
    reads.set(step, known);
    return known;
  };
  const who = whoOf(scene.actor, scene.ticket);
  const trigger = triggerOf(trying, scene);
  const outcome = fire(scene.workflow, standingOf(scene), trigger, who, lookAt(scene, scene.now), (step) => read(step).values);
  const step = outcome.kind === 'moved' ? outcome.steps[0] : outcome.kind === 'wanting' ? outcome.step : undefined;
  return { outcome, read: step === undefined ? null : read(step) };
}

/** Its first word, where steps of this command tell each other apart by one. */
function triggerOf({ name, words: [first] }: Trying, { workflow }: Scene): Trigger {
  const known = stepsOf(workflow, name).flatMap(({ trigger }) =>
    trigger.kind === 'command' && trigger.word !== null ? [trigger.word] : [],
  );
  const read = readValue(first?.text ?? '', [...new Set(known)]);
  return { kind: 'command', command: name, word: read.kind === 'one' ? read.value : (first?.text.toLowerCase() ?? null) };
}

function collectFor(step: Step, { behind, given }: Trying, scene: Scene): Collected {
  const isWorded = step.trigger.kind === 'command' && step.trigger.word !== null;
  const words = isWorded ? behind.slice(1) : behind;
  const typed = { words, text: scene.text, labels: labelsFor(step, scene.workflow), given: given(step) };
  const reader = { here: { now: scene.now, zone: zoneOf(scene) }, people: scene.settings.people };
  return collect(step, scene.workflow.fields, typed, reader);
}

/** What a command of every ticket says that a step collects: values that it sets, and its reason. */
function givenBy(
  { set = {}, words = {}, handover = '' }: Done,
  { collects }: Step,
  { workflow, text }: Scene,
): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = { ...set.fields, ...set };
  const reason = [handover === text ? '' : handover, words.reason].find((one) => typeof one === 'string' && one !== '');
  const texts = collects.filter(({ field, optional }) => !optional && (workflow.fields[field]?.kind ?? 'text') === 'text');
  const given = collects.flatMap(({ field }) => {
    const value = values[field] ?? (texts.length === 1 && texts[0]?.field === field ? reason : undefined);
    return typeof value === 'string' ? [[field, value] as const] : [];
  });
  return Object.fromEntries(given);
}

function refusedBy(name: string, outcome: NotMoved, read: Collected | null, scene: Scene): Deed {
  return outcome.kind === 'wanting' && read?.wrong ? refuseValue(name, read.wrong) : refuseStep(name, outcome, scene);
}

/** What a command did, and the step after it. */
function withStep(own: Done, moved: Moved, read: Collected | null, scene: Scene): Done {
  const { ticket, now } = scene;
  const outside = isHeardOutside(moved, scene.workflow);
  return {
    ...own,
    moved,
    set: { ...own.set, ...changesOf(ticket, moved, now) },
    change: saidOf(own, scene, moved),
    ...(read === null ? {} : { leaves: read.text }),
    ...(outside ? { textIsFor: 'reply' as const } : read?.isText ? { textIsFor: 'note' as const } : {}),
  };
}

/** A value that was set may be what the ticket waited for where it stands. */
function settled(own: Done, after: Scene): Done {
  if (own.set === undefined || isApart(after.ticket.state)) return own;
  const moved = settle(after.workflow, standingOf(after), lookAt(after, after.now));
  return moved === null ? own : withStep(own, moved, null, after);
}

/** For the receipt: what the command itself did, and where the ticket stands now. */
function saidOf(own: Done, { ticket, workflow }: Scene, moved: Moved): Saying {
  const [from, now] = [stateIn(ticket), stateIn(ticket, moved.state)];
  const fresh = Object.entries(moved.sets).filter(([field, value]) => (ticket.fields[field] ?? null) !== value);
  const noted = fresh.map(([field, value]) => saidNoted(field, value, workflow));
  const stays = noted.length > 0 && own.set === undefined ? listed(noted, '; ') : say`${from} as before`;
  const to = moved.state === ticket.state ? stays : say`${from} → ${now}`;
  return own.set === undefined && own.event === undefined ? to : listed([own.change, to], '; ');
}

/** What is long stands in the mail itself. */
function saidNoted(field: string, value: string | null, workflow: Workflow): Saying {
  const name = factLabel(field, workflow);
  if (value === null) return say`${name}: ${say('none')}`;
  return value.length > shortest ? say`${name} noted` : say`${name}: ${valueLabel(field, value, workflow)}`;
}

const shortest = 60;
