import { nearest } from '../../nearest.ts';
import { listed, type Saying, say } from '../../saying.ts';
import { type Adoption, adopt, commandsFrom, type Lack } from '../../workflow/adopt.ts';
import { stateIn, stateLabel } from '../../workflow/process-words.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import type { Word } from '../grammar/words.ts';
import type { Command, Deed, Scene } from './command.ts';
import { newerChange } from './newer-change.ts';

/** Lets a ticket follow its process as that stands now, or another one. */
export const workflow: Command = {
  name: 'workflow',
  translations: { es: ['proceso'], de: ['prozess'], fr: ['processus'], pt: ['processo'] },
  args: 'latest|NAME [STATE]',
  roles: ['associate', 'lead', 'admin'],
  class: 'C3',
  help: say(
    'Lets the ticket follow its process as it stands now (`latest`), or another one. It keeps its state, or goes to the one you name; nothing else happens, and nobody is told. What it stands on and the process does not have is said, and `workflow!` goes on without.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: ([named, place], scene) => {
    const { ticket, settings, records, insists } = scene;
    const to = processNamed(named, scene);
    if (to === undefined) return noProcess(named, scene);
    const state = place === undefined ? null : stateOf(place, to);
    if (state === undefined) return noState(place, to, typedOf(named));
    const again = [`workflow! ${typedOf(named)}`, ...(place === undefined ? [] : [place.text])].join(' ');
    const declared = Object.keys(settings.desk.fields);
    const found = adopt({ ticket, asks: records.asks, from: scene.workflow, to, declared, state, insists });
    if (found.kind === 'same') return { kind: 'done', change: say`follows ${to.name} as it stands now already` };
    if (found.kind === 'lacking') return lacking(found.lacks, to, typedOf(named), again);
    return newerChange('state', ticket.state, again, scene) ?? adopted(found, to, scene);
  },
};

const typedOf = (word: Word | undefined): string => word?.text.toLowerCase() ?? 'latest';

function processNamed(word: Word | undefined, { ticket, settings }: Scene): Workflow | undefined {
  const name = typedOf(word) === 'latest' ? ticket.workflow : typedOf(word);
  return word !== undefined && Object.hasOwn(settings.workflows, name) ? settings.workflows[name] : undefined;
}

const stateOf = ({ text }: Word, { states }: Workflow): string | undefined =>
  Object.keys(states).find((name) => name.toLowerCase() === text.toLowerCase());

function noProcess(word: Word | undefined, { settings, ticket }: Scene): Deed {
  const names = Object.keys(settings.workflows);
  const asked = typedOf(word) === 'latest' ? ticket.workflow : typedOf(word);
  const near = word === undefined ? [] : nearest(asked, names, 2);
  return {
    kind: 'refused',
    problem: word === undefined ? say('`workflow` needs to know which process') : say`there is no process “${asked}”`,
    expected: say`latest, or one of ${names.join(', ')}`,
    ...(word && { word }),
    suggestions: [...(Object.hasOwn(settings.workflows, ticket.workflow) ? ['latest'] : []), ...near].map(
      (name) => `workflow ${name}`,
    ),
  };
}

function noState(word: Word | undefined, { name, states }: Workflow, typed: string): Deed {
  const near = statesNear(word?.text.toLowerCase() ?? '', Object.keys(states));
  return {
    kind: 'refused',
    problem: say`${name} has no state “${word?.text ?? ''}”`,
    expected: say`one of ${Object.keys(states).join(', ')}`,
    ...(word && { word }),
    suggestions: near.map((state) => `workflow ${typed} ${state}`),
  };
}

/** Where none is like the one that was typed, the first of the process. */
function statesNear(typed: string, states: readonly string[]): readonly string[] {
  const near = nearest(typed, states, 3);
  return near.length > 0 ? near : states.slice(0, 3);
}

/** What is missing there, and what can be done about it: a state to go on in, else to go on without. */
function lacking(lacks: readonly Lack[], to: Workflow, typed: string, again: string): Deed {
  const lacksState = lacks.some(({ kind }) => kind === 'state');
  const states = Object.keys(to.states);
  const near = statesNear(lacks.flatMap((lack) => (lack.kind === 'state' ? [lack.state] : []))[0] ?? '', states);
  return {
    kind: 'refused',
    problem: listed(
      lacks.map((lack) => lackSaid(lack, to)),
      '; ',
    ),
    expected: lacksState
      ? say`the state where it goes on, one of ${states.join(', ')}`
      : say`\`${again}\` to go on without: questions are withdrawn, values stay`,
    suggestions: lacksState ? near.map((state) => `workflow ${typed} ${state}`) : [again],
  };
}

/** What a ticket stands on and a process does not have. */
export function lackSaid(lack: Lack, { name }: Pick<Workflow, 'name'>): Saying {
  if (lack.kind === 'state') return say`${name} has no state ${stateLabel(name, lack.state)} any more`;
  if (lack.kind === 'ask')
    return say`in ${stateLabel(name, lack.state)} nothing comes of an answer to “${lack.ask}”, which is open`;
  return say`${name} has no field “${lack.field}”`;
}

function adopted(
  { set, state, withdraws, effects, back }: Extract<Adoption, { kind: 'adopts' }>,
  to: Workflow,
  scene: Scene,
): Deed {
  const { ticket, workflow: from } = scene;
  const isOther = ticket.workflow !== to.name;
  const [had, has] = [commandsFrom(from, ticket.state), commandsFrom(to, state)];
  const come = has.filter((one) => !had.includes(one));
  const gone = had.filter((one) => !has.includes(one));
  return {
    kind: 'done',
    ...{ set, effects, back, follows: to },
    event: 'adopted',
    data: {
      ...{ workflow: to.name, from: ticket.workflow, version: to.version, was: ticket.workflowVersion },
      ...{ state, stateWas: ticket.state, withdrawn: withdraws },
    },
    change: listed(
      [
        isOther ? say`process ${ticket.workflow} → ${to.name}` : say`follows ${to.name} as it stands now`,
        ...(state === ticket.state ? [] : [say`${stateIn(ticket)} → ${stateLabel(to.name, state)}`]),
        ...(come.length > 0 ? [say`possible now: ${come.join(', ')}`] : []),
        ...(gone.length > 0 ? [say`not any more: ${gone.join(', ')}`] : []),
        ...withdraws.map((ask) => say`the question “${ask}” is withdrawn`),
      ],
      '; ',
    ),
  };
}
