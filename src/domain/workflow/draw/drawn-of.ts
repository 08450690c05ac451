import { say } from '../../saying.ts';
import type { Party } from '../../ticket.ts';
import type { Workflow } from '../workflow.ts';
import { cardsOf, everywhereIn, rowOf } from './cards-of.ts';
import type { Card, Column, Drawn, Legend, Row } from './drawn.ts';
import { inColumns } from './in-columns.ts';
import { turnWords } from './names.ts';
import type { Wording } from './wording.ts';

/** Makes of a process what is drawn of it: a card for each state, a line for each step. */
export function drawnOf(workflow: Workflow, wording: Wording): Drawn {
  const { name } = workflow;
  const cards = cardsOf(workflow, wording);
  const stageOf = (stage: string | null) => stage && wording.print({ label: `stages.${stage}`, process: name });
  return {
    title: wordsOr(name, 'title', name, wording),
    about: wordsOr('', 'about', name, wording),
    columns: inColumns(cards, ({ id }) => workflow.states[id]?.stage ?? null).map(
      ({ stage, ...column }): Column => ({ ...column, stage: stageOf(stage) }),
    ),
    everywhere: [...everywhereIn(workflow).map((step) => rowOf(step, workflow, wording)), common(wording)],
    legend: legendOf(workflow, cards, wording),
  };
}

/** A label without words comes as its own name. */
function wordsOr(otherwise: string, label: string, process: string, { print }: Wording): string {
  const found = print({ label, process });
  return found === label ? otherwise : found;
}

/** What every process can do from every state. */
function common({ verb }: Wording): Row {
  const verbs = ['close', 'reopen', 'hold', 'resume', 'merge', 'spam', 'delete'];
  return { step: null, sign: 'command', text: verbs.map(verb).join(', '), detail: '', to: null };
}

function legendOf({ states }: Workflow, cards: readonly Card[], { print }: Wording): Legend {
  const turns = new Set<Party>(Object.values(states).map(({ waitsFor }) => waitsFor));
  const rows = cards.flatMap((card) => card.rows);
  return {
    turns: [...turns].map((turn) => ({ turn, words: print(turnWords[turn]) })),
    signs: signWords
      .filter(([sign]) => rows.some((row) => row.sign === sign))
      .map(([sign, words]) => ({ sign, words: print(words) })),
    everywhere: print(say('In every state')),
    stays: rows.some(({ to }) => to === null) ? print(say('it stays there')) : null,
    back: rows.some(({ to }) => to === 'back') ? print(say('back to where it was')) : null,
  };
}

const signWords = [
  ['command', say('a command of ours')],
  ['answer', say('an answer')],
  ['time', say('time passes')],
  ['event', say('something happens')],
  ['enter', say('by itself, at once')],
] as const;
