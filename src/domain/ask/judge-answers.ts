import { permits, type Rule } from '../authenticate/rules.ts';
import type { Level } from '../authenticate/verdict.ts';
import type { Choice } from '../calendar/choose-time.ts';
import type { AskId } from '../ids.ts';
import { isSame } from '../workflow/people-of.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { answerClass, endsTicket } from './answer-class.ts';
import { hasAnswerWord } from './answer-words.ts';
import type { Answering } from './answering.ts';
import type { Ask, Asked } from './ask.ts';
import { readAnswers, readFurther, type Said } from './read-answer.ts';

/** A mail of somebody on a ticket, as far as it may answer what was asked there. */
export type Hearing = {
  /** All that were ever put on the ticket. */
  asks: readonly Ask[];
  workflow: Pick<Workflow, 'asks' | 'steps'>;
  writer: Asked;
  /** The address it came to, where that was made for an answer. */
  answering: Answering | null;
  /** Asks that the mail it replies to put. */
  repliedTo: readonly AskId[];
  /** Without quotes and signature. */
  text: string;
  /** Whether it can be said what it says: neither encrypted nor with two faces. */
  isPlain: boolean;
  level: Level;
  rules: readonly Rule[] | undefined;
  now: number;
  /** Whether this is more than they may approve. */
  isBeyond(ask: Ask, by: Asked): boolean;
  /** The times that a yes has to choose from; null where there is one, or none. */
  choiceOf(ask: Ask): Choice | null;
};

/** An answer that was understood, and what becomes of it. `confirm`: it counts once they say that it is theirs. */
export type Judged = { kind: 'counts' | 'confirm'; ask: Ask; said: Said; rule: string; level: Level };

/**
 * Why something that looks like an answer decides nothing. `unclear`: no line is exactly a word for it; `over`: others decided
 * it before; `twice`: they said so before; `changed`: there is a newer question; `lapsed`: too late; `not-asked`: somebody else
 * was; `beyond`: more than they may approve; `unreadable`: nobody can tell what it says.
 */
export type Why = 'unclear' | 'over' | 'twice' | 'changed' | 'lapsed' | 'not-asked' | 'beyond' | 'unreadable';
export type Refused = { kind: 'refused'; ask: Ask; why: Why; said: Said | null };

export type Heard = readonly (Judged | Refused)[];

/** What a mail answers, and whether that counts. Nothing: it is a comment like any other. */
export function judgeAnswers(hearing: Hearing): Heard {
  const addressed = addressedBy(hearing);
  const mine = hearing.asks.filter((ask) => isOpen(ask, hearing.now) && ask.of.some((one) => isSame(one, hearing.writer)));
  const waiting = mine.filter((ask) => ask.answers.some((answer) => answer !== 'reply'));
  const isForeign = hearing.answering?.by === 'link' && !hearing.answering.own;
  const said = isForeign ? [] : readAnswers(hearing.text, waiting.map(asWaiting(hearing)), addressed);
  if (said.length === 0) return refusedOf(hearing, addressed, waiting);
  return said.flatMap((one) => {
    const ask = waiting.find(({ id }) => id === one.ask);
    return ask === undefined ? [] : [judged(hearing, ask, one)];
  });
}

/**
 * What the rest of a mail answers of questions that its first answer put: it may say both at once, in so many words. Who is
 * proved for the one, by the address that was made for them and it, is proved for what it led to.
 */
export function judgeFurther(hearing: Hearing): Heard {
  const mine = hearing.asks.filter((ask) => isOpen(ask, hearing.now) && ask.of.some((one) => isSame(one, hearing.writer)));
  return readFurther(hearing.text, mine.map(asWaiting(hearing))).flatMap((one) => {
    const ask = mine.find(({ id }) => id === one.ask);
    const { answering } = hearing;
    if (ask === undefined) return [];
    return [judged({ ...hearing, answering: answering === null ? null : { ...answering, ask: ask.id } }, ask, one)];
  });
}

