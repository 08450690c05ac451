import { say } from '../../saying.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { closing } from '../flow/common-block.ts';
import { kinQuery } from '../kin-of.ts';
import { type Command, insiders } from './command.ts';
import { newerChange } from './newer-change.ts';

/** Ends the ticket because whoever asked does not want it any more, and confirms that to them. */
export const withdraw: Command = {
  name: 'withdraw',
  translations: { es: ['retirar'], de: ['zurückziehen', 'zurueckziehen'], fr: ['retirer'], pt: ['retirar'] },
  args: '["reason"]',
  roles: insiders,
  class: 'C4',
  help: say('Closes the ticket because the customer does not want it any more, and tells them so; your text goes with it.'),
  inTitle: false,
  reads: kinQuery('hanging'),
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const { ticket } = scene;
    if (ticket.state === 'closed') return { kind: 'done', change: say('already closed') };
    const newer = newerChange('state', ticket.state, 'withdraw!', scene);
    if (newer !== null) return newer;
    return {
      kind: 'done',
      ...closing(scene, 'withdraw'),
      event: 'withdrawn',
      data: { from: ticket.state },
      words: { reason: words.map(({ text }) => text).join(' ') },
      change: say`${stateIn(ticket)} → ${stateIn(ticket, 'closed')}, withdrawn`,
      asks: 'closed',
    };
  },
};
