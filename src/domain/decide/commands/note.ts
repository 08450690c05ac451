import { say } from '../../saying.ts';
import type { TicketMessage } from '../../ticket.ts';
import { draftOf } from '../drafts.ts';
import { type Command, type Deed, withOutsiders } from './command.ts';

/** Keeps the mail's text inside the house; a held draft of the sender's, where the mail has no text. */
export const note: Command = {
  name: 'note',
  translations: { es: ['nota'], de: ['notiz'], fr: ['remarque'], pt: ['nota', 'anotar'] },
  args: '',
  roles: withOutsiders,
  class: 'C3',
  help: say('Keeps this mail’s text as an internal note; the customer never sees it.'),
  inTitle: true,
  fits: () => true,
  perform: ([extra], { text, messages, actor }) => {
    if (extra !== undefined)
      return {
        kind: 'refused',
        problem: say('`note` stands alone: the text is what you write in the mail'),
        expected: say('no words after it'),
        word: extra,
        suggestions: ['note'],
      };
    const draft = text === '' ? draftOf(messages, actor.handle) : undefined;
    return draft === undefined
      ? { kind: 'done', text: 'note', change: say('text kept inside') }
      : keptInside(draft, actor.handle);
  },
};

const keptInside = ({ id }: TicketMessage, handle: string): Deed => ({
  kind: 'done',
  effects: [{ act: 'change-entry', entry: id, set: { status: 'filed', direction: 'note', draft: null } }],
  back: [{ act: 'change-entry', entry: id, set: { status: 'held', direction: 'note', draft: handle } }],
  event: 'noted',
  change: say('your held text is kept as a note'),
});
