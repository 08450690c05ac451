import type { Effect } from '../../effect.ts';
import { listed, say } from '../../saying.ts';
import type { Block } from '../../ticket.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { closing } from '../flow/common-block.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** How long the sender of spam is not listened to, where nobody says `block`. */
const blockedFor = 86_400_000;

/** The ticket is spam: it ends without a word, and more of it is left. */
export const spam: Command = {
  name: 'spam',
  translations: { es: ['basura'], de: ['werbemüll'], fr: ['indésirable', 'indesirable'], pt: ['lixo'] },
  args: '',
  roles: insiders,
  class: 'C4',
  help: say('Closes the ticket without a word to anybody; mail of its sender is left for 24 hours, with `block` for good.'),
  inTitle: false,
  alone: true,
  reads: (_words, { scene }) => (scene === null ? null : { kind: 'block', sender: scene.ticket.requester }),
  fits: ({ state, customer }) => state !== 'closed' && customer === null,
  perform: ([extra], scene) => {
    if (extra !== undefined)
      return {
        kind: 'refused',
        problem: say('`spam` stands alone'),
        expected: say('no words after it'),
        word: extra,
        suggestions: ['spam', 'spam; block'],
      };
    const { ticket, settings, insists } = scene;
    const customer = settings.customers.find(({ id }) => id === ticket.customer);
    if (customer !== undefined && !insists)
      return {
        kind: 'refused',
        problem: say`${ticket.requester} is of ${customer.name}, a customer`,
        expected: say('`spam!` if that is meant'),
        suggestions: ['spam!', 'close'],
      };
    return thrownOut(scene);
  },
};

function thrownOut(scene: Scene): Deed {
  const { ticket, settings, lookups, now } = scene;
  const { moved, set } = closing(scene, 'spam');
  const { requester: sender, state, tags } = ticket;
  const isOurs = sender === '' || settings.people.some(({ addresses }) => addresses.includes(sender));
  const was = lookups.blocks.get(sender);
  const leaves = isOurs || was?.until === null ? [] : blockFor(sender, now + blockedFor, was);
  return {
    kind: 'done',
    moved,
    set: {
      ...set,
      tags: tags.includes('spam') ? tags : [...tags, 'spam'],
    },
    effects: leaves.map(({ does }) => does),
    back: leaves.map(({ undoes }) => undoes),
    event: 'spam',
    data: { from: state, blocked: leaves.length > 0 },
    change: listed(
      [
        say`${stateIn(ticket)} → ${stateIn(ticket, 'closed')}, nobody is told`,
        ...(leaves.length > 0 ? [say`mail from ${sender} is left for 24 hours`] : []),
      ],
      '; ',
    ),
    text: 'note',
  };
}

const blockFor = (sender: string, until: number, was: Block | undefined): { does: Effect; undoes: Effect }[] => [
  {
    does: { act: 'block-sender', sender, until },
    undoes: was?.sender === sender ? { act: 'block-sender', ...was } : { act: 'unblock-sender', sender },
  },
];
