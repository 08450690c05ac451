import { say } from '../../saying.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { reopening } from '../flow/common-block.ts';
import { type Command, insiders } from './command.ts';
import { newerChange } from './newer-change.ts';

/** Takes a closed ticket up again and tells the customer. */
export const reopen: Command = {
  name: 'reopen',
  translations: { es: ['reabrir'], de: ['wiederöffnen', 'wiedereröffnen'], fr: ['rouvrir'], pt: ['reabrir'] },
  args: '["reason"]',
  roles: insiders,
  class: 'C3',
  help: say('Opens a closed ticket again and tells the customer.'),
  inTitle: true,
  fits: ({ state }) => state === 'closed',
  perform: (words, scene) => {
    const { ticket } = scene;
    if (ticket.state !== 'closed') return { kind: 'done', change: say`already open (${stateIn(ticket)})` };
    const newer = newerChange('state', ticket.state, 'reopen!', scene);
    if (newer !== null) return newer;
    const { moved, set } = reopening(scene, 'reopen');
    return {
      kind: 'done',
      ...{ moved, set },
      event: 'reopened',
      data: { from: 'closed' },
      words: { reason: words.map(({ text }) => text).join(' ') },
      change: say`${stateIn(ticket, 'closed')} → ${stateIn(ticket, moved.state)}`,
      asks: 'reopened',
    };
  },
};
