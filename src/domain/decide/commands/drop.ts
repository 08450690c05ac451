import { say } from '../../saying.ts';
import { draftOf, noDraft } from '../drafts.ts';
import { type Command, insiders } from './command.ts';

/** Discards a held text of the sender's. */
export const drop: Command = {
  name: 'drop',
  translations: { es: ['descartar'], de: ['verwerfen'], fr: ['abandonner', 'jeter'], pt: ['descartar'] },
  args: '',
  roles: insiders,
  class: 'C3',
  help: say('Discards your text that was held back on this ticket.'),
  inTitle: true,
  fits: () => true,
  perform: (_words, { messages, actor }) => {
    const draft = draftOf(messages, actor.handle);
    if (draft === undefined) return noDraft;
    return {
      kind: 'done',
      effects: [{ act: 'change-entry', entry: draft.id, set: { status: 'dropped', draft: null } }],
      back: [{ act: 'change-entry', entry: draft.id, set: { status: 'held', draft: actor.handle } }],
      event: 'dropped',
      change: say('your held text is discarded'),
    };
  },
};
