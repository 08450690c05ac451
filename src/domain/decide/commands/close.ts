import { say } from '../../saying.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { closing } from '../flow/common-block.ts';
import { kinQuery } from '../kin-of.ts';
import { type Command, insiders } from './command.ts';
import { newerChange } from './newer-change.ts';

/** Ends the ticket and tells the customer, with the mail's text where there is one. A reply opens it again. */
export const close: Command = {
  name: 'close',
  translations: { es: ['cerrar'], de: ['schließen', 'schliessen'], fr: ['fermer', 'clore'], pt: ['fechar', 'encerrar'] },
  args: '["reason"]',
  roles: insiders,
  class: 'C4',
  help: say('Closes the ticket and tells the customer; your text goes with it. A reply opens it again.'),
  inTitle: true,
  reads: kinQuery('hanging'),
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const { ticket } = scene;
    if (ticket.state === 'closed') return { kind: 'done', change: say('already closed') };
    const newer = newerChange('state', ticket.state, 'close!', scene);
    if (newer !== null) return newer;
    return {
      kind: 'done',
      ...closing(scene, 'close'),
      event: 'closed',
      data: { from: ticket.state },
      words: { reason: words.map(({ text }) => text).join(' ') },
      change: say`${stateIn(ticket)} → ${stateIn(ticket, 'closed')}`,
      asks: 'closed',
    };
  },
};
