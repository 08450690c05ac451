import { timeFor } from '../../answer/time-for.ts';
import { deskHours } from '../../calendar/desk-hours.ts';
import { say } from '../../saying.ts';
import { reckon } from '../../sla/reckon.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, insiders } from './command.ts';

/** The arithmetic of the clocks, by the plan of its customer or by another one. */
export const sla: Command = {
  name: 'sla',
  translations: { es: ['plazos'], de: ['fristen'], fr: ['échéances', 'echeances'], pt: ['prazos'] },
  args: '[with PLAN]',
  roles: insiders,
  class: 'C1r',
  help: say(
    'Mails you how the clocks of the ticket were reckoned, line by line. `sla with gold` reckons by that plan instead, and changes nothing.',
  ),
  inTitle: true,
  fits: () => true,
  reads: (_words, { ticket }) => (ticket === null ? null : { kind: 'phases', ticket }),
  perform: (words, scene) => {
    const { actor, settings, lookups, ticket, now } = scene;
    const asked = planIn(words);
    const phases = lookups.phases.get(ticket.number) ?? [];
    const show = (at: number): string => timeFor(at, actor, settings.desk);
    const found = reckon({ scene, phases, settings, hours: deskHours(settings) }, asked?.text ?? null, now, show);
    if (found.kind === 'no-plan')
      return {
        kind: 'refused',
        problem: found.problem,
        expected: say('a ticket of a customer with a service plan, or the name of one: `sla with gold`'),
        ...(asked === undefined ? {} : { word: asked }),
        suggestions: found.meant === null ? ['status'] : [`sla with ${found.meant}`],
      };
    return {
      kind: 'done',
      change: say('comes in this mail'),
      answer: { kind: 'sla', tried: asked !== undefined, plan: found.plan, clocks: found.clocks },
    };
  },
};

/** What stands before the name of the plan. */
const filling: readonly string[] = ['with', 'by', 'mit', 'con', 'avec', 'com'];

const planIn = (words: readonly Word[]): Word | undefined => words.find(({ text }) => !filling.includes(text.toLowerCase()));
