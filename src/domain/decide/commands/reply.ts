import { say } from '../../saying.ts';
import { kinQuery } from '../kin-of.ts';
import { type Command, insiders } from './command.ts';

/** Sends the mail's text to the customer. */
export const reply: Command = {
  name: 'reply',
  translations: { es: ['responder'], de: ['antworten', 'antwort'], fr: ['répondre', 'repondre'], pt: ['responder'] },
  args: '',
  roles: insiders,
  class: 'C3a',
  help: say('Sends this mail’s text to the customer, where a plain reply would be a note.'),
  inTitle: true,
  reads: kinQuery('hanging'),
  fits: () => true,
  perform: ([extra]) =>
    extra === undefined
      ? { kind: 'done', text: 'reply', change: say('text goes to the customer') }
      : {
          kind: 'refused',
          problem: say('`reply` stands alone: the text is what you write in the mail'),
          expected: say('no words after it'),
          word: extra,
          suggestions: ['reply'],
        },
};
