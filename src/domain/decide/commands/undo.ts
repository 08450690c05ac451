import type { Effect } from '../../effect.ts';
import type { MessageId } from '../../ids.ts';
import { isRecallable, type OutboxState } from '../../outbox.ts';
import { listed, say } from '../../saying.ts';
import type { KeptUndo, Ticket, TicketMessage } from '../../ticket.ts';
import { type Command, type Deed, insiders } from './command.ts';
import { undoNo, unprovedNoOn } from './undo-no.ts';

/** Takes back what the sender's last mail did on this ticket, as far as that is possible. */
export const undo: Command = {
  name: 'undo',
  translations: { es: ['deshacer'], de: ['rückgängig', 'zurücknehmen'], fr: ['annuler'], pt: ['desfazer'] },
  args: '[decline]',
  roles: insiders,
  class: 'C3',
  help: say(
    'Takes back what your last mail did here: its changes, and its mails that have not left yet. `undo decline` takes back the no of somebody outside whose address was not proved: its question waits again.',
  ),
  inTitle: true,
  fits: () => true,
  perform: (words, scene) => {
    const [word] = words;
    if (word !== undefined) return undoNo(word, scene);
    const { ticket, undo: last, messages, insists } = scene;
    if (last === null)
      return {
        kind: 'refused',
        problem: say('there is nothing of yours to take back here'),
        expected: say('a command or an answer of yours on this ticket'),
        suggestions: [unprovedNoOn(scene) === undefined ? 'history' : 'undo decline'],
      };
    const changed = overtaken(ticket, last);
    if (changed.length > 0 && !insists)
      return {
        kind: 'refused',
        problem: say`${changed.join(', ')} was changed again since`,
        expected: say('`undo!` to set it back all the same'),
        suggestions: ['undo!'],
      };
    const gone = mailsIn(last, (state) => !isRecallable(state));
    const recalled = mailsIn(last, isRecallable);
    if (gone.length > 0 && recalled.length === 0 && Object.keys(last.set).length === 0 && last.back.length === 0)
      return {
        kind: 'refused',
        problem: say`the mail to ${gone.join(', ')} has left already`,
        expected: say('undo within the delay'),
        suggestions: [],
      };
    return takenBack(last, messages, { recalled, gone });
  },
};

/** Whom its mails went to: those that do not go out, and those that had left. */
type Mails = { recalled: readonly string[]; gone: readonly string[] };

const takenBack = (last: KeptUndo, messages: readonly TicketMessage[], { recalled, gone }: Mails): Deed => ({
  kind: 'done',
  set: last.was,
  effects: [
    { act: 'cancel-mails', mails: last.mails },
    ...unsaid(last, messages),
    ...last.back.filter((effect) => !isSaid(effect, last, messages)),
    { act: 'undone', undo: last.id },
  ],
  event: 'undone',
  data: { set: Object.keys(last.was) },
  change: listed(
    [
      say`“${last.commands || say('your answer')}” is taken back`,
      ...(recalled.length > 0 ? [say`the mail to ${recalled.join(', ')} does not go out`] : []),
      ...(gone.length > 0 ? [say`the mail to ${gone.join(', ')} had left already`] : []),
    ],
    '; ',
  ),
});

/** Values that somebody has changed since, by name. */
const overtaken = (ticket: Ticket, { set }: KeptUndo): string[] =>
  Object.entries(set)
    .filter(([key, value]) => JSON.stringify(Reflect.get(ticket, key)) !== JSON.stringify(value))
    .map(([key]) => key);

const mailsIn = ({ states }: KeptUndo, fits: (state: OutboxState) => boolean): string[] =>
  [...states.values()].filter(({ state }) => fits(state)).map(({ to }) => to);

/** Whether it would make a held text again of what somebody has got. */
const isSaid = (effect: Effect, { states }: KeptUndo, messages: readonly TicketMessage[]): boolean =>
  effect.act === 'change-entry' &&
  messages.some(
    ({ id, messageId, direction }) => id === effect.entry && direction === 'out' && messageId !== null && states.has(messageId),
  ) &&
  [...states.values()].some(({ state }) => !isRecallable(state));

/** What nobody will get was not said; what somebody got stays on the ticket. */
function unsaid({ states }: KeptUndo, messages: readonly TicketMessage[]): Effect[] {
  if ([...states.values()].some(({ state }) => !isRecallable(state))) return [];
  const ids = new Set<MessageId | null>(states.keys());
  return messages
    .filter(({ messageId, direction }) => direction === 'out' && ids.has(messageId))
    .map(({ id }): Effect => ({ act: 'change-entry', entry: id, set: { status: 'dropped' } }));
}
