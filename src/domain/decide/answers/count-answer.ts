import type { Ask } from '../../ask/ask.ts';
import { allHaveChosen } from '../../calendar/agree.ts';
import type { Effect } from '../../effect.ts';
import { type AskId, askId } from '../../ids.ts';
import { type Saying, say } from '../../saying.ts';
import { advance } from '../../workflow/advance.ts';
import type { AnswerWord } from '../../workflow/workflow.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { broughtBy } from '../flow/customer-message.ts';
import { givenWith, whoAnswers } from './answering-step.ts';
import { tokenOf } from './prove.ts';
import { actorOf, type Counting, putOnRecord } from './put-on-record.ts';
import { saidAnswer, shownAsked } from './said-answer.ts';
import type { Taken } from './taken.ts';
import { isUnprovedNo, undoOfNo, unproved } from './unproved-no.ts';

/** Puts an answer on record, and where that settles its question, takes the ticket on. */
export function countAnswer(facts: Facts, scene: TicketScene, counting: Counting): Taken {
  const { records, effects, settled } = putOnRecord(scene.records, counting, facts.now, tokenOf(facts));
  const recorded = [...effects, journal(counting)];
  const said = saidBy(counting, scene.workflow.name);
  if (settled === null) {
    const noticed = [unsettled(said, counting)];
    return { scene: { ...scene, records }, effects: recorded, noticed, decided: false, waits: true };
  }
  const next = goOn(facts, { ...scene, records }, counting, settled);
  return {
    scene: next.scene,
    effects: [...recorded, ...next.effects, ...undoOfNo(scene, counting, { recorded, ...next })],
    noticed: [
      next.moved ? said : say`${said}; the process has no step for it where the ticket stands`,
      ...(isUnprovedNo(counting) ? [unproved] : []),
      ...next.noticed,
    ],
    decided: next.moved,
    waits: false,
  };
}

/** Where several are asked: somebody has not answered, or no time suits everybody. */
const unsettled = (said: Saying, { ask, by, answer, value }: Counting): Saying =>
  answer === 'accept' && value !== '' && allHaveChosen(ask, by)
    ? say`${said}; all have answered, and no time suits everybody: propose others`
    : say`${said}; others have to answer too`;

/** For those inside; a rating by its figure, with what they say of it; a time by its number. */
function saidBy({ ask, by, answer, value, words }: Counting, process: string): Saying {
  if (answer === 'accept' && value !== '') return say`${shownAsked(by)}: time ${value.replaceAll(' ', ', ')} (${ask.ask})`;
  if (answer !== 'rate') return saidAnswer(shownAsked(by), answer, ask, process);
  const rated = say`${shownAsked(by)}: ${value} of 5 (${ask.ask})`;
  return words === '' ? rated : say`${rated}: “${words}”`;
}

function journal(counting: Counting): Effect {
  const { ask, by, answer, value, words, via, recordedBy, level, rule } = counting;
  return {
    ...{ act: 'journal', ticket: ask.ticket, actor: actorOf(counting), event: 'ask-answered' },
    data: {
      ask: ask.ask,
      answer,
      round: ask.round,
      level,
      rule,
      ...(value === '' ? {} : { value }),
      ...(via === 'mail' ? {} : { via }),
    },
    words: { reason: words, ...(recordedBy === null || by.kind === 'associate' ? {} : { by: by.address }) },
  };
}

/** The process takes the step that this answer fires. */
function goOn(facts: Facts, scene: TicketScene, counting: Counting, answer: AnswerWord) {
  const { ask, by, value, words } = counting;
  const trigger = { kind: 'answer', ask: ask.ask, answer } as const;
  const given = givenWith(scene.workflow, { ask: ask.ask, answer, value, words });
  const who = whoAnswers(facts.settings, scene, by);
  const desk = { ...facts, nextAsk: nextAskOn(facts, scene) };
  const next = advance(desk, scene, { trigger, who, actor: actorOf(counting), given, brought: broughtBy(facts) });
  if (next.kind !== 'advanced') return { scene, effects: [], back: [], moved: false, noticed: [] };
  const asks = asksAfter(scene.records.asks, next.effects);
  const after = { ...scene, ticket: next.ticket, records: { ...scene.records, asks } };
  return { scene: after, effects: next.effects, back: next.back, moved: true, noticed: next.noticed };
}

/** Questions that an answer before this one in the same mail had put have their numbers already. */
const nextAskOn = ({ nextAsk }: Facts, { records }: TicketScene): AskId =>
  askId(Math.max(nextAsk, ...records.asks.map(({ id }) => id + 1)));

/** Those that were put, and those that wait no more. */
function asksAfter(asks: readonly Ask[], effects: readonly Effect[]): Ask[] {
  const put = effects.flatMap((effect): Ask[] =>
    effect.act === 'open-ask' ? [{ ...effect.ask, state: 'open', given: [] }] : [],
  );
  const over = new Map(effects.flatMap((effect) => (effect.act === 'settle-ask' ? [[effect.ask, effect.state] as const] : [])));
  return [...asks.map((one) => ({ ...one, state: over.get(one.id) ?? one.state })), ...put];
}
