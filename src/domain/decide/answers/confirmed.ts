import { answerClass } from '../../ask/answer-class.ts';
import type { Answering } from '../../ask/answering.ts';
import type { Ask, Given } from '../../ask/ask.ts';
import { isOpen, type Why } from '../../ask/judge-answers.ts';
import { permits } from '../../authenticate/rules.ts';
import type { Decision, Effect } from '../../effect.ts';
import { say, valued } from '../../saying.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { yesOrNo } from '../yes-or-no.ts';
import { question } from './ask-back.ts';
import { countAnswer } from './count-answer.ts';
import { hearingOf } from './hearing.ts';
import { tellInside } from './noticed.ts';
import { prove, tokenOf } from './prove.ts';
import { refuseAnswer } from './refuse-answer.ts';
import { shownAsked } from './said-answer.ts';
import type { Taken } from './taken.ts';

/** The word of the person an answer is said to be of, by the link that only they got: with it the answer counts (E4), or never does. */
export function decideConfirmed(facts: Facts, scene: TicketScene, { ask: id, of }: Answering): Decision {
  const ask = scene.records.asks.find((one) => one.id === id);
  const given = ask?.given.find(({ state, by }) => state === 'unconfirmed' && isSame(by, of));
  const said = yesOrNo(facts.mail.visibleText);
  if (ask === undefined || given === undefined) return over(facts, scene, ask, of);
  if (said === undefined) return again(facts, scene, ask, given);
  if (said === 'refuse') return disowned(facts, scene, ask, given);
  const why = whyLate(facts, scene, ask, given);
  const taken =
    why === null ? counted(facts, scene, ask, given) : refuseAnswer(facts, scene, of, { kind: 'refused', ask, why, said: null });
  return decision(facts, scene, taken, why === null ? 'confirmed, so it counts' : `confirmed too late: ${why}`);
}

function counted(facts: Facts, scene: TicketScene, ask: Ask, { by, answer, value, words, via, recordedBy }: Given): Taken {
  const { rule } = permits('E4', answerClass(scene.workflow, ask.ask, answer), facts.settings.authentication.rules);
  const said = { ask, by, answer, value, words } as const;
  return countAnswer(facts, scene, { ...said, rule, level: 'E4', via, recordedBy, confirmed: true });
}

/** What happened to the question while the answer waited. */
function whyLate(facts: Facts, scene: TicketScene, ask: Ask, { by, until }: Given): Why | null {
  const { now, answering } = facts;
  if (answering?.expired === true || (until !== null && now >= until)) return 'lapsed';
  if (!isOpen(ask, now)) return ask.state === 'answered' ? 'over' : ask.state === 'withdrawn' ? 'changed' : 'lapsed';
  return hearingOf(facts, scene, by, scene.ticket.customer).isBeyond(ask, by) ? 'beyond' : null;
}

/** Somebody used their name: nothing was decided, and those inside see it. */
function disowned(facts: Facts, scene: TicketScene, ask: Ask, { by, answer }: Given): Decision {
  const grounds = {
    by,
    answer,
    rule: 'disowned by whom it is said to be of',
    level: facts.level,
    via: 'mail',
    recordedBy: null,
  } as const;
  const effects: Effect[] = [
    { act: 'settle-answer', ask: ask.id, by, state: 'disowned' },
    prove(tokenOf(facts), ask, grounds, 'disowned'),
    {
      ...{ act: 'journal', ticket: ask.ticket, event: 'answer-disowned', data: { ask: ask.ask, answer, level: facts.level } },
      actor: by.kind === 'associate' ? by : { kind: 'contact', address: by.address },
    },
  ];
  const taken: Taken = {
    scene,
    effects,
    noticed: [say`${shownAsked(by)} says that “${valued(answer)}” (${ask.ask}) is not theirs; it decided nothing`],
    decided: false,
    waits: true,
  };
  return decision(facts, scene, taken, 'not theirs, so it counts for nothing');
}

/** Neither a yes nor a no: it is asked once more. */
function again(facts: Facts, scene: TicketScene, ask: Ask, { by, answer }: Given): Decision {
  const effects = facts.answerable.kind === 'yes' ? question(facts, scene, { ask, to: by, answer, other: '', via: '' }) : [];
  return { outcome: 'held', ticket: ask.ticket, why: 'neither a yes nor a no to whether an answer is theirs', effects };
}

/** Answered before, or given up: nothing waits for this word. */
function over(facts: Facts, scene: TicketScene, ask: Ask | undefined, by: Answering['of']): Decision {
  const why = 'the answer that it confirms waits no more';
  if (ask === undefined) return { outcome: 'ignored', ticket: scene.ticket.number, why, effects: [] };
  const known = ask.given.some((one) => one.state === 'counted' && isSame(one.by, by));
  const taken = refuseAnswer(facts, scene, by, { kind: 'refused', ask, why: known ? 'twice' : 'lapsed', said: null });
  return { outcome: 'commanded', ticket: ask.ticket, why, effects: taken.effects };
}

const decision = (facts: Facts, scene: TicketScene, taken: Taken, why: string): Decision => ({
  outcome: 'commanded',
  ticket: scene.ticket.number,
  why,
  effects: [...taken.effects, ...tellInside(facts, scene, taken)],
});
