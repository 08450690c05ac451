import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { handOver, levelIn } from './hand-over.ts';

/** Puts the ticket on a level of support, and into somebody's hands there. */
export const level: Command = {
  name: 'level',
  translations: { es: ['nivel'], de: ['stufe'], fr: ['niveau'], pt: ['nível', 'nivel'] },
  args: 'L1|L2|L3 ["reason"]',
  roles: insiders,
  class: 'C3',
  help: say(
    'Hands the ticket to whoever of that level is most free. They are told the reason; without one, your text is it and stays inside.',
  ),
  inTitle: true,
  fits: ({ state }) => state !== 'closed',
  perform: ([word, ...reason], scene) => {
    const to = levelIn(word);
    if (to !== null) return handOver('level', to, reason, scene);
    const problem = word === undefined ? say('`level` needs a level') : say`“${word.text}” is no level`;
    const suggestions = ['level L1', 'level L2', 'level L3'];
    return { kind: 'refused', problem, expected: say('L1, L2 or L3'), ...(word && { word }), suggestions };
  },
};
