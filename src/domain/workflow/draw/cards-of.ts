import { say } from '../../saying.ts';
import { clockWords } from '../../sla/clock-words.ts';
import { closed, type Entry, type Step, type Workflow } from '../workflow.ts';
import { type Card, type Row, startId } from './drawn.ts';
import { guardWords } from './guard-words.ts';
import { turnWords, whoWords } from './names.ts';
import { signs, stateWords, triggerWords, type Wording } from './wording.ts';

/** A card for where tickets begin, for each state, and for the end. */
export const cardsOf = (workflow: Workflow, wording: Wording): Card[] => [
  startCard(workflow, wording),
  ...Object.keys(workflow.states).map((state) => stateCard(state, workflow, wording)),
  endCard(workflow, wording),
];

/** Steps from all states, of more than a few, that stay where the ticket is: drawn once for all. */
export const everywhereIn = ({ steps, states }: Workflow): Step[] => {
  const names = Object.keys(states);
  return steps.filter(({ from, to }) => to.kind === 'same' && names.length > 2 && names.every((state) => from.includes(state)));
};

/** A step as a line. @param namesAsk whether more than one question may be open there */
export function rowOf(step: Step, workflow: Workflow, wording: Wording, namesAsk = true): Row {
  const { trigger, by, needs, to } = step;
  const asks = namesAsk && 'ask' in trigger ? [trigger.ask] : [];
  const whos = trigger.kind === 'command' ? by.map((who) => wording.print(whoWords(who))).join(', ') : '';
  const detail = [...asks, ...(whos === '' ? [] : [whos]), ...guardWords(needs, workflow.name, wording)].join(' · ');
  const words = { sign: signs[trigger.kind], text: triggerWords(trigger, workflow.name, wording), detail };
  return {
    step: workflow.steps.indexOf(step),
    ...words,
    to: to.kind === 'state' ? to.state : to.kind === 'back' ? 'back' : null,
  };
}

function startCard({ entries, name }: Workflow, wording: Wording): Card {
  const rows = entries.map(({ needs, state }: Entry): Row => {
    const detail = guardWords(needs, name, wording).join(' · ');
    return { step: null, sign: 'entry', text: wording.print(say('a new ticket')), detail, to: state };
  });
  return { id: startId, kind: 'start', title: wording.print(say('Begin')), turn: null, subtitle: '', clock: null, rows };
}

function endCard(workflow: Workflow, wording: Wording): Card {
  const steps = workflow.steps.filter(({ from }) => from.includes(closed));
  const rows = steps.map((step) => leaving(rowOf(step, workflow, wording), closed));
  return { id: closed, kind: 'end', title: stateWords(closed, workflow, wording), turn: null, subtitle: '', clock: null, rows };
}

function stateCard(id: string, workflow: Workflow, wording: Wording): Card {
  const { waitsFor, clock } = workflow.states[id] ?? { waitsFor: 'nobody', clock: null };
  const everywhere = everywhereIn(workflow);
  const steps = workflow.steps.filter((step) => step.from.includes(id) && !everywhere.includes(step));
  const asks = new Set(steps.flatMap(({ trigger }) => ('ask' in trigger ? [trigger.ask] : [])));
  return {
    ...{ id, kind: 'state', title: stateWords(id, workflow, wording), turn: waitsFor },
    subtitle: wording.print(turnWords[waitsFor]),
    clock: clock === null ? null : wording.print(clockWords(clock)),
    rows: steps.map((step) => leaving(rowOf(step, workflow, wording, asks.size > 1), id)),
  };
}

const leaving = (row: Row, from: string): Row => (row.to === from ? { ...row, to: null } : row);
