import { type CalendarNews, calledOff, offNow, oursOf } from '../../calendar/calendar-news.ts';
import { offeredTimes, zoneName } from '../../calendar/proposed-times.ts';
import { type Proposal, readProposal } from '../../calendar/read-proposal.ts';
import { askedTo, type Talk, talksAhead, timeInCalendars, uidOfId } from '../../calendar/talk.ts';
import type { Effect } from '../../effect.ts';
import { either, listed, type Saying, say } from '../../saying.ts';
import type { Moved } from '../../workflow/moved.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { stepsOf } from '../flow/verb.ts';
import type { Word } from '../grammar/words.ts';
import type { Deed, Scene } from './command.ts';
import { zoneOf } from './hold.ts';

type Done = Extract<Deed, { kind: 'done' }>;
type Proposed = Extract<Proposal, { kind: 'proposed' }>;

/** Proposes times where the process asks somebody whether one suits; once more, it moves what was proposed or agreed before. */
export function proposeTalk(name: string, words: readonly Word[], scene: Scene): Deed {
  if (words.length === 1 && offWords.has(words[0]?.text.toLowerCase() ?? '')) return callOff(name, scene);
  const elsewhere = notHere(name, scene);
  if (elsewhere !== null) return elsewhere;
  const isField = ({ text }: Word): boolean => /^[\p{L}_][\p{L}\p{N}_-]*=./u.test(text);
  const said = words.filter((word) => !isField(word));
  const read = readProposal(said.map(({ text }) => text).join(' '), scene.text, { now: scene.now, zone: zoneOf(scene) });
  return read.kind === 'wrong' ? refused(name, read, said) : proposed(name, read, words.filter(isField), scene);
}

/** In the shipped languages. */
const offWords = new Set(['off', 'cancel', 'absagen', 'cancelar', 'annuler', 'desmarcar']);

/** Nobody would be asked. */
function notHere(name: string, { workflow, ticket }: Scene): Deed | null {
  const from = [...new Set(stepsOf(workflow, name).flatMap((step) => step.from))];
  if (from.includes(ticket.state)) return null;
  const problem =
    from.length === 0
      ? say`the process ${workflow.name} has no step for a talk`
      : say`“${name}” is possible in ${either(from.map((state) => stateIn(ticket, state)))}; this ticket is in ${stateIn(ticket)}`;
  return { kind: 'refused', problem, expected: '', suggestions: [] };
}

function refused(name: string, { problem, at }: Extract<Proposal, { kind: 'wrong' }>, words: readonly Word[]): Deed {
  const word = words.find(({ text }) => at.startsWith(text.replace(/,$/, '')));
  return {
    ...{ kind: 'refused', problem, expected: say('days and times ahead, in your own time zone'), ...(word && { word }) },
    suggestions: [`${name} tomorrow 10:00`, `${name} tue 10:00, wed 14:00`, `${name} 2026-03-06 9:30 for 1h`],
  };
}

function proposed(name: string, { times, place, message }: Proposed, behind: readonly Word[], scene: Scene): Done {
  const { records, ticket, now, actor, digest, newId } = scene;
  const ask = askedBy(name, scene);
  const before = talksAhead(records.talks, now).findLast((talk) => talk.ask === ask);
  const stood = before !== undefined && timeInCalendars(before) !== null;
  const isTold = stood || times.length === 1;
  const talk: Talk = {
    ticket: ticket.number,
    number: before?.number ?? records.talks.length + 1,
    ask,
    revision: (before?.revision ?? 0) + 1,
    uid: before?.uid ?? uidOfId(newId(ticket.number)),
    sequence: (before?.sequence ?? -1) + (isTold ? 1 : 0),
    times,
    place: place || (before?.place ?? ''),
    ...{ state: 'open', agreed: null, by: actor.handle },
    hash: digest(JSON.stringify([times, place])),
  };
  const back: Effect =
    before === undefined ? { act: 'drop-talk', ticket: talk.ticket, number: talk.number } : { act: 'keep-talk', talk: before };
  return {
    kind: 'done',
    effects: [{ act: 'keep-talk', talk }],
    back: [back],
    event: 'talk-proposed',
    data: {
      talk: talk.number,
      revision: talk.revision,
      times: times.map(({ start, end }) => [iso(start), iso(end)]),
      hash: talk.hash,
    },
    change: changeOf(talk, scene),
    behind,
    calendars: stood ? moved(before, talk, scene) : [],
    leaves: message,
    textIsFor: 'reply',
  };
}

/** The question that the step of this command puts from here. */
const askedBy = (name: string, { workflow, ticket }: Scene): string =>
  stepsOf(workflow, name)
    .filter(({ from }) => from.includes(ticket.state))
    .flatMap(({ asks }) => asks)
    .find((ask) => workflow.asks[ask]?.about === 'invitation') ?? '';

const iso = (at: number): string => new Date(at).toISOString();

/** Those who have the old time in their calendars, and get no other in its place now. */
function moved(before: Talk, talk: Talk, { records: { asks }, ticket }: Scene): CalendarNews[] {
  const time = timeInCalendars(before);
  const to = [
    ...(talk.times.length > 1 ? askedTo(before, asks) : []),
    ...(before.state === 'fixed' ? oursOf(before, ticket) : []),
  ];
  return time === null || to.length === 0 ? [] : [{ talk, time, says: 'cancel', to }];
}

/** For the receipt: when, by the sender's own clock. */
function changeOf({ times, place }: Talk, scene: Scene): Saying {
  const { actor, settings } = scene;
  const reader = { language: actor.language ?? settings.desk.language, timezone: zoneOf(scene) };
  const shown = offeredTimes(times, reader).map(({ text }) => text);
  const zone = zoneName(reader, times[0].start);
  const when = times.length === 1 ? say`proposes ${shown[0] ?? ''}` : say`proposes ${listed(shown, '; ')}`;
  return listed([when, zone, ...(place === '' ? [] : [place])]);
}

/** Whoever has it in their calendar hears that it is off; a question about it waits no more. */
function callOff(name: string, scene: Scene): Deed {
  const { records, ticket, now } = scene;
  const ahead = talksAhead(records.talks, now);
  const talk = ahead.findLast((one) => one.ask === askedBy(name, scene)) ?? ahead.at(-1);
  if (talk === undefined)
    return { kind: 'refused', problem: say('no talk is ahead here'), expected: '', suggestions: [`${name} tomorrow 10:00`] };
  const withdraws = records.asks.flatMap(({ ask, state, about }) =>
    state === 'open' && about?.kind === 'invitation' && about.id === talk.number ? [ask] : [],
  );
  return {
    kind: 'done',
    effects: [{ act: 'keep-talk', talk: offNow(talk) }],
    back: [{ act: 'keep-talk', talk }],
    event: 'talk-called-off',
    data: { talk: talk.number },
    change: say('the talk is called off'),
    moved: staying(scene, withdraws),
    takesNoStep: true,
    calendars: calledOff(talk, { asks: records.asks, ticket }),
    textIsFor: 'reply',
  };
}

/** Nothing of the process moves, but what was asked is over. */
const staying = ({ ticket: { state, stage, waitsFor, trail } }: Scene, withdraws: readonly string[]): Moved => ({
  ...{ kind: 'moved', steps: [], state, stage, waitsFor, trail, withdraws },
  ...{ sets: {}, tells: [], asks: [], charges: [], why: ['called off'] },
});
