import { isNo } from '../../ask/answer-words.ts';
import type { Ask, Given } from '../../ask/ask.ts';
import { settledBy } from '../../ask/settles.ts';
import { agreedOn } from '../../calendar/agree.ts';
import { type Talk, talkAbout } from '../../calendar/talk.ts';
import type { Effect } from '../../effect.ts';
import { offerAbout } from '../../quote/offered.ts';
import { type Quote, quoteKey } from '../../quote/quote.ts';
import type { Actor } from '../../ticket.ts';
import type { Records } from '../../workflow/records.ts';
import type { AnswerWord } from '../../workflow/workflow.ts';
import { talksAfter } from '../flow/records-after.ts';
import { type Grounds, prove } from './prove.ts';

/** An answer that counts. `confirmed`: it stands on record already, and waited for this. */
export type Counting = Grounds & { ask: Ask; value: string; words: string; confirmed: boolean };

/** `settled`: what its question comes to; null while others have to answer too. */
export type OnRecord = { records: Records; effects: readonly Effect[]; settled: AnswerWord | null };

/**
 * Puts an answer on record with what it rests on, and settles what that settles: the question, and the offer it is about.
 *
 * @param token of the signed address it came to
 */
export function putOnRecord(records: Records, counting: Counting, now: number, token: string | null): OnRecord {
  const { ask, by, answer, value, words, via, recordedBy, confirmed, rule, level } = counting;
  const given = { by, answer, value, via, recordedBy, words, state: 'counted', until: null } as const;
  const settled = settledBy(ask, by, answer, value);
  const offer = settled === null ? undefined : offerToSettle(records, ask);
  const set = offerChange(counting, now);
  const talk = settled === 'accept' ? fixedTalk(records, counting) : undefined;
  const effects: Effect[] = [
    confirmed ? { act: 'settle-answer', ask: ask.id, by, state: 'counted' } : { act: 'answer-ask', ask: ask.id, given },
    prove(token, ask, { by, answer, rule, level, via, recordedBy }, 'counted'),
    ...(settled === null ? [] : [{ act: 'settle-ask', ask: ask.id, state: 'answered' } as const]),
    ...(offer === undefined ? [] : [{ act: 'change-quote', quote: quoteKey(offer), set } as const]),
    ...(talk === undefined ? [] : [{ act: 'keep-talk', talk } as const]),
  ];
  const kept: Given = { ...given, at: now, evidence: null };
  const asks = records.asks.map((one) => (one.id === ask.id ? withGiven(one, kept, settled !== null) : one));
  const quotes = records.quotes.map((one): Quote => (one === offer ? { ...one, ...set } : one));
  return { records: { ...records, asks, quotes, talks: talksAfter(records.talks, effects) }, effects, settled };
}

/** The time that was agreed, as calendars will have it: of several, none knows of it yet. */
function fixedTalk({ talks }: Records, { ask, by, value }: Counting): Talk | undefined {
  const talk = talkAbout(ask.about, talks);
  if (talk === undefined) return undefined;
  const isChosen = talk.times.length > 1;
  const agreed = isChosen ? agreedOn(ask, by, value) : 1;
  if (agreed === null || agreed === '') return undefined;
  return { ...talk, agreed, state: 'fixed', sequence: talk.sequence + (isChosen ? 1 : 0) };
}

const withGiven = (ask: Ask, given: Given, isOver: boolean): Ask => ({
  ...ask,
  state: isOver ? 'answered' : ask.state,
  given: [...ask.given, given],
});

function offerToSettle({ quotes }: Records, { about }: Ask): Quote | undefined {
  const quote = offerAbout(about, quotes);
  return quote?.status === 'open' ? quote : undefined;
}

const offerChange = (counting: Counting, now: number) =>
  ({
    status: isNo(counting.answer) ? 'declined' : 'approved',
    settled: { at: now, by: actorOf(counting), reason: counting.words },
  }) as const;

/** Who did it: the one who answered or confirmed it, or who wrote down what came another way. */
export const actorOf = ({ by, recordedBy, confirmed }: Pick<Counting, 'by' | 'recordedBy' | 'confirmed'>): Actor =>
  recordedBy !== null && !confirmed
    ? { kind: 'associate', handle: recordedBy }
    : by.kind === 'associate'
      ? by
      : { kind: 'contact', address: by.address };
