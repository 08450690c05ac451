import { say } from '../../saying.ts';
import { threeSteps } from '../values/names.ts';
import { choice } from './choice.ts';

/** How hard it is to solve. */
export const complexity = choice({
  name: 'complexity',
  translations: {
    es: ['complejidad'],
    de: ['komplexität', 'komplexitaet'],
    fr: ['complexité', 'complexite'],
    pt: ['complexidade'],
  },
  help: say('Says how hard it is to solve. `none` empties it.'),
  values: threeSteps,
  of: ({ complexity: value }) => value,
  set: (to) => ({ complexity: to }),
});
