import type { Workflow } from '../workflow.ts';
import type { Check } from './context.ts';
import type { Finding } from './finding.ts';
import { reachedFrom, stepsFrom } from './open-asks.ts';
import { deedsOf, error, targetsOf, warning } from './places.ts';

/** Finds answers that nothing comes of, and asks that are never put or withdrawn as soon as they are. */
export const unanswered: Check = (workflow) => [...inVain(workflow), ...neverPut(workflow), ...takenBack(workflow)];

function inVain(workflow: Workflow): Finding[] {
  return [...reachedFrom(workflow)].flatMap(([state, open]) =>
    [...open].flatMap((ask) => {
      const taken = stepsFrom(workflow, state).map(({ trigger }) => trigger);
      const { answers = [], expires = null } = workflow.asks[ask] ?? {};
      const lost = answers.flatMap((answer, at) =>
        taken.some((trigger) => trigger.kind === 'answer' && trigger.ask === ask && trigger.answer === answer)
          ? []
          : [
              error(
                ['asks', ask, 'answers', at],
                `nothing comes of ${answer} in ${state}: no step from there is fired by { ${ask}: ${answer} }`,
              ),
            ],
      );
      const lapses = expires !== null && !taken.some((trigger) => trigger.kind === 'expired' && trigger.ask === ask);
      const message = `nothing comes of it when ${ask} lapses in ${state}: no step from there is fired by expired: ${ask}`;
      return lapses ? [...lost, error(['asks', ask, 'expires'], message)] : lost;
    }),
  );
}

function neverPut(workflow: Workflow): Finding[] {
  const put = deedsOf(workflow).flatMap(({ deed }) => deed.asks);
  return Object.keys(workflow.asks)
    .filter((ask) => !put.includes(ask))
    .map((ask) => ({ ...warning(['asks', ask], `no entry and no step asks ${ask}`), isAboutKey: true }));
}

/** An ask is withdrawn where no step waits for its answer. */
function takenBack(workflow: Workflow): Finding[] {
  const listens = (ask: string, state: string) =>
    stepsFrom(workflow, state).some(({ trigger }) => 'ask' in trigger && trigger.ask === ask);
  const vain = (asks: readonly string[], targets: readonly string[], path: Finding['path']) =>
    asks.flatMap((ask, at) => {
      const deaf = targets.filter((state) => !listens(ask, state));
      const message = `${ask} leads nowhere in ${deaf.join(', ')}: no step from there is fired by an answer to it`;
      return deaf.length === 0 ? [] : [error([...path, 'asks', at], message)];
    });
  return [
    ...workflow.entries.flatMap(({ asks, state }, at) => vain(asks, [state], ['entry', at])),
    ...workflow.steps.flatMap((step, at) => {
      const targets = new Set(step.from.flatMap((state) => targetsOf(workflow, step, state)));
      return vain(step.asks, [...targets], ['steps', at]);
    }),
  ];
}
