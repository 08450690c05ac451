import { say } from '../../saying.ts';
import { priorities } from '../values/names.ts';
import { choice } from './choice.ts';

/** How soon it should be worked on. */
export const priority = choice({
  name: 'priority',
  translations: { es: ['prioridad'], de: ['priorität', 'prioritaet'], fr: ['priorité', 'priorite'], pt: ['prioridade'] },
  help: say('Says how soon it should be worked on. `none` empties it.'),
  values: priorities,
  of: ({ priority: value }) => value,
  set: (to) => ({ priority: to }),
});
