import type { Ask } from '../ask/ask.ts';
import { type Part, type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import { nameBehind } from './flow/field-for.ts';
import type { Taken } from './handover-summary.ts';
import { cut } from './quoted.ts';
import { timeFor } from './time-for.ts';

/** Answers that are told one by one; the earlier ones are in the thread. */
const mostAnswers = 3;
/** Characters of what somebody said with an answer. */
const longest = 120;

/** Whether somebody talked with the customer, what they were asked, and what they said last. */
export function answersSoFar(taken: Taken, reader: Person): (readonly [Part, Part | null])[] {
  const asks = taken.scene.records.asks.filter(({ of }) => of.some(({ kind }) => kind === 'contact'));
  const answered = asks.filter(({ given }) => given.some(({ state }) => state === 'counted'));
  return [
    [say('Written to the customer'), written(taken, reader)],
    [say('Their last mail'), lastMail(taken, reader)],
    [say('Talks agreed'), talks(taken, reader)],
    [say('Asked of the customer'), asks.length === 0 ? null : say`${asks.length} put, ${answered.length} answered`],
    ...asks
      .flatMap((ask) => lastAnswer(ask, taken))
      .slice(-mostAnswers)
      .map((value) => [say('They said'), value] as const),
  ];
}

function written({ scene, settings }: Taken, reader: Person): Saying {
  const sent = scene.messages.filter(({ direction, status }) => direction === 'out' && status === 'filed');
  const last = sent.at(-1);
  if (last === undefined) return say('nothing yet');
  return say`${sent.length}, the last one on ${timeFor(last.at, reader, settings.desk)}`;
}

/** Only where they wrote after we did: before that it is what opened the ticket. */
function lastMail({ scene, settings }: Taken, reader: Person): string | null {
  const filed = scene.messages.filter(({ direction, status }) => direction !== 'note' && status === 'filed');
  const first = filed.findIndex(({ direction }) => direction === 'out');
  const last = filed.findLast(({ direction }, at) => direction === 'in' && first >= 0 && at > first);
  return last === undefined ? null : timeFor(last.at, reader, settings.desk);
}

function talks({ scene, settings }: Taken, reader: Person): string | null {
  const agreed = scene.records.talks.flatMap(({ state, agreed, times }) =>
    state === 'fixed' && agreed !== null ? (times[agreed - 1] ?? []) : [],
  );
  return agreed.length === 0 ? null : agreed.map(({ start }) => timeFor(start, reader, settings.desk)).join('; ');
}

/** What is no answer in a word stands in the thread, and among the values of the ticket. */
function lastAnswer({ ask, given }: Ask, { scene, settings }: Taken): Saying[] {
  const last = given.findLast(
    ({ state, answer }) => state === 'counted' && answer !== 'reply' && answer !== 'filled' && answer !== 'partly',
  );
  if (last === undefined) return [];
  const { by, answer, value, words } = last;
  const who =
    by.kind === 'associate'
      ? nameBehind(by.handle, settings)
      : scene.participants.find(({ address }) => address === by.address)?.name || nameBehind(by.address, settings);
  const said: Part = value === '' ? { label: `asks.${ask}.answers.${answer}`, process: scene.workflow.name } : value;
  return [words === '' ? say`${who}: ${said}` : say`${who}: ${said}, “${cut(words.replace(/\s+/g, ' '), longest)}”`];
}
