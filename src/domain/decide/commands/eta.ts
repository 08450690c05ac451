import { say } from '../../saying.ts';
import { printWhen, whenAtStart } from '../grammar/when.ts';
import { type Command, withOutsiders } from './command.ts';
import { zoneOf } from './hold.ts';

/** Sets when the customer may expect it; the process tells them, with the reason. */
export const eta: Command = {
  name: 'eta',
  translations: { es: ['plazo'], de: ['termin'], fr: ['délai', 'delai'], pt: ['prazo'] },
  args: 'DATE ["reason"]',
  roles: withOutsiders,
  class: 'C3',
  help: say('Sets when it will be ready: `eta fri`, `eta 2026-12-04 17:00 "the part comes later"`.'),
  inTitle: false,
  fits: ({ closed }) => closed === null,
  perform: (words, scene) => {
    const zone = zoneOf(scene);
    const found = whenAtStart(
      words.map(({ text }) => text),
      { now: scene.now, zone },
    );
    const [word] = words;
    if (found === null)
      return {
        kind: 'refused',
        problem: word === undefined ? say('a date is missing') : say`“${word.text}” is no date`,
        expected: say('a date such as 2026-12-01, fri or +30d'),
        ...(word && { word }),
        suggestions: ['eta fri', 'eta +3d "the part comes later"'],
      };
    const { fields } = scene.ticket;
    const [was, is] = [fields['eta'] ?? null, printWhen(found.when, zone)];
    const reason = words
      .slice(found.used)
      .map(({ text }) => text)
      .join(' ');
    return {
      kind: 'done',
      set: { fields: { ...fields, eta: is } },
      event: 'eta-set',
      data: { from: was, to: is },
      words: { reason },
      change: was === null || was === is ? say`expected by ${is}` : say`expected by ${was} → ${is}`,
    };
  },
};
