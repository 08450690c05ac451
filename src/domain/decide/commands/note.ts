import { type Command, insiders } from './command.ts';

/** Keeps the mail's text inside the house. */
export const note: Command = {
  name: 'note',
  translations: { es: ['nota'], de: ['notiz'], fr: ['remarque'], pt: ['nota', 'anotar'] },
  args: '',
  roles: insiders,
  class: 'C3',
  help: 'Keeps this mail’s text as an internal note; the customer never sees it.',
  inTitle: true,
  anywhere: false,
  fits: () => true,
  perform: ([extra]) =>
    extra === undefined
      ? { kind: 'done', text: 'note', change: 'text kept inside' }
      : {
          kind: 'refused',
          problem: '`note` stands alone: the text is what you write in the mail',
          expected: 'no words after it',
          word: extra,
          suggestions: ['note'],
        },
};
