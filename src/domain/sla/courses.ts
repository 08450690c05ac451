import { type Phase, sinceWhen } from '../due/phase.ts';
import { isApart, planOf as stateOf } from '../workflow/state-plan.ts';
import type { Workflow } from '../workflow/workflow.ts';

/** Where a clock of a ticket runs, by its process and by what was said and done on it. Instants in epoch ms. */
export type Course = {
  name: string;
  /** Theirs: an outside party owes it to us. */
  whose: 'ours' | 'theirs';
  from: number;
  /** When what it waits for happened; null: not yet, or only its state ends it. */
  until: number | null;
  runsIn(state: string): boolean;
};

/** What was said and done on a ticket that clocks begin and end with. */
export type Deeds = {
  /** Who spoke when, the oldest first: whoever is outside, or we to them. */
  said: readonly { at: number; by: 'us' | 'them' }[];
  /** When one of us last did or wrote something; 0: never. */
  stirred: number;
  /** When one of us began to work on it; null: not yet. */
  began: number | null;
};

/** Where the clocks of a ticket run: those that states of its process name, and those that go for every process. */
export function coursesOf(workflow: Pick<Workflow, 'states'>, phases: readonly Phase[], deeds: Deeds): Course[] {
  const passed = phases.map(({ state }) => stateOf(workflow, state));
  const ours = passed.flatMap(({ clock }) => clock ?? []);
  const theirs = passed.flatMap(({ theirClock }) => theirClock ?? []);
  const answered = deeds.said.find(({ by }) => by === 'us')?.at ?? null;
  return [
    ...[...new Set(ours)].map(
      (name): Course => ({
        ...{ name, whose: 'ours', from: 0, until: name === 'first_response' ? answered : null },
        runsIn: (state) => stateOf(workflow, state).clock === name,
      }),
    ),
    ...[...new Set(theirs)].map(
      (name): Course => ({
        ...{ name, whose: 'theirs', from: 0, until: null },
        runsIn: (state) => stateOf(workflow, state).theirClock === name,
      }),
    ),
    ...everywhere.flatMap(({ name, span }): Course[] => {
      const found = span(phases, deeds);
      return found === null ? [] : [{ name, whose: 'ours', ...found, runsIn: (state) => !isApart(state) }];
    }),
  ];
}

type Everywhere = { name: string; span(phases: readonly Phase[], deeds: Deeds): Pick<Course, 'from' | 'until'> | null };

/** Clocks that no process has to name: a plan has a time for them or has not. */
const everywhere: readonly Everywhere[] = [
  { name: 'work_start', span: (phases, { began }) => ({ from: phases[0]?.at ?? 0, until: began }) },
  { name: 'next_response', span: lastQuestion },
  {
    name: 'no_update',
    span: (phases, { stirred }) => ({
      from: Math.max(
        stirred,
        sinceWhen(phases, ({ waitsFor }) => waitsFor !== 'customer'),
      ),
      until: null,
    }),
  },
];

/** Names of the clocks that go for every process. */
export const everyClock: readonly string[] = everywhere.map(({ name }) => name);

/** From the first message after our last answer that made it our turn, until we answer; before our first word nothing is next. */
function lastQuestion(phases: readonly Phase[], { said }: Deeds): Pick<Course, 'from' | 'until'> | null {
  let asked: { from: number; until: number | null } | null = null;
  let isAnswered = false;
  for (const { at, by } of said) {
    if (by === 'us') {
      if (asked?.until === null) asked = { from: asked.from, until: at };
      isAnswered = true;
    } else if (isAnswered && asked?.until !== null && isOurTurn(phases, at)) asked = { from: at, until: null };
  }
  return asked;
}

function isOurTurn(phases: readonly Phase[], at: number): boolean {
  const waitsFor = phases.findLast((phase) => phase.at <= at)?.waitsFor;
  return waitsFor !== undefined && waitsFor !== 'customer' && waitsFor !== 'nobody';
}
