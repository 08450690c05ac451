import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { proposeTalk } from './propose-talk.ts';

/** Proposes times to talk; whoever is asked chooses, and everybody gets an invitation for their calendar. */
export const discuss: Command = {
  name: 'discuss',
  translations: { es: ['conversar'], de: ['besprechen'], fr: ['discuter'], pt: ['conversar'] },
  args: 'TIMES [for 45m] | off',
  roles: insiders,
  class: 'C3a',
  help: say(
    'Proposes times to talk: `discuss tue 10:00, wed 14:00 for 45m`, or a list of times in your text; `Place:` there says where. One time goes out as an invitation, of several the customer chooses. Again, it moves the talk; `discuss off` calls it off.',
  ),
  inTitle: false,
  alone: true,
  fits: ({ closed }) => closed === null,
  perform: (words, scene) => proposeTalk('discuss', words, scene),
};
