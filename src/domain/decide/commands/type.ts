import { say } from '../../saying.ts';
import { kinds } from '../values/names.ts';
import { choice } from './choice.ts';

/** What kind of request it is. */
export const type = choice({
  name: 'type',
  translations: { es: ['tipo'], de: ['art'], fr: ['nature'], pt: ['tipo'] },
  help: say`Says what kind of request it is: ${kinds.join(', ')}. \`none\` empties it.`,
  values: kinds,
  of: ({ type: value }) => value,
  set: (to) => ({ type: to }),
});
