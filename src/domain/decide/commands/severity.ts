import { say } from '../../saying.ts';
import { severities } from '../values/names.ts';
import { choice } from './choice.ts';

/** How bad it is for those who are hit. */
export const severity = choice({
  name: 'severity',
  translations: {
    es: ['gravedad', 'severidad'],
    de: ['schweregrad'],
    fr: ['gravité', 'gravite'],
    pt: ['gravidade', 'severidade'],
  },
  help: say(
    'Says how bad it is: severe hits all, high most, medium some, low few; an enhancement hits nobody. `none` empties it.',
  ),
  values: severities,
  of: ({ severity: value }) => value,
  set: (to) => ({ severity: to }),
});