/** Of the questions that a mail is addressed to by its address, else by the mail that it replies to. */
const addressedBy = ({ answering, repliedTo }: Hearing): readonly AskId[] =>
  answering?.by === 'link' ? [answering.ask] : repliedTo;

/** Whether it still waits: whoever looks after its end may be late. */
export const isOpen = ({ state, expires }: Ask, now: number): boolean => state === 'open' && (expires === null || now < expires);

const asWaiting =
  ({ workflow, choiceOf }: Hearing) =>
  (ask: Ask) => ({ id: ask.id, answers: ask.answers, ends: endsTicket(workflow, ask.ask), choice: choiceOf(ask) });

function judged(hearing: Hearing, ask: Ask, said: Said): Judged | Refused {
  const { workflow, writer, rules, isPlain } = hearing;
  const wanted = answerClass(workflow, ask.ask, said.answer);
  if (!isPlain) return { kind: 'refused', ask, said, why: 'unreadable' };
  if (saidBefore(ask, said, writer)) return { kind: 'refused', ask, said, why: 'twice' };
  if (wanted === 'C5' && hearing.isBeyond(ask, writer)) return { kind: 'refused', ask, said, why: 'beyond' };
  const level = wanted === 'C5' ? approvalLevel(hearing, ask.id) : hearing.level;
  const { allowed, rule } = permits(level, wanted, rules);
  return { kind: allowed ? 'counts' : 'confirm', ask, said, rule, level };
}

/** Another of the times is another answer. */
function saidBefore({ given }: Ask, { answer, value }: Said, writer: Asked): boolean {
  const last = given.findLast((one) => one.state === 'counted' && one.answer === answer && isSame(one.by, writer));
  return last !== undefined && (answer !== 'accept' || last.value === value);
}

/** E3 for an approval is a proved sender at the address that was made for them and this very question. */
export function approvalLevel({ answering, level }: Pick<Hearing, 'answering' | 'level'>, ask: AskId): Level {
  if (level === 'E4' || level === 'E0' || level === 'E1') return level;
  const isTheirs = answering?.by === 'link' && answering.ask === ask && answering.own && !answering.expired;
  return isTheirs ? 'E3' : 'E2';
}

/** What would have been an answer, had it been another's, another question's, or of another day; or had it said so clearly. */
function refusedOf(hearing: Hearing, addressed: readonly AskId[], waiting: readonly Ask[]): Refused[] {
  const { asks, text, writer, now } = hearing;
  const meant = asks.filter(({ id }) => addressed.includes(id));
  const open = asks.filter((ask) => isOpen(ask, now));
  const candidates = meant.length > 0 ? meant : open.length > 0 ? open : asks.slice(-1);
  const [would] = readAnswers(text, candidates.map(asWaiting(hearing)), candidates.length === 1 ? idsOf(candidates) : addressed);
  const ask = candidates.find(({ id }) => id === would?.ask);
  if (ask !== undefined && would !== undefined) return [{ kind: 'refused', ask, said: would, why: whyNot(hearing, ask, would) }];
  const [unclear] = waiting.filter(({ id }) => addressed.length === 0 || addressed.includes(id));
  if (unclear === undefined || !hasAnswerWord(text) || !unclear.of.some((one) => isSame(one, writer))) return [];
  return [{ kind: 'refused', ask: unclear, said: null, why: 'unclear' }];
}

const idsOf = (asks: readonly Ask[]): AskId[] => asks.map(({ id }) => id);

function whyNot({ asks, writer, answering, now }: Hearing, ask: Ask, said: Said): Why {
  const isAsked = ask.of.some((one) => isSame(one, writer)) && answering?.own !== false;
  const before = saidBefore(ask, said, writer);
  const newer = asks.some((one) => one.ask === ask.ask && one.round > ask.round);
  if (!isAsked) return 'not-asked';
  if (before) return 'twice';
  if (newer) return 'changed';
  if (ask.state === 'answered') return 'over';
  return ask.state === 'withdrawn' ? 'changed' : isOpen(ask, now) ? 'unclear' : 'lapsed';
}
