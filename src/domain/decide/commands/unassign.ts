import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { handTo } from './hand-to.ts';

/** Frees the ticket for anybody of its team. */
export const unassign: Command = {
  name: 'unassign',
  translations: { es: ['desasignar'], de: ['freigeben'], fr: ['désassigner', 'desassigner'], pt: ['desatribuir'] },
  args: '',
  roles: insiders,
  class: 'C3',
  help: say('Frees the ticket: nobody holds it, its team hears of what comes in.'),
  inTitle: true,
  fits: ({ assignee, state }) => assignee !== null && state !== 'closed',
  perform: ([extra], scene) =>
    extra === undefined
      ? handTo(null, scene)
      : {
          kind: 'refused',
          problem: say('`unassign` stands alone'),
          expected: say('no words after it'),
          word: extra,
          suggestions: ['unassign', `assign ${extra.text}`],
        },
};
