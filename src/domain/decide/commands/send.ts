import { say } from '../../saying.ts';
import { draftOf, noDraft } from '../drafts.ts';
import { type Command, insiders } from './command.ts';

/** Lets a held text of the sender's go to the customer. */
export const send: Command = {
  name: 'send',
  translations: { es: ['enviar'], de: ['senden', 'absenden'], fr: ['envoyer'], pt: ['enviar'] },
  args: '',
  roles: insiders,
  class: 'C3a',
  help: say('Sends your text that was held back on this ticket.'),
  inTitle: true,
  fits: () => true,
  perform: (_words, { messages, actor }) => {
    const draft = draftOf(messages, actor.handle);
    if (draft === undefined) return noDraft;
    return { kind: 'done', releases: draft, event: 'released', change: say('your held text goes to the customer') };
  },
};
