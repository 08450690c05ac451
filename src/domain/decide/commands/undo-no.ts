import { meantBy } from '../../ask/answer-words.ts';
import type { AnswerUndo, Ask, Given } from '../../ask/ask.ts';
import { isRecallable } from '../../outbox.ts';
import { offerAbout } from '../../quote/offered.ts';
import { listed, type Saying, say } from '../../saying.ts';
import type { Ticket } from '../../ticket.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { prove } from '../answers/prove.ts';
import { saidAnswer, shownAsked } from '../answers/said-answer.ts';
import type { Word } from '../grammar/words.ts';
import type { Deed, Scene } from './command.ts';

type Kept = { ask: Ask; given: Given; undo: AnswerUndo };

/** Takes back a no that came with a signed address only: its question waits again as it was, and the ticket stands where it stood. */
export function undoNo(word: Word, scene: Scene): Deed {
  if (meantBy(word.text, ['decline'], false) === null)
    return {
      ...refuse(say`“${word.text}” is nothing that can be taken back`, say('`undo` alone, or `undo decline`'), [
        'undo',
        'undo decline',
      ]),
      word,
    };
  const kept = unprovedNoOn(scene);
  if (kept === undefined)
    return refuse(say('nobody whose address was not proved has said no here'), say('such a no, while it counts'), ['history']);
  const late = movedOn(kept, scene);
  return late === null ? takenBack(kept, scene) : refuse(late, say('the question put anew'), ['history']);
}

/** The latest of them that still counts. */
export const unprovedNoOn = ({ records: { asks } }: Pick<Scene, 'records'>): Kept | undefined =>
  asks
    .flatMap((ask) =>
      ask.given.flatMap((given): Kept[] =>
        given.state === 'counted' && given.undo !== undefined ? [{ ask, given, undo: given.undo }] : [],
      ),
    )
    .toSorted((one, other) => one.given.at - other.given.at)
    .at(-1);

/** Why it is too late: what came after hangs on it. */
function movedOn({ ask, undo }: Kept, { ticket, records, now }: Scene): Saying | null {
  if (ask.state !== 'answered' || records.asks.some((one) => one.ask === ask.ask && one.round > ask.round))
    return say('it was asked anew since');
  if (ask.expires !== null && now >= ask.expires) return say('the time to answer it is over');
  const offer = offerAbout(ask.about, records.quotes);
  if (undo.back.some(({ act }) => act === 'change-quote') && offer?.status !== 'declined')
    return say('the offer was changed since');
  return isAsLeft(ticket, undo) ? null : say`the ticket has moved on since (${stateIn(ticket)})`;
}

/** Whose turn it is changes with every message. */
const isAsLeft = (ticket: Ticket, { set }: AnswerUndo): boolean =>
  Object.entries(set).every(
    ([key, value]) => key === 'waitsFor' || JSON.stringify(Reflect.get(ticket, key)) === JSON.stringify(value),
  );

function takenBack({ ask, given: { by, answer }, undo }: Kept, { ticket, workflow, actor }: Scene): Deed {
  const grounds = {
    by,
    answer,
    rule: `C3: taken back by ${actor.handle}`,
    level: 'E2',
    via: 'mail',
    recordedBy: actor.handle,
  } as const;
  const was = [...undo.states.values()];
  const gone = was.filter(({ state }) => !isRecallable(state)).map(({ to }) => to);
  const recalled = was.filter(({ state }) => isRecallable(state)).map(({ to }) => to);
  return {
    kind: 'done',
    set: undo.was,
    effects: [{ act: 'cancel-mails', mails: undo.mails }, ...undo.back, prove(null, ask, grounds, 'undone')],
    ...(gone.length > 0 ? { asks: 'put-back' as const } : {}),
    event: 'answer-undone',
    data: { ask: ask.ask, answer, round: ask.round, set: Object.keys(undo.was) },
    words: { by: shownAsked(by) },
    change: listed(
      [
        say`“${saidAnswer(shownAsked(by), answer, ask, workflow.name)}” is taken back; the question waits again`,
        ...(undo.was.state === undefined || undo.was.state === ticket.state
          ? []
          : [say`${stateIn(ticket)} → ${stateIn(ticket, undo.was.state)}`]),
        ...(recalled.length > 0 ? [say`the mail to ${recalled.join(', ')} does not go out`] : []),
        ...(gone.length > 0 ? [say`${gone.join(', ')} had been told, and hears that the question is open again`] : []),
      ],
      '; ',
    ),
  };
}

const refuse = (problem: Saying, expected: Saying, suggestions: readonly string[]): Extract<Deed, { kind: 'refused' }> => ({
  ...{ kind: 'refused', problem, expected, suggestions },
});
