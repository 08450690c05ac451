import { say } from '../../saying.ts';
import { threeSteps } from '../values/names.ts';
import { choice, inFields } from './choice.ts';

/** How much of the customer's work it touches. */
export const impact = choice({
  name: 'impact',
  translations: { es: ['impacto'], de: ['auswirkung'], fr: ['incidence'], pt: ['impacto'] },
  help: say('Says how much of the customer’s work it touches. `none` empties it.'),
  values: threeSteps,
  ...inFields('impact'),
});
