import type { Effect } from '../../effect.ts';
import { nearest } from '../../nearest.ts';
import { say } from '../../saying.ts';
import { insidersOf } from './availability.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';
import { contact } from './contact.ts';
import { saidChange } from './said-change.ts';

/** Who of us raised the request: apart from the person it is for, and told of what happens on it. */
export const reporter: Command = {
  name: 'reporter',
  translations: { es: ['informante'], de: ['melder'], fr: ['déclarant', 'declarant'], pt: ['relator'] },
  args: 'WHO',
  roles: insiders,
  class: 'C3',
  help: say(
    'Says who of us raised the request for the customer; they hear of what happens on it. Whom it is for says `requester`.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const said = words
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase();
    const people = insidersOf(scene.settings.people);
    const person = people.find(({ handle, name, addresses }) => [handle, name.toLowerCase(), ...addresses].includes(said));
    if (person !== undefined) return put(person, scene);
    const [word] = words;
    return {
      ...{ kind: 'refused', problem: said === '' ? say('`reporter` needs to know who') : say`nobody here is “${said}”` },
      ...{ expected: say('a handle, name or address of one of us'), ...(word && { word }) },
      suggestions: nearest(
        said,
        people.map(({ handle }) => handle),
        3,
      ).map((handle) => `reporter ${handle}`),
    };
  },
};

/** The person it is for: what `contact` does, by the word that goes with `reporter`. */
export const requester: Command = {
  ...contact,
  name: 'requester',
  translations: { es: ['solicitante'], de: ['anfragender'], fr: ['demandeur'], pt: ['solicitante'] },
};

function put({ handle, name, addresses: [address = ''] }: Scene['actor'], { ticket, participants }: Scene): Deed {
  const { fields, number } = ticket;
  const was = fields['reporter'] ?? null;
  if (was === handle) return { kind: 'done', change: say`already ${handle}` };
  const isThere = participants.some((one) => one.address === address);
  const watch: Effect = { act: 'add-participant', ticket: number, participant: { address, name, role: 'watcher' } };
  return {
    kind: 'done',
    set: { fields: { ...fields, reporter: handle } },
    effects: isThere ? [] : [watch],
    back: isThere ? [] : [{ act: 'remove-participant', ticket: number, address }],
    event: 'changed',
    data: { field: 'reporter', from: was, to: handle },
    change: saidChange('reporter', was ?? say('nobody'), handle),
  };
}
