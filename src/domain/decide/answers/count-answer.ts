import { isNo } from '../../ask/answer-words.ts';
import type { Ask, Asked, Given } from '../../ask/ask.ts';
import { settledBy } from '../../ask/settles.ts';
import type { Effect } from '../../effect.ts';
import { type AskId, askId } from '../../ids.ts';
import { offerAbout } from '../../quote/offered.ts';
import { type Quote, quoteKey } from '../../quote/quote.ts';
import { say, valued } from '../../saying.ts';
import type { Actor } from '../../ticket.ts';
import { advance } from '../../workflow/advance.ts';
import { sidesOf } from '../../workflow/sides-of.ts';
import type { Who } from '../../workflow/who.ts';
import type { AnswerWord } from '../../workflow/workflow.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { type Grounds, prove } from './prove.ts';
import type { Taken } from './taken.ts';

/** An answer that counts. `confirmed`: it stands on record already, and waited for this. */
export type Counting = Grounds & { ask: Ask; value: string; words: string; confirmed: boolean };

/** Puts an answer on record, and where that settles its question, takes the ticket on. */
export function countAnswer(facts: Facts, scene: TicketScene, counting: Counting): Taken {
  const { ask, by, answer, value, words, via, recordedBy, confirmed, ...grounds } = counting;
  const actor = actorOf(counting);
  const given = { by, answer, value, via, recordedBy, words, state: 'counted', until: null } as const;
  const settled = settledBy(ask, by, answer);
  const kept = withGiven(scene, ask, { ...given, at: facts.now, evidence: null }, settled !== null);
  const recorded: Effect[] = [
    confirmed ? { act: 'settle-answer', ask: ask.id, by, state: 'counted' } : { act: 'answer-ask', ask: ask.id, given },
    prove(facts, ask, { ...grounds, by, answer, via, recordedBy }, 'counted'),
    {
      ...{ act: 'journal', ticket: ask.ticket, actor, event: 'ask-answered' },
      data: {
        ask: ask.ask,
        answer,
        round: ask.round,
        level: grounds.level,
        rule: grounds.rule,
        ...(via === 'mail' ? {} : { via }),
      },
      words: { reason: words, ...(recordedBy === null || by.kind === 'associate' ? {} : { by: by.address }) },
    },
  ];
  const said = say`${shownAsked(by)}: ${valued(answer)} (${ask.ask})`;
  if (settled === null) {
    const open = say`${said}; others have to answer too`;
    return { scene: kept, effects: recorded, noticed: [open], decided: false, waits: true };
  }
  const gone = goOn(facts, kept, { ...counting, answer: settled }, actor);
  return {
    scene: gone.scene,
    effects: [...recorded, { act: 'settle-ask', ask: ask.id, state: 'answered' }, ...gone.effects],
    noticed: [gone.moved ? said : say`${said}; the process has no step for it where the ticket stands`],
    decided: gone.moved,
    waits: false,
  };
}

/** The offer is approved or declined, and the process takes its step. */
function goOn(facts: Facts, scene: TicketScene, counting: Counting, actor: Actor) {
  const { ask, by, answer, value, words } = counting;
  const offered = settleOffer(facts, scene, counting, actor);
  const trigger = { kind: 'answer', ask: ask.ask, answer } as const;
  const given = givenFor(scene, ask.ask, answer, value, words);
  const desk = { ...facts, nextAsk: nextAskOn(facts, scene) };
  const next = advance(desk, offered.scene, { trigger, who: whoAnswers(facts, scene, by), actor, given });
  if (next.kind !== 'advanced') return { ...offered, moved: false };
  const records = { ...offered.scene.records, asks: asksAfter(offered.scene.records.asks, next.effects) };
  return {
    scene: { ...offered.scene, ticket: next.ticket, records },
    effects: [...offered.effects, ...next.effects],
    moved: true,
  };
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

function settleOffer({ now }: Facts, scene: TicketScene, { ask, answer, words }: Counting, by: Actor) {
  const quote = offerAbout(ask.about, scene.records.quotes);
  if (quote === undefined || quote.status !== 'open') return { scene, effects: [] };
  const set = { status: isNo(answer) ? 'declined' : 'approved', settled: { at: now, by, reason: words } } as const;
  const quotes = scene.records.quotes.map((one): Quote => (one === quote ? { ...one, ...set } : one));
  const effects: Effect[] = [{ act: 'change-quote', quote: quoteKey(quote), set }];
  return { scene: { ...scene, records: { ...scene.records, quotes } }, effects };
}

/** What the steps of this answer collect: a figure for numbers, their words for text. */
function givenFor(
  { workflow }: TicketScene,
  ask: string,
  answer: AnswerWord,
  value: string,
  words: string,
): Record<string, string> {
  const steps = workflow.steps.filter(
    ({ trigger }) => trigger.kind === 'answer' && trigger.ask === ask && trigger.answer === answer,
  );
  const wanted = steps.flatMap(({ collects }) => collects.map(({ field }) => field));
  const isText = (field: string): boolean => (workflow.fields[field]?.kind ?? 'text') === 'text';
  return Object.fromEntries(wanted.map((field) => [field, isText(field) ? words : value]));
}

/** Roles of one of us, and every side of the ticket that they stand on. */
function whoAnswers({ settings }: Facts, { ticket, participants }: TicketScene, by: Asked): Who {
  const { people, customers } = settings;
  const sides = sidesOf(by, { ticket, participants, people, customers });
  const person = by.kind === 'associate' ? people.find(({ handle }) => handle === by.handle) : undefined;
  return { roles: person?.roles ?? [], level: person?.level ?? null, sides };
}

function withGiven(scene: TicketScene, ask: Ask, given: Given, isSettled: boolean): TicketScene {
  const asks = scene.records.asks.map(
    (one): Ask => (one.id === ask.id ? { ...one, state: isSettled ? 'answered' : one.state, given: [...one.given, given] } : one),
  );
  return { ...scene, records: { ...scene.records, asks } };
}

const actorOf = ({ by, recordedBy }: Counting): Actor =>
  recordedBy !== null
    ? { kind: 'associate', handle: recordedBy }
    : by.kind === 'associate'
      ? by
      : { kind: 'contact', address: by.address };

/** How somebody is named inside. */
export const shownAsked = (one: Asked): string => (one.kind === 'associate' ? one.handle : one.address);
