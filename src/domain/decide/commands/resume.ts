import { say } from '../../saying.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { oneBack } from '../../workflow/trail.ts';
import { type Command, insiders } from './command.ts';
import { beforeHold } from './hold.ts';
import { newerChange } from './newer-change.ts';

/** Takes a paused ticket up again where it was left. */
export const resume: Command = {
  name: 'resume',
  translations: { es: ['reanudar'], de: ['fortsetzen'], fr: ['reprendre'], pt: ['retomar'] },
  args: '["reason"]',
  roles: insiders,
  class: 'C3',
  help: say('Takes a paused ticket up again, in the state it had.'),
  inTitle: true,
  fits: ({ state }) => state === 'paused',
  perform: (words, scene) => {
    const { ticket } = scene;
    if (ticket.state !== 'paused') return { kind: 'done', change: say`not paused (${stateIn(ticket)})` };
    const newer = newerChange('state', ticket.state, 'resume!', scene);
    if (newer !== null) return newer;
    const was = beforeHold(scene);
    const waitsFor = ticket.waitsFor === 'nobody' ? was.waitsFor : ticket.waitsFor;
    return {
      kind: 'done',
      set: { state: was.state, waitsFor, pausedUntil: null, trail: oneBack(ticket.trail)?.trail ?? ticket.trail },
      event: 'resumed',
      data: { to: was.state },
      words: { reason: words.map(({ text }) => text).join(' ') },
      change: say`${stateIn(ticket, 'paused')} → ${stateIn(ticket, was.state)}`,
    };
  },
};
